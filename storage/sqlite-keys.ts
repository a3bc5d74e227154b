import type { DatabaseSync } from "node:sqlite";
import { prepareAll } from "./sqlite-statements.ts";

/**
 * Where a key stands. Hashes fall all over an index: in one of a million, each new one changes a page of its own, half as
 * large as its article. So a key is first written to a small table; that one goes, in the order of its keys, into a larger one
 * when it is full, and that into the one of all. Each step changes many rows of a page at once (a log-structured merge tree:
 * O'Neil et al., Acta Informatica 33, 1996). Triggers fill it, so that no writer can forget to.
 *
 * `article_keys`: the articles by their ids. `event_keys`: articles whose events have to be looked at before an id is given
 * to another event, as far as `article_keys` does not lead to them (see sqlite-event-ids.ts).
 */
export type KeyIndexName = "article_keys" | "event_keys";

/** Rows of the first table: some 30 pages, of which a batch of 200 changes all, once. */
const NEW_KEYS = 4_096;
/** Rows of the second. Among a million, every page then gets some at once; moving them takes a third of a second. */
const RECENT_KEYS = 65_536;

/** The tables of an index, each in order for itself: the smallest first. */
export function keyTables(name: KeyIndexName): readonly [string, string, string] {
  return [`${name}_new`, `${name}_recent`, `${name}_settled`];
}

/** Makes the tables, and the view over them that is asked: columns `key` and `seq`. */
export function keyIndexSchema(name: KeyIndexName): string {
  const tables = keyTables(name);
  const make = tables.map(
    (table) => `CREATE TABLE ${table} (key TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq))
      STRICT, WITHOUT ROWID;`,
  );
  const all = tables.map((table) => `SELECT key, seq FROM ${table}`).join(" UNION ALL ");
  return `${make.join("\n  ")}\n  CREATE VIEW ${name} AS ${all};`;
}

export interface KeyLimits {
  readonly fresh: number;
  readonly recent: number;
}

/** Moves the keys of full tables on; called in a transaction, at its end. */
export function keySettler(
  db: DatabaseSync,
  name: KeyIndexName,
  limits: KeyLimits = { fresh: NEW_KEYS, recent: RECENT_KEYS },
): () => void {
  const [fresh, recent, settled] = keyTables(name);
  const sql = prepareAll(db, {
    countFresh: `SELECT count(*) AS value FROM ${fresh}`,
    countRecent: `SELECT count(*) AS value FROM ${recent}`,
    moveFresh: `INSERT INTO ${recent} SELECT key, seq FROM ${fresh} ORDER BY key, seq`,
    dropFresh: `DELETE FROM ${fresh}`,
    moveRecent: `INSERT INTO ${settled} SELECT key, seq FROM ${recent} ORDER BY key, seq`,
    dropRecent: `DELETE FROM ${recent}`,
  });
  const isUnder = (limit: number, count: typeof sql.countFresh): boolean =>
    Number(count.get()?.["value"]) < limit;
  return () => {
    if (isUnder(limits.fresh, sql.countFresh)) return;
    sql.moveFresh.run();
    sql.dropFresh.run();
    if (isUnder(limits.recent, sql.countRecent)) return;
    sql.moveRecent.run();
    sql.dropRecent.run();
  };
}
