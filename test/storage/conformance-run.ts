import type { ArticleStore } from "../../storage/article-store.ts";

/** A case: `store` is open and empty, `reopen` opens it once more. */
export type Body = (store: ArticleStore, reopen: () => Promise<ArticleStore>) => Promise<void>;

/** Registers a case of the suite for the store under test. */
export type Run = (title: string, body: Body) => void;
