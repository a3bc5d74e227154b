import { type ColumnType, type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { UsageError, messageOf } from "../errors.ts";

/** `bigint` comes as text, since not every one fits into a number; ours do. */
type BigInteger = ColumnType<string, number, number>;
type Time = ColumnType<Date, Date, Date>;

export interface PostgresTables {
  articles: {
    seq: BigInteger;
    id: string;
    url: string;
    revision: number;
    content_hash: string;
    headline: string | null;
    date_published: string | null;
    in_language: string | null;
    page_type: string;
    word_count: number;
    fetched_at: string | null;
    source: string | null;
    host: string | null;
    language: string | null;
    published_at: BigInteger | null;
    stored_at: Time;
    digest: Buffer;
  };
  revisions: { article_seq: BigInteger; n: number; stored_at: Time; record: string };
  events: {
    seq: BigInteger;
    id: Buffer;
    type: "new" | "changed" | "removed";
    article_id: string;
    revision: number;
    content_hash: string;
    at: Time;
  };
  cursors: { name: string; seq: BigInteger; at: Time };
  article_words: { article_seq: BigInteger; words: string };
  search_progress: { event_seq: BigInteger };
}

/**
 * As sqlite-schema.ts, with the differences of the database: an article's seq is that of its first event, numbered under
 * the writers' lock rather than by a sequence, which leaves gaps and gives out numbers before their turn. Keys compare by
 * their bytes (COLLATE "C"), whatever the database's language.
 */
const FIRST = `
  CREATE TABLE articles (
    seq            bigint  PRIMARY KEY,
    id             text    COLLATE "C" NOT NULL UNIQUE,
    url            text    COLLATE "C" NOT NULL,
    revision       integer NOT NULL,
    content_hash   text    NOT NULL,
    headline       text,
    date_published text,
    in_language    text,
    page_type      text    COLLATE "C" NOT NULL,
    word_count     bigint  NOT NULL,
    fetched_at     text,
    source         text    COLLATE "C",
    host           text    COLLATE "C",
    language       text    COLLATE "C",
    published_at   bigint,
    stored_at      timestamptz(3) NOT NULL,
    digest         bytea   NOT NULL
  );
  CREATE TABLE revisions (
    article_seq bigint  NOT NULL REFERENCES articles (seq),
    n           integer NOT NULL,
    stored_at   timestamptz(3) NOT NULL,
    record      text    NOT NULL,
    PRIMARY KEY (article_seq, n)
  );
  CREATE TABLE events (
    seq          bigint  PRIMARY KEY,
    id           bytea   NOT NULL UNIQUE,
    type         text    NOT NULL,
    article_id   text    COLLATE "C" NOT NULL,
    revision     integer NOT NULL,
    content_hash text    NOT NULL,
    at           timestamptz(3) NOT NULL
  );
  CREATE TABLE cursors (
    name text   COLLATE "C" PRIMARY KEY,
    seq  bigint NOT NULL,
    at   timestamptz(3) NOT NULL
  );
  CREATE TABLE article_words (
    article_seq bigint   PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
    words       tsvector NOT NULL
  );
  CREATE TABLE search_progress (event_seq bigint NOT NULL);
  INSERT INTO search_progress VALUES (0);
  CREATE INDEX articles_source ON articles (source, seq);
  CREATE INDEX articles_host ON articles (host, seq);
  CREATE INDEX articles_language ON articles (language, seq);
  CREATE INDEX articles_page_type ON articles (page_type, seq);
  CREATE INDEX article_words_words ON article_words USING gin (words);
  -- Several times as fast as the default, where the server was built with it.
  DO $$ BEGIN
    EXECUTE 'ALTER TABLE revisions ALTER COLUMN record SET COMPRESSION lz4';
  EXCEPTION WHEN feature_not_supported OR syntax_error OR invalid_parameter_value THEN NULL;
  END $$;
`;

/** Forward only, in the order of their names; one that was released is never edited. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-articles": { up: async (db) => void (await sql.raw(FIRST).execute(db)) },
  "0002-published": {
    up: async (db) =>
      void (await sql`CREATE INDEX articles_published ON articles (published_at, seq)`.execute(db)),
  },
};

const LAST_MIGRATION = Object.keys(MIGRATIONS).toSorted().at(-1);
const MIGRATION_TABLE = "migrations";

/**
 * Makes the schema where there is none and brings it up to date. Any number of processes may do so at once.
 * @throws UsageError (data-folder) for a schema of another program or of a newer Galley
 */
export async function prepareSchema(
  db: Kysely<PostgresTables>,
  schema: string,
  place: string,
): Promise<void> {
  if ((await lastMigration(db, schema)) === LAST_MIGRATION) return;
  await createSchema(db, schema);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: "migrations_lock",
    migrationTableSchema: schema,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (/corrupted migrations/u.test(messageOf(error)))
    throw new UsageError("data-folder", `${place} was written by a newer Galley. Update Galley.`, {
      cause: error,
    });
  if (/already exists/u.test(messageOf(error)))
    throw new UsageError(
      "data-folder",
      `The schema "${schema}" of ${place} holds tables of another program. Name another one: ?schema=NAME.`,
      { cause: error },
    );
  throw error;
}

async function lastMigration(db: Kysely<PostgresTables>, schema: string): Promise<string | null> {
  const table = await sql<{ there: boolean }>`
    SELECT to_regclass(${`${quote(schema)}.${MIGRATION_TABLE}`}) IS NOT NULL AS there`.execute(db);
  if (table.rows[0]?.there !== true) return null;
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM ${sql.id(schema, MIGRATION_TABLE)} ORDER BY name DESC LIMIT 1`.execute(db);
  return rows[0]?.name ?? null;
}

/** IF NOT EXISTS alone fails where two create it at the same moment. */
async function createSchema(db: Kysely<PostgresTables>, schema: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('galley'), hashtext(${schema}))`.execute(trx);
    const { rows } = await sql`SELECT 1 FROM pg_namespace WHERE nspname = ${schema}`.execute(trx);
    if (rows.length === 0) await sql`CREATE SCHEMA ${sql.id(schema)}`.execute(trx);
  });
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
