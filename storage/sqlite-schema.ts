import type { DatabaseSync } from "node:sqlite";
import { UsageError } from "../errors.ts";

/** "GLLY" in SQLite's application id: tells a store of ours from any other database before anything is written to it. */
const APPLICATION_ID = 0x474c_4c59;

/**
 * The schema's history, forward only: entry n takes a store from version n to n + 1 in one transaction. An entry that was
 * released is never edited; the next change is a new entry.
 *
 * `revisions.record` is the whole StoredArticle as JSON and the only truth; the columns of `articles` repeat what is
 * listed and filtered. An event's id is kept as 32 bytes to keep its index small. AUTOINCREMENT: a number is never used
 * again after a prune, so cursors stay good.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE articles (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT,
    id             TEXT    NOT NULL UNIQUE,
    url            TEXT    NOT NULL,
    revision       INTEGER NOT NULL,
    content_hash   TEXT    NOT NULL,
    headline       TEXT,
    date_published TEXT,
    in_language    TEXT,
    page_type      TEXT    NOT NULL,
    word_count     INTEGER NOT NULL,
    fetched_at     TEXT
  ) STRICT;
  CREATE TABLE revisions (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_seq INTEGER NOT NULL REFERENCES articles (seq),
    n           INTEGER NOT NULL,
    stored_at   TEXT    NOT NULL,
    record      TEXT    NOT NULL,
    UNIQUE (article_seq, n)
  ) STRICT;
  CREATE TABLE events (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    id           BLOB    NOT NULL UNIQUE,
    type         TEXT    NOT NULL,
    article_id   TEXT    NOT NULL,
    content_hash TEXT    NOT NULL,
    at           TEXT    NOT NULL
  ) STRICT;
  `,
];

/**
 * Refuses a database that is not ours or comes from a newer Galley. Reads only, so that a stranger's file stays as it was.
 * @throws UsageError (data-folder)
 */
export function checkOwnership(db: DatabaseSync, path: string): void {
  const tables = readNumber(db, "SELECT count(*) AS value FROM sqlite_schema");
  const owner = readNumber(db, "SELECT application_id AS value FROM pragma_application_id");
  if (tables > 0 && owner !== APPLICATION_ID)
    throw new UsageError(
      "data-folder",
      `${path} is a database of another program, not an article store. Choose another path.`,
    );
  const version = schemaVersion(db);
  if (version > MIGRATIONS.length)
    throw new UsageError(
      "data-folder",
      `${path} was written by a newer Galley (schema ${version}; this one knows ${MIGRATIONS.length}). Update Galley.`,
    );
}

/** Brings the schema up to date. Each step is one transaction, taken again from the file's own version by any process. */
export function migrate(db: DatabaseSync): void {
  while (schemaVersion(db) < MIGRATIONS.length) {
    db.exec("BEGIN IMMEDIATE");
    try {
      const version = schemaVersion(db);
      const step = MIGRATIONS[version];
      if (step !== undefined)
        db.exec(`${step}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + 1}`);
      db.exec("COMMIT");
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  }
}

/** How many migrations a store has had. */
export function schemaVersion(db: DatabaseSync): number {
  return readNumber(db, "SELECT user_version AS value FROM pragma_user_version");
}

function readNumber(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.["value"]);
}
