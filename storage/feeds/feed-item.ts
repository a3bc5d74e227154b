import type { StoredArticle } from "../../types.ts";
import type { ArticleEvent, ArticleStore } from "../article-store.ts";

/** An event with the version of the article that it stored: what every feed hands out. */
export interface FeedItem extends ArticleEvent {
  /** null for a removal, and where retention has taken that version since. */
  readonly article: StoredArticle | null;
}

/** Events after a cursor with their articles, in order. @throws what the store throws */
export async function readFeed(
  store: ArticleStore,
  options: { readonly after: number; readonly limit: number },
): Promise<readonly FeedItem[]> {
  const items: FeedItem[] = [];
  for (const event of await store.events(options))
    items.push({ ...event, article: await versionOf(store, event) });
  return items;
}

async function versionOf(store: ArticleStore, event: ArticleEvent): Promise<StoredArticle | null> {
  if (event.type === "removed") return null;
  const current = await store.get(event.articleId);
  if (current === null || current.revision.n === event.revision) return current;
  const versions = await store.revisions(event.articleId);
  return versions.find(({ revision }) => revision.n === event.revision) ?? null;
}

/** Every item from a cursor up to where the feed ended when it was asked, in bounded memory. */
export async function* readFeedToEnd(
  store: ArticleStore,
  options: { readonly after: number; readonly batch: number },
): AsyncGenerator<FeedItem> {
  const end = await lastSeq(store);
  let after = options.after;
  while (after < end) {
    const items = await readFeed(store, { after, limit: options.batch });
    for (const item of items) {
      if (item.seq > end) return;
      yield item;
    }
    after = items.at(-1)?.seq ?? end;
  }
}

/** The last event's cursor, 0 where there is none. Cursors only grow, so that it is found by halving. */
export async function lastSeq(store: ArticleStore): Promise<number> {
  const hasAfter = async (seq: number): Promise<boolean> =>
    (await store.events({ after: seq, limit: 1 })).length > 0;
  let below = 1;
  while (await hasAfter(below)) below *= 2;
  // The last one is in (below / 2, below].
  let low = below === 1 ? 0 : below / 2;
  let high = below;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await hasAfter(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
