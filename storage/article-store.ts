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
  /** SHA-256 (hex) of url, contentHash and extractor version. */
  readonly id: string;
  readonly type: "new" | "changed";
  readonly articleId: string;
  readonly contentHash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Where articles are kept. Every adapter passes test/storage/conformance.ts. */
export interface ArticleStore {
  /** Stores a batch, with its events, all or nothing. Same content again is `unchanged` and writes nothing. */
  put(articles: readonly StorableArticle[]): Promise<readonly PutOutcome[]>;
  get(id: string): Promise<StoredArticle | null>;
  list(options: { readonly after: string | null; readonly limit: number }): Promise<ArticlePage>;
  events(options: { readonly after: number; readonly limit: number }): Promise<readonly ArticleEvent[]>;
  count(): Promise<number>;
  close(): Promise<void>;
}
