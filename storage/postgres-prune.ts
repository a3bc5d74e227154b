import { sql } from "kysely";
import type { PruneOptions, PruneReport } from "./article-store.ts";
import { removalIds } from "./event-id.ts";
import { checkTime } from "./list-cursor.ts";
import type { PostgresConnection, PostgresTransaction } from "./postgres-connection.ts";
import { appendEvents, lastEventSeq } from "./postgres-events.ts";

/** Articles looked at in one transaction, so that nobody waits long. */
const SLICE = 500;

interface Candidate {
  readonly seq: string;
  readonly id: string;
  readonly url: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly isOld: boolean;
}

interface Slice extends PruneReport {
  /** Where the next slice starts; null at the end. */
  readonly next: string | null;
}

interface SliceOptions {
  readonly before: Date;
  readonly after: string;
  readonly dryRun: boolean;
}

/** See ArticleStore.prune. Each slice is one transaction. */
export async function prunePostgres(
  connection: PostgresConnection,
  { before, dryRun = false, signal }: PruneOptions,
): Promise<PruneReport> {
  const limit = new Date(checkTime(before));
  let articles = 0;
  let revisions = 0;
  for (let after: string | null = "0"; after !== null;) {
    signal?.throwIfAborted();
    const options: SliceOptions = { before: limit, after, dryRun };
    const slice: Slice = await connection.write((trx) => pruneSlice(trx, options));
    articles += slice.articles;
    revisions += slice.revisions;
    after = slice.next;
  }
  return { articles, revisions };
}

async function pruneSlice(trx: PostgresTransaction, { before, after, dryRun }: SliceOptions): Promise<Slice> {
  const { rows } = await sql<Candidate>`
    SELECT seq, id, url, revision, content_hash AS "contentHash", stored_at < ${before} AS "isOld" FROM articles
    WHERE seq > ${after} AND (stored_at < ${before} OR revision > 1) ORDER BY seq LIMIT ${SLICE}`.execute(
    trx,
  );
  const old = rows.filter(({ isOld }) => isOld);
  const kept = rows.filter(({ isOld }) => !isOld).map(({ seq }) => seq);
  const revisions = dryRun
    ? await countSuperseded(trx, kept, before)
    : await dropSuperseded(trx, kept, before);
  if (!dryRun && old.length > 0) await removeArticles(trx, old);
  const next = rows.length < SLICE ? null : (rows.at(-1)?.seq ?? null);
  return { articles: old.length, revisions, next };
}

async function countSuperseded(trx: PostgresTransaction, seqs: string[], before: Date): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT count(*) AS count FROM revisions r JOIN articles a ON a.seq = r.article_seq
    WHERE a.seq = ANY(${seqs}::bigint[]) AND r.n < a.revision AND r.stored_at < ${before}`.execute(trx);
  return Number(rows[0]?.count);
}

async function dropSuperseded(trx: PostgresTransaction, seqs: string[], before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    DELETE FROM revisions r USING articles a
    WHERE a.seq = r.article_seq AND a.seq = ANY(${seqs}::bigint[]) AND r.n < a.revision
      AND r.stored_at < ${before}`.execute(trx);
  return Number(numAffectedRows);
}

async function removeArticles(trx: PostgresTransaction, old: readonly Candidate[]): Promise<void> {
  const firstSeq = (await lastEventSeq(trx)) + 1;
  const drafts = old.map(({ id, url, contentHash, revision }, i) => ({
    seq: firstSeq + i,
    ids: removalIds({ id, url, contentHash, revision }),
    type: "removed" as const,
    articleId: id,
    revision,
    contentHash,
  }));
  await appendEvents(trx, drafts, new Date());
  const seqs = old.map(({ seq }) => seq);
  await sql`DELETE FROM revisions WHERE article_seq = ANY(${seqs}::bigint[])`.execute(trx);
  await sql`DELETE FROM articles WHERE seq = ANY(${seqs}::bigint[])`.execute(trx);
}
