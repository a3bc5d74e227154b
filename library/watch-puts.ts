import type { ArticleStore } from "../storage/article-store.ts";

/** The same store, which tells the id of every article that it has committed as new or changed. */
export function watchPuts(store: ArticleStore, onCommitted: (id: string) => void): ArticleStore {
  return {
    ...store,
    async put(articles) {
      const outcomes = await store.put(articles);
      for (const { id, outcome } of outcomes) if (outcome !== "unchanged") onCommitted(id);
      return outcomes;
    },
  };
}
