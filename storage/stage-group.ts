import type { StoredArticle } from "../types.ts";
import type { PutOutcome, StorableArticle } from "./article-store.ts";
import { serialiseRecord } from "./check-article.ts";
import { digestArticle } from "./digest-article.ts";
import type { PutResult } from "./group-puts.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";

/** What is known of an article before a put: in the database, or by an earlier batch of the group. */
export interface KnownArticle {
  readonly seq: number;
  /** null in a row from before there were digests. */
  readonly digest: Uint8Array | null;
  /** null where its digest says all. */
  readonly current: StoredArticle | null;
}

/** A version to be written, with its event. */
export interface Version {
  /** The article's. */
  readonly seq: number;
  readonly eventSeq: number;
  readonly type: "new" | "changed";
  readonly article: StoredArticle;
  readonly record: string;
  readonly digest: Buffer;
}

export interface DigestedArticle {
  readonly article: StorableArticle;
  readonly digest: Buffer;
}

export type DigestedBatch =
  | { readonly ok: true; readonly batch: readonly DigestedArticle[] }
  | (PutResult & { readonly ok: false });

/** A group of batches on its way: what is known, and what is to be written. */
export interface GroupStage {
  readonly known: Map<string, KnownArticle>;
  readonly versions: Version[];
  readonly firstEventSeq: number;
  /** The number of a new article whose first event has that number. */
  readonly numberArticle: (eventSeq: number) => number;
}

export function digestBatch(articles: readonly StorableArticle[]): DigestedBatch {
  try {
    return { ok: true, batch: articles.map((article) => ({ article, digest: digestArticle(article) })) };
  } catch (error) {
    return { ok: false, error };
  }
}

/** Whether an article's record has to be read before its put: its digest does not say that it is unchanged. */
export function isSuspect({ digest }: DigestedArticle, before: KnownArticle | undefined): boolean {
  return before !== undefined && (before.digest === null || !digest.equals(before.digest));
}

/** What one batch adds joins the group only when all of the batch is good. */
export function stageBatch(batch: readonly DigestedArticle[], stage: GroupStage): PutResult {
  const { known, versions } = stage;
  const own = new Map<string, KnownArticle>();
  const added: Version[] = [];
  try {
    const outcomes = batch.map((put): PutOutcome => {
      const { id } = put.article;
      const before = own.get(id) ?? known.get(id);
      const unchanged = { id, outcome: "unchanged" } as const;
      if (before !== undefined && !isSuspect(put, before)) return unchanged;
      const eventSeq = stage.firstEventSeq + versions.length + added.length;
      const version = nextVersion(put, before, { ...stage, eventSeq });
      if (version === null) return unchanged;
      own.set(id, { seq: version.seq, digest: put.digest, current: version.article });
      added.push(version);
      return { id, outcome: version.type };
    });
    for (const [id, state] of own) known.set(id, state);
    versions.push(...added);
    return { ok: true, outcomes };
  } catch (error) {
    return { ok: false, error };
  }
}

function nextVersion(
  { article, digest }: DigestedArticle,
  before: KnownArticle | undefined,
  { eventSeq, numberArticle }: GroupStage & { readonly eventSeq: number },
): Version | null {
  if (before?.current === null)
    throw new Error(`The record of article ${article.id} was not read before its change.`);
  const previous = before === undefined ? null : previousRevision(before.current);
  const revised = reviseArticle(previous, article);
  if (revised.outcome === "unchanged") return null;
  return {
    seq: before?.seq ?? numberArticle(eventSeq),
    eventSeq,
    type: revised.outcome,
    article: revised.article,
    record: serialiseRecord(revised.article),
    digest,
  };
}
