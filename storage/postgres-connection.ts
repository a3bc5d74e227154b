import { Kysely, PostgresDialect, type Transaction, sql } from "kysely";
import { Pool } from "pg";
import { UsageError } from "../errors.ts";
import { postgresError } from "./postgres-errors.ts";
import { type PostgresTables, prepareSchema } from "./postgres-schema.ts";

/** One writes while the others read. */
const MAX_CONNECTIONS = 5;
const CONNECT_TIMEOUT_MS = 10_000;

export type PostgresTransaction = Transaction<PostgresTables>;

export interface PostgresConnection {
  /** Runs a question. @throws TransientError (store-unreachable) when the connection is lost */
  ask<T>(question: (db: Kysely<PostgresTables>) => Promise<T>): Promise<T>;
  /** Runs `work` in a transaction that has the schema to itself among writers: events become visible in their order. */
  write<T>(work: (trx: PostgresTransaction) => Promise<T>): Promise<T>;
  /** The same among those that keep the search index. */
  index<T>(work: (trx: PostgresTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A server as a URL names it; `place` is the URL as it may be shown, without a password. */
interface Place {
  readonly connectionString: string;
  readonly schema: string;
  readonly place: string;
}

/**
 * Connects to `postgres://user@host/database?schema=NAME` (the schema is `galley` where none is named; other parameters
 * are pg's) and prepares the schema.
 * @throws UsageError, TransientError (store-unreachable)
 */
export async function openPostgres(url: string): Promise<PostgresConnection> {
  const { connectionString, schema, place } = readUrl(url);
  const pool = new Pool({
    connectionString,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "galley",
    options: `-c search_path="${schema.replaceAll(/[\\ "]/gu, (mark) => (mark === '"' ? '""' : `\\${mark}`))}"`,
  });
  // A connection that breaks fails the question on it or, between two questions, the next one: that is where it is told.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<PostgresTables>({ dialect: new PostgresDialect({ pool }) });
  let closed = false;

  async function named<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new Error(`The store ${place} is closed.`);
    try {
      return await work();
    } catch (error) {
      throw postgresError(place, error);
    }
  }

  const locked = <T>(lock: string, work: (trx: PostgresTransaction) => Promise<T>): Promise<T> =>
    named(() =>
      db.transaction().execute(async (trx) => {
        await sql`SELECT pg_advisory_xact_lock(hashtext(${lock}), hashtext(${schema}))`.execute(trx);
        return work(trx);
      }),
    );

  try {
    await named(async () => {
      await checkEncoding(db, place);
      await prepareSchema(db, schema, place);
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    ask: (question) => named(() => question(db)),
    write: (work) => locked("galley-write", work),
    index: (work) => locked("galley-index", work),
    async close() {
      if (closed) return;
      closed = true;
      await db.destroy();
    },
  };
}

function readUrl(text: string): Place {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.pathname.length < 2)
    throw new UsageError(
      "usage",
      `"${text.replace(/:[^:@/]*@/u, ":…@")}" names no PostgreSQL database, as postgres://user@host/database does.`,
    );
  const schema = url.searchParams.get("schema") ?? "galley";
  // PostgreSQL cuts longer names off, and two stores would be one.
  if (schema === "" || Buffer.byteLength(schema) > 63 || /[\0$]/u.test(schema))
    throw new UsageError("usage", `A schema's name has 1 to 63 bytes, unlike ${JSON.stringify(schema)}.`);
  url.searchParams.delete("schema");
  const connectionString = url.href;
  if (url.password !== "") url.password = "…";
  url.searchParams.delete("password");
  return { connectionString, schema, place: decodeURI(url.href) };
}

async function checkEncoding(db: Kysely<PostgresTables>, place: string): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`SHOW server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding ?? "";
  if (encoding !== "UTF8")
    throw new UsageError(
      "data-folder",
      `The database ${place} keeps text as ${encoding}, which not every article fits into. Make one with ENCODING 'UTF8'.`,
    );
}
