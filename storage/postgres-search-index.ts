import { sql } from "kysely";
import type { StoredArticle } from "../types.ts";
import { parseRecord } from "./parse-record.ts";
import type { PostgresConnection, PostgresTransaction } from "./postgres-connection.ts";
import { insertRows } from "./postgres-insert.ts";
import { type IndexSlice, type SearchIndex, followEvents } from "./search-index.ts";
import { articleTokens } from "./search-words.ts";

/** PostgreSQL keeps this many places of a word in a row. */
const MAX_PLACES = 255;

/** The full-text index of search-index.ts in `article_words`. */
export function postgresSearchIndex(connection: PostgresConnection, isIdle: () => boolean): SearchIndex {
  return followEvents({
    isIdle,
    isBehind: () =>
      connection.ask(async (db) => {
        const { rows } = await sql<{ behind: boolean }>`
          SELECT event_seq < (SELECT coalesce(max(seq), 0) FROM events) AS behind FROM search_progress`.execute(
          db,
        );
        return rows[0]?.behind === true;
      }),
    runSlice: (limit) => connection.index((trx) => indexSlice(trx, limit)),
  });
}

async function indexSlice(trx: PostgresTransaction, limit: number): Promise<IndexSlice> {
  const progress = await trx.selectFrom("search_progress").select("event_seq").executeTakeFirstOrThrow();
  const events = await trx
    .selectFrom("events")
    .select(["seq", "article_id"])
    .where("seq", ">", progress.event_seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
  const last = events.at(-1);
  if (last === undefined) return { isLast: true };
  const ids = [...new Set(events.map(({ article_id }) => article_id))];
  // FOR SHARE: an article that retention takes meanwhile must not leave its words behind.
  const { rows } = await sql<{ seq: string; record: string }>`
    SELECT a.seq, r.record FROM articles a JOIN revisions r ON r.article_seq = a.seq AND r.n = a.revision
    WHERE a.id = ANY(${ids}) ORDER BY a.seq FOR SHARE OF a`.execute(trx);
  await insertRows(
    trx,
    {
      table: "article_words",
      columns: ["article_seq", "words"],
      conflict: "ON CONFLICT (article_seq) DO UPDATE SET words = excluded.words",
    },
    rows.map(({ seq, record }) => [seq, wordVector(parseRecord(record))]),
  );
  await trx
    .updateTable("search_progress")
    .set({ event_seq: Number(last.seq) })
    .execute();
  return { isLast: events.length < limit };
}

/** The tokens as tsvector's own text. Tokens hold letters, digits and marks alone, so that quotes are enough. */
function wordVector(article: StoredArticle): string {
  const places = new Map<string, number[]>();
  for (const [i, token] of articleTokens(article).entries()) {
    const known = places.get(token);
    if (known === undefined) places.set(token, [i + 1]);
    else if (known.length < MAX_PLACES) known.push(i + 1);
  }
  return Array.from(places, ([token, numbers]) => `'${token}':${numbers.join(",")}`).join(" ");
}
