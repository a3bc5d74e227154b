import type { ArticleStore } from "../../storage/article-store.ts";
import type { PageArchive } from "../../storage/page-archive.ts";

/** A page of the archive that is to be extracted again. */
export interface PageToReextract {
  /** The article that it is stored as; null where there is none. */
  readonly articleId: string | null;
  readonly pageKey: string;
}

export interface FindPagesOptions {
  readonly store: ArticleStore;
  readonly archive: PageArchive;
  /** Only articles of this source. */
  readonly source: string | null;
  /** ISO 8601; only pages fetched then or later. */
  readonly since: string | null;
}

const BATCH = 200;

/**
 * The page of every stored article, in the order in which they were first stored; behind them, where no source is asked for,
 * pages without an article: of each address that no article came from, the one fetched last, by address.
 */
export async function* findPages(options: FindPagesOptions): AsyncGenerator<PageToReextract> {
  const { store, source, since } = options;
  const from = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
  const addresses = new Set<string>();
  const keys = new Set<string>();
  let after: string | null = null;
  do {
    const filter = source === null ? undefined : { source };
    const page = await store.list({ after, limit: BATCH, filter });
    for (const { id, fetch } of page.articles) {
      if (fetch === null || fetch.pageKey === null) continue;
      addresses.add(fetch.finalUrl);
      keys.add(fetch.pageKey);
      if (Date.parse(fetch.fetchedAt) >= from) yield { articleId: id, pageKey: fetch.pageKey };
    }
    after = page.next;
  } while (after !== null);
  if (source === null) yield* findOthers(options, { addresses, keys, from });
}

async function* findOthers(
  { archive }: FindPagesOptions,
  known: {
    readonly addresses: ReadonlySet<string>;
    readonly keys: ReadonlySet<string>;
    readonly from: number;
  },
): AsyncGenerator<PageToReextract> {
  const latest = new Map<string, { readonly pageKey: string; readonly at: number }>();
  for await (const pageKey of archive.keys()) {
    if (known.keys.has(pageKey)) continue;
    // A damaged page is no news here; it is told when it is an article's.
    const page = await archive.get(pageKey).catch(() => null);
    if (page === null || known.addresses.has(page.meta.finalUrl)) continue;
    const at = Date.parse(page.meta.fetchedAt);
    if (at < known.from || at <= (latest.get(page.meta.finalUrl)?.at ?? Number.NEGATIVE_INFINITY)) continue;
    latest.set(page.meta.finalUrl, { pageKey, at });
  }
  const addresses = [...latest.keys()].toSorted();
  for (const address of addresses) {
    const page = latest.get(address);
    if (page !== undefined) yield { articleId: null, pageKey: page.pageKey };
  }
}
