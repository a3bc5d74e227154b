import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import type { StorableArticle } from "../../storage/article-store.ts";

/** What a store is measured against: the driver alone, writing the same rows into the same tables. */
export interface PlainWriter {
  insert(articles: readonly StorableArticle[]): Promise<void>;
  close(): Promise<void>;
}

type Row = readonly (string | number | null | Buffer)[];

/** Rows of one statement. */
const ROWS = 50;

/** The rows that a put writes for new articles, without finding out whether they are new. */
function rowsOf(
  articles: readonly StorableArticle[],
  firstSeq: number,
): { readonly articles: Row[]; readonly revisions: Row[]; readonly events: Row[] } {
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
    rows.articles.push([seq, id, url, 1, contentHash, ...columns, ...facets, at, digest, null]);
    rows.revisions.push([seq, seq, 1, at, record]);
    rows.events.push([seq, Buffer.from(contentHash, "hex"), "new", seq, id, 1, contentHash, at]);
  }
  return rows;
}

/** Into a file that a SQLite store has made, with its settings. */
export function plainSqlite(path: string): PlainWriter {
  const db = new DatabaseSync(path);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384");
  db.exec("PRAGMA wal_autocheckpoint = 32000; PRAGMA journal_size_limit = 134217728");
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

/** Without what SQLite alone has: an article's address key, a revision's own number, an event's number of its article. */
const POSTGRES_TABLES = {
  articles: `articles (seq, id, url, revision, content_hash, headline, date_published, in_language, page_type,
    word_count, fetched_at, source, host, language, published_at, stored_at, digest)`,
  revisions: "revisions (article_seq, n, stored_at, record)",
  events: "events (seq, id, type, article_id, revision, content_hash, at)",
} as const;

/** Into a schema that a PostgreSQL store has made. */
export async function plainPostgres(url: string): Promise<PlainWriter> {
  const place = new URL(url);
  const schema = place.searchParams.get("schema") ?? "";
  place.searchParams.delete("schema");
  const client = new Client({ connectionString: place.href, options: `-c search_path=${schema}` });
  await client.connect();
  let seq = 1;
  return {
    async insert(articles) {
      const rows = rowsOf(articles, seq);
      const tables = {
        articles: rows.articles.map((row) => row.slice(0, -1)),
        revisions: rows.revisions.map((row) => row.slice(1)),
        events: rows.events.map((row) => row.toSpliced(3, 1)),
      };
      await client.query("BEGIN");
      for (const [name, all] of Object.entries(tables)) {
        const columns = all[0]?.length ?? 0;
        const places = all.map((row, i) => `(${row.map((_, j) => `$${i * columns + j + 1}`).join(",")})`);
        const table = POSTGRES_TABLES[name as keyof typeof POSTGRES_TABLES];
        await client.query(`INSERT INTO ${table} VALUES ${places.join(", ")}`, all.flat());
      }
      await client.query("COMMIT");
      seq += articles.length;
    },
    close: () => client.end(),
  };
}

/** Lines at the end of a file, synced. */
export async function plainLines(path: string): Promise<PlainWriter> {
  const file = await open(path, "a");
  return {
    async insert(articles) {
      const lines = articles.map((article) =>
        JSON.stringify({ ...article, revision: { n: 1, changed: [] } }),
      );
      await file.write(`${lines.join("\n")}\n`);
      await file.datasync();
    },
    close: () => file.close(),
  };
}
