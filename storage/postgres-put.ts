import type { StoredArticle } from "../types.ts";
import { RECORD_COLUMNS, recordValues } from "./article-columns.ts";
import type { PutOutcome, StorableArticle } from "./article-store.ts";
import { serialiseRecord } from "./check-article.ts";
import { digestArticle } from "./digest-article.ts";
import { eventIds } from "./event-id.ts";
import type { PutResult } from "./group-puts.ts";
import { parseRecord } from "./parse-record.ts";
import type { PostgresTransaction } from "./postgres-connection.ts";
import { type EventDraft, appendEvents, lastEventSeq } from "./postgres-events.ts";
import { type InsertTarget, type Value, insertRows } from "./postgres-insert.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";

/** What is known of an article before a put: in the database, or by an earlier batch of the group. */
interface Known {
  readonly seq: number;
  readonly digest: Uint8Array;
  /** null where its digest says all. */
  readonly current: StoredArticle | null;
}

interface Version {
  readonly seq: number;
  readonly article: StoredArticle;
  readonly record: string;
  readonly digest: Buffer;
  readonly draft: EventDraft;
}

type Digested = { readonly article: StorableArticle; readonly digest: Buffer };
type Checked =
  | { readonly ok: true; readonly batch: readonly Digested[] }
  | (PutResult & { readonly ok: false });

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
  const firstSeq = (await lastEventSeq(trx)) + 1;
  const results = checked.map((result) =>
    result.ok ? stageBatch(result.batch, { known, versions, firstSeq }) : result,
  );
  if (versions.length > 0) await writeVersions(trx, versions);
  return results;
}

function digestBatch(articles: readonly StorableArticle[]): Checked {
  try {
    return { ok: true, batch: articles.map((article) => ({ article, digest: digestArticle(article) })) };
  } catch (error) {
    return { ok: false, error };
  }
}

/** The articles that are there already; the record only of those whose digest does not say that they are unchanged. */
async function readKnown(trx: PostgresTransaction, put: readonly Digested[]): Promise<Map<string, Known>> {
  const ids = [...new Set(put.map(({ article }) => article.id))];
  const rows = await trx
    .selectFrom("articles")
    .select(["seq", "id", "digest"])
    .where("id", "=", (eb) => eb.fn.any(eb.val(ids)))
    .execute();
  const known = new Map<string, Known>(
    rows.map(({ seq, id, digest }) => [id, { seq: Number(seq), digest, current: null }]),
  );
  const suspects = put.filter(({ article, digest }) => {
    const before = known.get(article.id);
    return before !== undefined && !digest.equals(before.digest);
  });
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

interface Stage {
  readonly known: Map<string, Known>;
  readonly versions: Version[];
  readonly firstSeq: number;
}

/** What one batch adds joins the group only when all of the batch is good. */
function stageBatch(batch: readonly Digested[], { known, versions, firstSeq }: Stage): PutResult {
  const own = new Map<string, Known>();
  const added: Version[] = [];
  try {
    const outcomes = batch.map(({ article, digest }): PutOutcome => {
      const before = own.get(article.id) ?? known.get(article.id);
      const unchanged = { id: article.id, outcome: "unchanged" } as const;
      if (before !== undefined && digest.equals(before.digest)) return unchanged;
      const version = nextVersion({ article, digest }, before, firstSeq + versions.length + added.length);
      if (version === null) return unchanged;
      own.set(article.id, { seq: version.seq, digest, current: version.article });
      added.push(version);
      return { id: article.id, outcome: version.draft.type as "new" | "changed" };
    });
    for (const [id, state] of own) known.set(id, state);
    versions.push(...added);
    return { ok: true, outcomes };
  } catch (error) {
    return { ok: false, error };
  }
}

function nextVersion(
  { article, digest }: Digested,
  before: Known | undefined,
  eventSeq: number,
): Version | null {
  if (before?.current === null)
    throw new Error(`The record of article ${article.id} was not read before its change.`);
  const previous = before === undefined ? null : previousRevision(before.current);
  const revised = reviseArticle(previous, article);
  if (revised.outcome === "unchanged") return null;
  const stored = revised.article;
  return {
    seq: before?.seq ?? eventSeq,
    article: stored,
    record: serialiseRecord(stored),
    digest,
    draft: {
      seq: eventSeq,
      ids: eventIds(stored),
      type: revised.outcome,
      articleId: stored.id,
      revision: stored.revision.n,
      contentHash: stored.dedup.contentHash,
    },
  };
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
  await appendEvents(
    trx,
    versions.map(({ draft }) => draft),
    at,
  );
}

function articleRow({ seq, article, digest }: Version, at: Date): Value[] {
  return [seq, article.id, ...recordValues(article), at, digest];
}
