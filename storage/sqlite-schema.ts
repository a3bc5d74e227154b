import type { DatabaseSync } from "node:sqlite";
import { UsageError } from "../errors.ts";
import { hostOf, publishedAt } from "./article-filter.ts";
import { otherAddress } from "./sqlite-event-ids.ts";
import { keyIndexSchema, keyTables } from "./sqlite-keys.ts";

/** "GLLY" in SQLite's application id: tells a store of ours from any other database before anything is written to it. */
const APPLICATION_ID = 0x474c_4c59;

/**
 * The schema's history, forward only: entry n takes a store from version n to n + 1 in one transaction. An entry that was
 * released is never edited; the next change is a new entry.
 *
 * `revisions.record` is the whole StoredArticle as JSON and the only truth; the columns of `articles` repeat what is
 * listed and filtered. An event's id is kept as 32 bytes to keep its index small. AUTOINCREMENT: a number is never used
 * again after a prune, so cursors stay good.
 *
 * From version 2 on: `language` is the tag's first part; `stored_at` is the current revision's; `digest` is
 * digest-article.ts's, null in rows of version 1 until they are next put. `search` holds the tokens of search-words.ts
 * under the article's seq, up to the event that `search_progress` names (see sqlite-search-index.ts).
 *
 * From version 4 on, ids have the indexes of sqlite-keys.ts, and no UNIQUE: a table that has one is copied to be rid of it.
 * `articles.address_key` and `event_keys` are those of sqlite-event-ids.ts. Events of articles that were gone before have a
 * negative `article_seq`, one for each article.
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
  `
  ALTER TABLE articles ADD COLUMN source TEXT;
  ALTER TABLE articles ADD COLUMN host TEXT;
  ALTER TABLE articles ADD COLUMN language TEXT;
  ALTER TABLE articles ADD COLUMN published_at INTEGER;
  ALTER TABLE articles ADD COLUMN stored_at TEXT NOT NULL DEFAULT '';
  ALTER TABLE articles ADD COLUMN digest BLOB;
  ALTER TABLE events ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;

  UPDATE articles SET host = galley_host(url), published_at = galley_published_at(date_published),
    language = lower(substr(in_language, 1, instr(in_language || '-', '-') - 1)),
    stored_at = (SELECT r.stored_at FROM revisions r WHERE r.article_seq = articles.seq AND r.n = articles.revision);
  UPDATE events SET revision = numbered.n
    FROM (SELECT seq, row_number() OVER (PARTITION BY article_id ORDER BY seq) AS n FROM events) AS numbered
    WHERE numbered.seq = events.seq AND numbered.n > 1;

  CREATE INDEX articles_source ON articles (source);
  CREATE INDEX articles_host ON articles (host);
  CREATE INDEX articles_language ON articles (language);
  CREATE INDEX articles_page_type ON articles (page_type);

  CREATE TABLE cursors (
    name TEXT    PRIMARY KEY,
    seq  INTEGER NOT NULL,
    at   TEXT    NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
  CREATE TABLE search_progress (event_seq INTEGER NOT NULL) STRICT;
  INSERT INTO search_progress VALUES (0);
  `,
  `
  CREATE INDEX articles_published ON articles (published_at);
  `,
  `
  CREATE TABLE articles_4 (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT,
    id             TEXT    NOT NULL,
    url            TEXT    NOT NULL,
    revision       INTEGER NOT NULL,
    content_hash   TEXT    NOT NULL,
    headline       TEXT,
    date_published TEXT,
    in_language    TEXT,
    page_type      TEXT    NOT NULL,
    word_count     INTEGER NOT NULL,
    fetched_at     TEXT,
    source         TEXT,
    host           TEXT,
    language       TEXT,
    published_at   INTEGER,
    stored_at      TEXT    NOT NULL,
    digest         BLOB,
    address_key    TEXT
  ) STRICT;
  CREATE TABLE events_4 (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    id           BLOB    NOT NULL,
    type         TEXT    NOT NULL,
    article_seq  INTEGER NOT NULL,
    article_id   TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    content_hash TEXT    NOT NULL,
    at           TEXT    NOT NULL
  ) STRICT;
  INSERT INTO articles_4 SELECT seq, id, url, revision, content_hash, headline, date_published, in_language, page_type,
    word_count, fetched_at, source, host, language, published_at, stored_at, digest, galley_other_address(id, url)
    FROM articles;
  INSERT INTO events_4 SELECT e.seq, e.id, e.type, coalesce(a.seq, -min(e.seq) OVER (PARTITION BY e.article_id)),
    e.article_id, e.revision, e.content_hash, e.at FROM events e LEFT JOIN articles a ON a.id = e.article_id ORDER BY e.seq;
  ${keepNumbers("articles", "articles_4")}
  ${keepNumbers("events", "events_4")}
  DROP TABLE articles;
  DROP TABLE events;
  ALTER TABLE articles_4 RENAME TO articles;
  ALTER TABLE events_4 RENAME TO events;
  CREATE INDEX articles_source ON articles (source);
  CREATE INDEX articles_host ON articles (host);
  CREATE INDEX articles_language ON articles (language);
  CREATE INDEX articles_page_type ON articles (page_type);
  CREATE INDEX articles_published ON articles (published_at, host);
  CREATE INDEX events_article ON events (article_seq);

  ${keyIndexSchema("article_keys")}
  ${keyIndexSchema("event_keys")}
  INSERT INTO article_keys_settled SELECT id, seq FROM articles ORDER BY id, seq;
  INSERT INTO event_keys_settled SELECT address_key, seq FROM articles WHERE address_key IS NOT NULL
    UNION SELECT article_id, article_seq FROM events WHERE article_seq < 0
    UNION SELECT lower(hex(substr(id, 1, 8))), article_seq FROM events WHERE article_seq < 0;

  CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    INSERT INTO article_keys_new VALUES (NEW.id, NEW.seq);
  END;
  CREATE TRIGGER address_added AFTER INSERT ON articles WHEN NEW.address_key IS NOT NULL BEGIN
    INSERT INTO event_keys_new VALUES (NEW.address_key, NEW.seq);
  END;
  CREATE TRIGGER address_changed AFTER UPDATE OF address_key ON articles
    WHEN NEW.address_key IS NOT NULL AND NEW.address_key IS NOT OLD.address_key
      AND NOT EXISTS (SELECT 1 FROM event_keys WHERE key = NEW.address_key AND seq = NEW.seq) BEGIN
    INSERT INTO event_keys_new VALUES (NEW.address_key, NEW.seq);
  END;
  CREATE TRIGGER article_removed AFTER DELETE ON articles BEGIN
    ${keyTables("article_keys")
      .map((table) => `DELETE FROM ${table} WHERE key = OLD.id AND seq = OLD.seq;`)
      .join("\n    ")}
    INSERT INTO event_keys_new VALUES (OLD.id, OLD.seq);
  END;
  `,
];

/** A copy of a table gives out no number that the table has given out, of rows since removed either. */
function keepNumbers(table: string, copy: string): string {
  return `DELETE FROM sqlite_sequence WHERE name = '${copy}';
  INSERT INTO sqlite_sequence (name, seq) SELECT '${copy}', seq FROM sqlite_sequence WHERE name = '${table}';`;
}

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
  db.function("galley_host", { deterministic: true }, (url) => hostOf(String(url)));
  db.function("galley_published_at", { deterministic: true }, (date) =>
    publishedAt(date === null ? null : String(date)),
  );
  db.function("galley_other_address", { deterministic: true }, (id, url) =>
    otherAddress({ id: String(id), url: String(url) }),
  );
  if (schemaVersion(db) === MIGRATIONS.length) return;
  // A table that others refer to can be replaced by its copy (https://www.sqlite.org/lang_altertable.html, section 7).
  db.exec("PRAGMA foreign_keys = OFF");
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
  db.exec("PRAGMA foreign_keys = ON");
}

/** How many migrations a store has had. */
export function schemaVersion(db: DatabaseSync): number {
  return readNumber(db, "SELECT user_version AS value FROM pragma_user_version");
}

function readNumber(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.["value"]);
}
