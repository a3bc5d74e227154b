import { DatabaseSync } from "node:sqlite";
import { UsageError } from "../../errors.ts";
import { preparePlace } from "../data-folder.ts";
import { inTransaction } from "../sqlite-connection.ts";
import { sqliteError } from "../sqlite-errors.ts";
import { LOCK_WAIT_IN_CALL_MS, waitForLock } from "../wait-for-lock.ts";
import type { FeedItem } from "./feed-item.ts";
import type { Letter, Sink, SinkSpec } from "./sink-types.ts";

/** What people want to know of a sink. */
export interface SinkState {
  readonly waiting: number;
  readonly dead: number;
  /** The receiver's last failure; null since it has taken something. */
  readonly trouble: string | null;
}

/**
 * The sinks of a data folder and their letters: items that failed, and those of the same article behind them. Durable before
 * the sink's cursor moves past them. Any number of processes may have it open.
 */
export interface SinkBook {
  /** @throws UsageError when the name is taken or is no name. */
  requireFree(name: string): Promise<void>;
  /** @throws as requireFree. */
  add(sink: Sink): Promise<void>;
  list(): Promise<readonly Sink[]>;
  /** @throws UsageError when there is none of that name. */
  get(name: string): Promise<Sink>;
  remove(name: string): Promise<void>;
  state(name: string): Promise<SinkState>;
  setTrouble(name: string, trouble: string | null): Promise<void>;
  /** Asks the running delivery to go on after an event. */
  askReplay(name: string, after: number): Promise<void>;
  /** What was asked, once. */
  takeReplay(name: string): Promise<number | null>;
  /** Puts letters in, or in place of those of the same events. */
  keep(name: string, letters: readonly Letter[]): Promise<void>;
  settle(name: string, seq: number): Promise<void>;
  /** Of these events, those that have a letter, dead ones included. */
  known(name: string, seqs: readonly number[]): Promise<ReadonlySet<number>>;
  /** Articles with waiting letters. */
  held(name: string): Promise<ReadonlySet<string>>;
  /** The first waiting letter of each article whose time has come, in order. */
  due(name: string, options: { readonly now: number; readonly limit: number }): Promise<readonly Letter[]>;
  dead(name: string): Promise<readonly Letter[]>;
  /** Gives dead letters, of these events or all, another round of attempts; answers how many. */
  revive(name: string, eventIds: readonly string[] | null): Promise<number>;
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sinks (
    name TEXT PRIMARY KEY, spec TEXT NOT NULL, trouble TEXT, replay_after INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS letters (
    sink TEXT NOT NULL, seq INTEGER NOT NULL, event_id TEXT NOT NULL, article_id TEXT NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, since INTEGER NOT NULL, error TEXT,
    PRIMARY KEY (sink, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS letters_by_article ON letters (sink, state, article_id, seq);
`;

/** Later than the table: as JSON, what a dead letter was to deliver. */
const ADD_COPY = `ALTER TABLE letters ADD COLUMN copy TEXT`;

const LETTER = `seq, event_id AS eventId, article_id AS articleId, state, attempts, next_at AS nextAt, since, error, copy`;

const SQL = {
  add: `INSERT OR IGNORE INTO sinks (name, spec) VALUES (?, ?)`,
  list: `SELECT name, spec FROM sinks ORDER BY name`,
  get: `SELECT name, spec FROM sinks WHERE name = ?`,
  remove: `DELETE FROM sinks WHERE name = ?`,
  removeLetters: `DELETE FROM letters WHERE sink = ?`,
  state: `SELECT (SELECT count(*) FROM letters WHERE sink = s.name AND state = 'waiting') AS waiting,
            (SELECT count(*) FROM letters WHERE sink = s.name AND state = 'dead') AS dead, trouble
          FROM sinks s WHERE name = ?`,
  setTrouble: `UPDATE sinks SET trouble = ? WHERE name = ?`,
  setReplay: `UPDATE sinks SET replay_after = ? WHERE name = ?`,
  replay: `SELECT replay_after AS after FROM sinks WHERE name = ?`,
  keep: `INSERT OR REPLACE INTO letters (sink, seq, event_id, article_id, state, attempts, next_at, since, error, copy)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  settle: `DELETE FROM letters WHERE sink = ? AND seq = ?`,
  known: `SELECT seq FROM letters WHERE sink = ? AND seq IN (SELECT value FROM json_each(?))`,
  held: `SELECT DISTINCT article_id AS articleId FROM letters WHERE sink = ? AND state = 'waiting'`,
  due: `SELECT ${LETTER} FROM letters l WHERE sink = ? AND state = 'waiting' AND next_at <= ? AND seq =
          (SELECT min(seq) FROM letters WHERE sink = l.sink AND state = 'waiting' AND article_id = l.article_id)
        ORDER BY seq LIMIT ?`,
  dead: `SELECT ${LETTER} FROM letters WHERE sink = ? AND state = 'dead' ORDER BY seq`,
  revive: `UPDATE letters SET state = 'waiting', attempts = 0, next_at = 0 WHERE sink = ? AND state = 'dead'
             AND (? IS NULL OR event_id IN (SELECT value FROM json_each(?)))`,
} as const;

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/u;

/** @throws UsageError (data-folder) where the file cannot be made. */
export async function openSinkBook(path: string): Promise<SinkBook> {
  await preparePlace(path);
  const closing = new AbortController();
  let db: DatabaseSync;
  try {
    db = new DatabaseSync(path, { timeout: LOCK_WAIT_IN_CALL_MS });
  } catch (error) {
    throw sqliteError(path, error);
  }
  const run = async <T>(work: () => T): Promise<T> => {
    try {
      return await waitForLock(path, work, closing.signal);
    } catch (error) {
      throw sqliteError(path, error);
    }
  };
  await run(() => db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${SCHEMA}`));
  await run(() => inTransaction(db, () => addCopyColumn(db)));
  const sql = Object.fromEntries(
    Object.entries(SQL).map(([name, text]) => [name, db.prepare(text)]),
  ) as Readonly<Record<keyof typeof SQL, ReturnType<DatabaseSync["prepare"]>>>;
  async function requireFree(name: string): Promise<void> {
    if (!NAME.test(name))
      throw new UsageError(
        "usage",
        `"${name}" is no name for a sink: use a to z, 0 to 9 and -, at most 63 of them.`,
      );
    if ((await run(() => sql.get.get(name))) === undefined) return;
    throw new UsageError(
      "usage",
      `There is a sink "${name}" already. Remove it first, or choose another name.`,
    );
  }

  return {
    requireFree,
    async add({ name, spec }) {
      await requireFree(name);
      const { changes } = await run(() => sql.add.run(name, JSON.stringify(spec)));
      // Another process was faster.
      if (Number(changes) === 0) await requireFree(name);
    },
    list: () => run(() => sql.list.all().map(toSink)),
    async get(name) {
      const row = await run(() => sql.get.get(name));
      if (row === undefined)
        throw new UsageError("usage", `There is no sink "${name}". \`galley sink list\` shows them.`);
      return toSink(row);
    },
    remove: (name) =>
      run(() =>
        inTransaction(db, () => {
          sql.remove.run(name);
          sql.removeLetters.run(name);
        }),
      ),
    async state(name) {
      const row = await run(() => sql.state.get(name));
      const trouble = row?.["trouble"];
      return {
        waiting: Number(row?.["waiting"] ?? 0),
        dead: Number(row?.["dead"] ?? 0),
        trouble: typeof trouble === "string" ? trouble : null,
      };
    },
    setTrouble: async (name, trouble) => void (await run(() => sql.setTrouble.run(trouble, name))),
    askReplay: async (name, after) => void (await run(() => sql.setReplay.run(after, name))),
    async takeReplay(name) {
      const after = (await run(() => sql.replay.get(name)))?.["after"] ?? null;
      if (after !== null) await run(() => sql.setReplay.run(null, name));
      return after === null ? null : Number(after);
    },
    keep: (name, letters) =>
      run(() =>
        inTransaction(db, () => {
          for (const letter of letters) sql.keep.run(name, ...valuesOf(letter));
        }),
      ),
    settle: async (name, seq) => void (await run(() => sql.settle.run(name, seq))),
    known: async (name, seqs) =>
      new Set((await run(() => sql.known.all(name, JSON.stringify(seqs)))).map((row) => Number(row["seq"]))),
    held: async (name) =>
      new Set((await run(() => sql.held.all(name))).map((row) => String(row["articleId"]))),
    due: (name, { now, limit }) => run(() => sql.due.all(name, Math.round(now), limit).map(toLetter)),
    dead: (name) => run(() => sql.dead.all(name).map(toLetter)),
    async revive(name, eventIds) {
      const wanted = eventIds === null ? null : JSON.stringify(eventIds);
      return Number((await run(() => sql.revive.run(name, wanted, wanted))).changes);
    },
    close() {
      closing.abort(new Error(`${path} was closed.`));
      if (db.isOpen) db.close();
    },
  };
}

/** Letters of an earlier Galley stay as they are. */
function addCopyColumn(db: DatabaseSync): void {
  const columns = db.prepare("SELECT name FROM pragma_table_info('letters')").all();
  if (!columns.some(({ name }) => name === "copy")) db.exec(ADD_COPY);
}

type Row = Readonly<Record<string, unknown>>;

/** In the order of `keep`. */
function valuesOf({ seq, eventId, articleId, state, ...letter }: Letter): (string | number | null)[] {
  const { attempts, error } = letter;
  const [nextAt, since] = [Math.round(letter.nextAt), Math.round(letter.since)];
  const copy = letter.copy === null ? null : JSON.stringify(letter.copy);
  return [seq, eventId, articleId, state, attempts, nextAt, since, error, copy];
}

function toSink(row: Row): Sink {
  return { name: String(row["name"]), spec: JSON.parse(String(row["spec"])) as SinkSpec };
}

function toLetter(row: Row): Letter {
  return {
    seq: Number(row["seq"]),
    eventId: String(row["eventId"]),
    articleId: String(row["articleId"]),
    state: row["state"] === "dead" ? "dead" : "waiting",
    attempts: Number(row["attempts"]),
    nextAt: Number(row["nextAt"]),
    since: Number(row["since"]),
    error: typeof row["error"] === "string" ? row["error"] : null,
    copy: typeof row["copy"] === "string" ? (JSON.parse(row["copy"]) as FeedItem) : null,
  };
}
