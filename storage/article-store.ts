import type { ArticleRecord, StoredArticle } from "../types.ts";
import type { ArticleFilter } from "./article-filter.ts";

/** What a put did with an article: stored it, gave it a revision, or found the same content already there. */
export interface PutOutcome {
  readonly id: string;
  readonly outcome: "new" | "changed" | "unchanged";
}

/** An article with the URL that a store needs. */
export type StorableArticle = ArticleRecord & { readonly url: string };

/** A part of a list. A cursor is opaque and belongs to the question it came from; null starts, and ends. */
export interface ArticlePage {
  readonly articles: readonly StoredArticle[];
  readonly next: string | null;
}

/** Appended in the transaction of the put or prune that made it. */
export interface ArticleEvent {
  /** Increases by at least one an event; a feed's cursor. */
  readonly seq: number;
  /** See event-id.ts: from url, contentHash and extractor version; no two events of a store share one. */
  readonly id: string;
  /** `removed`: retention took the article; its versions are gone, its earlier events stay in the log. */
  readonly type: "new" | "changed" | "removed";
  readonly articleId: string;
  /** The version that it stored, as in `revisions`; for a removal the last one there was. */
  readonly revision: number;
  readonly contentHash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface ListOptions {
  readonly after: string | null;
  readonly limit: number;
  readonly filter?: ArticleFilter | undefined;
  /**
   * By default in the order they were first stored; `latest`: the other way round; `id`: by the bytes of their ids, the
   * same whatever way they came.
   */
  readonly order?: "stored" | "latest" | "id" | undefined;
}

export interface SearchOptions extends Omit<ListOptions, "order"> {
  /** See search-query.ts: words that all must occur, "phrases", -exclusions. Any string is a query. */
  readonly query: string;
}

export interface PruneOptions {
  /** ISO 8601. What was stored earlier is old. */
  readonly before: string;
  /** Counts what would go and removes nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

/** What a prune took. */
export interface PruneReport {
  /** Articles, with all their versions. */
  readonly articles: number;
  /** Superseded versions of articles that stay. */
  readonly revisions: number;
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
  /** Every version of an article that was not pruned, oldest first; empty for an unknown id. */
  revisions(id: string): Promise<readonly StoredArticle[]>;
  /**
   * Articles, page by page.
   * @throws UsageError for a cursor that this store did not give, a limit under 1, or a filter that cannot be
   */
  list(options: ListOptions): Promise<ArticlePage>;
  /**
   * Articles whose headline, description or text holds what the query asks for, the latest stored first: that order needs
   * no look at every match, and a cursor into it stays good while articles are added.
   * @throws UsageError as list
   */
  search(options: SearchOptions): Promise<ArticlePage>;
  /** Events with a `seq` over `after`, in order; 0 starts. */
  events(options: { readonly after: number; readonly limit: number }): Promise<readonly ArticleEvent[]>;
  count(): Promise<number>;
  /** How far the reader of that name has got in the events, as it last said itself; 0 for a new name. */
  cursor(name: string): Promise<number>;
  /** Remembers it as durably as articles; going back is how a reader asks for a replay. @throws UsageError */
  setCursor(name: string, seq: number): Promise<void>;
  /**
   * Retention: removes the articles whose current version was stored before a time, each with a `removed` event, and the
   * versions before that time that were superseded. A page that is found unchanged is not stored again: its time is that
   * of its last change. Stopped in the middle, by the signal or a crash, it is done up to there.
   * @throws UsageError for a time that cannot be read
   */
  prune(options: PruneOptions): Promise<PruneReport>;
  /** Closing twice is closing once. */
  close(): Promise<void>;
}
