import type { ArticleStore } from "../article-store.ts";
import { type FeedItem, readFeed } from "./feed-item.ts";
import type { Letter } from "./sink-types.ts";

/**
 * What a letter delivers: the store's item, or the copy that was kept when it was given up where retention has taken the
 * version since. null where there is neither.
 */
export async function itemOfLetter(store: ArticleStore, letter: Letter): Promise<FeedItem | null> {
  const [item] = await readFeed(store, { after: letter.seq - 1, limit: 1 });
  if (item === undefined || item.seq !== letter.seq) return letter.copy;
  return item.article === null ? (letter.copy ?? item) : item;
}
