import { RECORD_COLUMNS, recordValues } from "./article-columns.ts";
import type { StorableArticle } from "./article-store.ts";
import { eventIds } from "./event-id.ts";
import type { PutResult } from "./group-puts.ts";
import { parseRecord } from "./parse-record.ts";
import type { PostgresTransaction } from "./postgres-connection.ts";
import { type EventDraft, appendEvents, lastEventSeq } from "./postgres-events.ts";
import { type InsertTarget, type Value, insertRows } from "./postgres-insert.ts";
import {
  type DigestedArticle,
  type KnownArticle,
  type Version,
  digestBatch,
  isSuspect,
  stageBatch,
} from "./stage-group.ts";

const ARTICLE_COLUMNS = ["seq", "id", ...RECORD_COLUMNS, "stored_at", "digest"];
const ARTICLES: InsertTarget = {
  table: "articles",
  columns: ARTICLE_COLUMNS,
  conflict: `ON CONFLICT (seq) DO UPDATE SET ${ARTICLE_COLUMNS.slice(2)
    .map((column) => `${column} = excluded.${column}`)
    .join(", ")}`,
};
const REVISIONS: InsertTarget = {
  table: "revisions",
  columns: ["article_seq", "n", "stored_at", "record"],
};

/** Puts a group of batches in one transaction, which holds the writers' lock; each batch ends well or not by itself. */
export async function putGroup(
  trx: PostgresTransaction,
  batches: readonly (readonly StorableArticle[])[],
): Promise<readonly PutResult[]> {
  const checked = batches.map(digestBatch);
  const known = await readKnown(
    trx,
    checked.flatMap((result) => (result.ok ? result.batch : [])),
  );
  const versions: Version[] = [];
  const firstEventSeq = (await lastEventSeq(trx)) + 1;
  const stage = { known, versions, firstEventSeq, numberArticle: (eventSeq: number) => eventSeq };
  const results = checked.map((result) => (result.ok ? stageBatch(result.batch, stage) : result));
  if (versions.length > 0) await writeVersions(trx, versions);
  return results;
}

/** The articles that are there already; the record only of those whose digest does not say that they are unchanged. */
async function readKnown(
  trx: PostgresTransaction,
  put: readonly DigestedArticle[],
): Promise<Map<string, KnownArticle>> {
  const ids = [...new Set(put.map(({ article }) => article.id))];
  const rows = await trx
    .selectFrom("articles")
    .select(["seq", "id", "digest"])
    .where("id", "=", (eb) => eb.fn.any(eb.val(ids)))
    .execute();
  const known = new Map<string, KnownArticle>(
    rows.map(({ seq, id, digest }) => [id, { seq: Number(seq), digest, current: null }]),
  );
  const suspects = put.filter((it) => isSuspect(it, known.get(it.article.id)));
  if (suspects.length === 0) return known;
  const seqs = [...new Set(suspects.map(({ article }) => known.get(article.id)?.seq ?? 0))];
  const records = await trx
    .selectFrom("articles as a")
    .innerJoin("revisions as r", (join) =>
      join.onRef("r.article_seq", "=", "a.seq").onRef("r.n", "=", "a.revision"),
    )
    .select("r.record")
    .where("a.seq", "=", (eb) => eb.fn.any(eb.val(seqs as unknown as string[])))
    .execute();
  for (const { record } of records) {
    const current = parseRecord(record);
    const before = known.get(current.id);
    if (before !== undefined) known.set(current.id, { ...before, current });
  }
  return known;
}

async function writeVersions(trx: PostgresTransaction, versions: readonly Version[]): Promise<void> {
  const at = new Date();
  const last = new Map(versions.map((version) => [version.seq, version]));
  await insertRows(
    trx,
    ARTICLES,
    [...last.values()].map((version) => articleRow(version, at)),
  );
  await insertRows(
    trx,
    REVISIONS,
    versions.map(({ seq, article, record }) => [seq, article.revision.n, at, record]),
  );
  await appendEvents(trx, versions.map(draftOf), at);
}

function draftOf({ eventSeq: seq, type, article }: Version): EventDraft {
  const { id: articleId, revision, dedup } = article;
  return {
    seq,
    ids: eventIds(article),
    type,
    articleId,
    revision: revision.n,
    contentHash: dedup.contentHash,
  };
}

function articleRow({ seq, article, digest }: Version, at: Date): Value[] {
  return [seq, article.id, ...recordValues(article), at, digest];
}
