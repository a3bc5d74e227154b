import type { ArticleRecord, StoredArticle } from "../types.ts";

/** What a put did with an article: stored it, gave it a revision, or found the same content already there. */
export interface PutOutcome {
  readonly id: string;
  readonly outcome: "new" | "changed" | "unchanged";
}

/** An article with the URL that a store needs. */
export type StorableArticle = ArticleRecord & { readonly url: string };

/** Articles in the order they were first stored. A cursor is opaque; null starts, and ends. */
export interface ArticlePage {
  readonly articles: readonly StoredArticle[];
  readonly next: string | null;
}

/** Appended in the transaction of the put that made it. */
export interface ArticleEvent {
  /** Increases by at least one an event; a feed's cursor. */
  readonly seq: number;
  /** See event-id.ts: from url, contentHash and extractor version; no two events of a store share one. */
  readonly id: string;
  readonly type: "new" | "changed";
  readonly articleId: string;
  readonly contentHash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Where articles are kept. Every adapter passes test/storage/conformance.ts.
 *
 * Strings come back exactly as they went in, NUL and lone surrogates included. Only the two keys, `id` and `url`,
 * must be well-formed Unicode without NUL (see check-article.ts).
 */
export interface ArticleStore {
  /**
   * Stores a batch, with its events, all or nothing: when it resolves, the batch survives the death of the process.
   * Same content again is `unchanged` and writes nothing (see revise-article.ts for what counts as a change).
   * @throws PermanentError (usage, invalid-url, too-large) for an article that no store can hold; TransientError
   *   (data-folder) for a full disk or a store that another process keeps locked.
   */
  put(articles: readonly StorableArticle[]): Promise<readonly PutOutcome[]>;
  /** The article's current version. */
  get(id: string): Promise<StoredArticle | null>;
  /** Every version of an article, oldest first; empty for an unknown id. */
  revisions(id: string): Promise<readonly StoredArticle[]>;
  /** @throws UsageError for a cursor that this store did not give, or a limit under 1. */
  list(options: { readonly after: string | null; readonly limit: number }): Promise<ArticlePage>;
  /** Events with a `seq` over `after`, in order; 0 starts. */
  events(options: { readonly after: number; readonly limit: number }): Promise<readonly ArticleEvent[]>;
  count(): Promise<number>;
  /** Closing twice is closing once. */
  close(): Promise<void>;
}
