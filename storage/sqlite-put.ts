import type { DatabaseSync } from "node:sqlite";
import { RECORD_COLUMNS, recordValues } from "./article-columns.ts";
import type { StorableArticle } from "./article-store.ts";
import { digestArticle } from "./digest-article.ts";
import type { PutResult } from "./group-puts.ts";
import { parseRecord } from "./parse-record.ts";
import { eventIdsMaker, otherAddress } from "./sqlite-event-ids.ts";
import { type SqliteValue, rowInserter } from "./sqlite-insert.ts";
import { prepareAll } from "./sqlite-statements.ts";
import {
  type DigestedArticle,
  type KnownArticle,
  type Version,
  digestBatch,
  isSuspect,
  stageBatch,
} from "./stage-group.ts";

/** What is written of every version, in this order. */
const COLUMNS = [...RECORD_COLUMNS, "stored_at", "digest", "address_key"];

const SQL = {
  known: `SELECT a.id, a.seq, a.digest FROM json_each(?) j CROSS JOIN article_keys k ON k.key = j.value
          CROSS JOIN articles a ON a.seq = k.seq`,
  record: `SELECT r.record FROM articles a JOIN revisions r ON r.article_seq = a.seq AND r.n = a.revision WHERE a.seq = ?`,
  lastNumber: `SELECT seq AS value FROM sqlite_sequence WHERE name = ?`,
  keepDigest: `UPDATE articles SET digest = ? WHERE seq = ? AND digest IS NULL`,
  changeArticle: `UPDATE articles SET ${COLUMNS.map((column) => `${column} = ?`).join(", ")} WHERE seq = ?`,
} as const;

/** Puts a group of batches within the open transaction; each batch ends well or not by itself. SQLite's own failures are thrown. */
export type SqlitePutter = (batches: readonly (readonly StorableArticle[])[]) => readonly PutResult[];

export function sqlitePutter(db: DatabaseSync): SqlitePutter {
  const sql = prepareAll(db, SQL);
  const makeEventIds = eventIdsMaker(db);
  const insertArticles = rowInserter(db, "articles", [...COLUMNS, "seq", "id"]);
  const insertRevisions = rowInserter(db, "revisions", ["article_seq", "n", "stored_at", "record"]);
  const insertEvents = rowInserter(db, "events", [
    "seq",
    "id",
    "type",
    "article_seq",
    "article_id",
    "revision",
    "content_hash",
    "at",
  ]);

  /** The articles that are there already; the record only of those whose digest does not say that they are unchanged. */
  function readKnown(put: readonly DigestedArticle[]): Map<string, KnownArticle> {
    const known = new Map<string, KnownArticle>();
    for (const row of sql.known.all(JSON.stringify([...new Set(put.map(({ article }) => article.id))]))) {
      const digest = row["digest"] instanceof Uint8Array ? row["digest"] : null;
      known.set(String(row["id"]), { seq: Number(row["seq"]), digest, current: null });
    }
    for (const it of put) {
      const before = known.get(it.article.id);
      if (before === undefined || before.current !== null || !isSuspect(it, before)) continue;
      const current = parseRecord(String(sql.record.get(before.seq)?.["record"]));
      // A row from before there were digests: the next time its record need not be read.
      if (before.digest === null) sql.keepDigest.run(digestArticle(current), before.seq);
      known.set(it.article.id, { ...before, current });
    }
    return known;
  }

  const lastNumber = (table: string): number => Number(sql.lastNumber.get(table)?.["value"] ?? 0);

  function writeVersions(versions: readonly Version[], firstArticleSeq: number): void {
    const at = new Date().toISOString();
    // Of an article with several versions in the group, the last one is in the columns.
    const last = [...new Map(versions.map((version) => [version.seq, version])).values()];
    const columnsOf = ({ article, digest }: Version): SqliteValue[] =>
      recordValues<SqliteValue>(article).concat([at, digest, otherAddress(article)]);
    const isNew = ({ seq }: Version): boolean => seq >= firstArticleSeq;
    const eventIds = makeEventIds(
      versions.map((version) => ({ article: version.article, isNew: isNew(version) })),
    );
    insertArticles(
      last.filter(isNew).map((version) => columnsOf(version).concat([version.seq, version.article.id])),
    );
    for (const version of last)
      if (!isNew(version)) sql.changeArticle.run(...columnsOf(version), version.seq);
    insertRevisions(versions.map(({ seq, article, record }) => [seq, article.revision.n, at, record]));
    insertEvents(
      versions.map(({ seq, eventSeq, type, article }, i) => {
        const { id, revision, dedup } = article;
        return [eventSeq, eventIds[i] ?? null, type, seq, id, revision.n, dedup.contentHash, at];
      }),
    );
  }

  return (batches) => {
    const digested = batches.map(digestBatch);
    const known = readKnown(digested.flatMap((result) => (result.ok ? result.batch : [])));
    const versions: Version[] = [];
    const firstArticleSeq = lastNumber("articles") + 1;
    let articleSeq = firstArticleSeq;
    const stage = {
      known,
      versions,
      firstEventSeq: lastNumber("events") + 1,
      numberArticle: () => articleSeq++,
    };
    const results = digested.map((result) => (result.ok ? stageBatch(result.batch, stage) : result));
    if (versions.length > 0) writeVersions(versions, firstArticleSeq);
    return results;
  };
}
