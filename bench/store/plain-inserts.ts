import { randomBytes } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import type { StorableArticle } from "../../storage/article-store.ts";

/** What a store is measured against: the driver alone, writing the same rows into the same tables. */
export interface PlainWriter {
  insert(articles: readonly StorableArticle[]): Promise<void>;
  close(): Promise<void>;
}

export type Row = readonly (string | number | null | Buffer)[];

/** Rows of one statement. */
const ROWS = 50;

/** The rows that a put writes for new articles, without finding out whether they are new. */
export function rowsOf(
  articles: readonly StorableArticle[],
  firstSeq: number,
): Readonly<Record<string, Row[]>> {
  const at = new Date().toISOString();
  const digest = randomBytes(48);
  const rows = { articles: [] as Row[], revisions: [] as Row[], events: [] as Row[] };
  for (const [i, article] of articles.entries()) {
    const seq = firstSeq + i;
    const { id, url, headline, datePublished, inLanguage, wordCount, source } = article;
    const { contentHash } = article.dedup;
    const record = JSON.stringify({ ...article, revision: { n: 1, changed: [] } });
    const columns = [
      headline,
      datePublished,
      inLanguage,
      "article",
      wordCount,
      article.fetch?.fetchedAt ?? null,
    ];
    const facets = [source, `host-${seq % 40}.example`, "en", seq];
    rows.articles.push([seq, id, url, 1, contentHash, ...columns, ...facets, at, digest]);
    rows.revisions.push([seq, seq, 1, at, record]);
    rows.events.push([seq, Buffer.from(contentHash, "hex"), "new", id, contentHash, at, 1]);
  }
  return rows;
}

/** Into a file that a SQLite store has made, with its settings. */
export function plainSqlite(path: string): PlainWriter {
  const db = new DatabaseSync(path);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
  db.exec("PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864");
  let seq = 1;
  return {
    async insert(articles) {
      db.exec("BEGIN IMMEDIATE");
      for (const [table, rows] of Object.entries(rowsOf(articles, seq)))
        for (let i = 0; i < rows.length; i += ROWS) {
          const some = rows.slice(i, i + ROWS);
          const row = `(${some[0]?.map(() => "?").join(", ")})`;
          db.prepare(`INSERT INTO ${table} VALUES ${some.map(() => row).join(", ")}`).run(...some.flat());
        }
      db.exec("COMMIT");
      seq += articles.length;
    },
    async close() {
      db.close();
    },
  };
}
