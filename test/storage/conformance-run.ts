import type { ArticleEvent, ArticleStore, StorableArticle } from "../../storage/article-store.ts";
import type { StoredArticle } from "../../types.ts";

/** A case: `store` is open and empty, `reopen` opens it once more. */
export type Body = (store: ArticleStore, reopen: () => Promise<ArticleStore>) => Promise<void>;

/** Registers a case of the suite for the store under test. */
export type Run = (title: string, body: Body) => void;

/** An article as a store gives it back after its first put. */
export const firstVersion = (article: StorableArticle): StoredArticle => ({
  ...article,
  revision: { n: 1, changed: [] },
});

export const outcomesOf = async (
  store: ArticleStore,
  articles: readonly StorableArticle[],
): Promise<string[]> => (await store.put(articles)).map(({ outcome }) => outcome);

export const allEvents = (store: ArticleStore): Promise<readonly ArticleEvent[]> =>
  store.events({ after: 0, limit: 100_000 });
