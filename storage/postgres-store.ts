import type { ArticleStore } from "./article-store.ts";
import { checkKeys } from "./check-article.ts";
import { groupPuts } from "./group-puts.ts";
import { checkCursorName, checkLimit, checkSeq } from "./list-cursor.ts";
import { parseRecord } from "./parse-record.ts";
import { openPostgres } from "./postgres-connection.ts";
import { listQuestion, searchQuestion } from "./postgres-list.ts";
import { prunePostgres } from "./postgres-prune.ts";
import { putGroup } from "./postgres-put.ts";
import { postgresSearchIndex } from "./postgres-search-index.ts";

/**
 * Articles in a schema of a PostgreSQL database. Any number of processes, on any machines, may read and write it at once;
 * writers take turns, so that events become visible in the order of their numbers and a reader's cursor skips none.
 * When the connection is lost, calls fail with a TransientError (store-unreachable) until the server is back.
 * @param url - See openPostgres.
 * @throws UsageError, TransientError
 */
export async function openPostgresStore(url: string): Promise<ArticleStore> {
  const connection = await openPostgres(url);
  const puts = groupPuts((batches) => connection.write((trx) => putGroup(trx, batches)));
  const searchIndex = postgresSearchIndex(connection, puts.isIdle);
  let closed = false;
  return {
    async put(articles) {
      if (closed) throw new Error("The store is closed.");
      for (const article of articles) checkKeys(article);
      if (articles.length === 0) return [];
      const outcomes = await puts.put(articles);
      searchIndex.wake(articles.length);
      return outcomes;
    },
    async get(id) {
      const row = await connection.ask((db) =>
        db
          .selectFrom("articles as a")
          .innerJoin("revisions as r", (join) =>
            join.onRef("r.article_seq", "=", "a.seq").onRef("r.n", "=", "a.revision"),
          )
          .select("r.record")
          .where("a.id", "=", id)
          .executeTakeFirst(),
      );
      return row === undefined ? null : parseRecord(row.record);
    },
    async revisions(id) {
      const rows = await connection.ask((db) =>
        db
          .selectFrom("articles as a")
          .innerJoin("revisions as r", "r.article_seq", "a.seq")
          .select("r.record")
          .where("a.id", "=", id)
          .orderBy("r.n")
          .execute(),
      );
      return rows.map(({ record }) => parseRecord(record));
    },
    async list(options) {
      return connection.ask(listQuestion(options));
    },
    async search(options) {
      const question = searchQuestion(options);
      await searchIndex.catchUp();
      return connection.ask(question);
    },
    async events({ after, limit }) {
      checkLimit(limit);
      checkSeq(after);
      const rows = await connection.ask((db) =>
        db
          .selectFrom("events")
          .selectAll()
          .where("seq", ">", String(after))
          .orderBy("seq")
          .limit(limit)
          .execute(),
      );
      return rows.map((row) => ({
        seq: Number(row.seq),
        id: row.id.toString("hex"),
        type: row.type,
        articleId: row.article_id,
        revision: row.revision,
        contentHash: row.content_hash,
        at: row.at.toISOString(),
      }));
    },
    async count() {
      const row = await connection.ask((db) =>
        db
          .selectFrom("articles")
          .select((eb) => eb.fn.countAll<string>().as("count"))
          .executeTakeFirst(),
      );
      return Number(row?.count);
    },
    async cursor(name) {
      checkCursorName(name);
      const row = await connection.ask((db) =>
        db.selectFrom("cursors").select("seq").where("name", "=", name).executeTakeFirst(),
      );
      return Number(row?.seq ?? 0);
    },
    async setCursor(name, seq) {
      checkCursorName(name);
      checkSeq(seq);
      const place = { seq, at: new Date() };
      await connection.ask((db) =>
        db
          .insertInto("cursors")
          .values({ name, ...place })
          .onConflict((conflict) => conflict.column("name").doUpdateSet(place))
          .execute(),
      );
    },
    async prune(options) {
      return prunePostgres(connection, options);
    },
    async close() {
      closed = true;
      await puts.settled();
      await searchIndex.stop();
      await connection.close();
    },
  };
}
