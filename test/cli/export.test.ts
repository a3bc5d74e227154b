import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import type { ArticleStore } from "../../storage/article-store.ts";
import type { FeedItem } from "../../storage/feeds/feed-item.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { testFolder } from "../queue/test-place.ts";
import { sampleArticle, sampleArticles, withText } from "../storage/sample-article.ts";
import { runGalley, startGalley } from "./run-galley.ts";

async function withStore(data: string, work: (store: ArticleStore) => Promise<unknown>): Promise<void> {
  const store = await openSqliteStore(join(data, "galley.db"));
  await work(store);
  await store.close();
}

/** New, changed and odd: quotes, line ends, an alphabet, a comma. */
async function filled(): Promise<string> {
  const data = await testFolder();
  await withStore(data, async (store) => {
    await store.put(sampleArticles("pier", 3));
    await store.put([withText(sampleArticle("pier-1"), 'She said "no",\r\nand left; їжак')]);
    await store.put([
      {
        ...sampleArticle("bare"),
        headline: null,
        author: [],
        datePublished: null,
        isAccessibleForFree: null,
      },
    ]);
  });
  return data;
}

const itemsOf = (stdout: string): FeedItem[] =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as FeedItem);

test("jsonl holds every event with the version that it stored, and says the next cursor", async () => {
  const data = await filled();
  const run = await runGalley(["export", "--data", data]);
  assert.equal(run.stderr, "galley: 5 events → stdout; go on with --since 5\n");
  const items = itemsOf(run.stdout);
  assert.deepEqual(
    items.map(({ seq, type, articleId, revision, article }) => [
      seq,
      type,
      articleId,
      revision,
      article?.revision.n,
    ]),
    [
      [1, "new", "article-pier-0", 1, 1],
      [2, "new", "article-pier-1", 1, 1],
      [3, "new", "article-pier-2", 1, 1],
      [4, "changed", "article-pier-1", 2, 2],
      [5, "new", "article-bare", 1, 1],
    ],
  );
  assert.equal(new Set(items.map(({ id }) => id)).size, 5);
  const rest = await runGalley(["export", "--since", "3", "--data", data]);
  assert.deepEqual(itemsOf(rest.stdout), items.slice(3));
});

test("with a cursor file each export goes on where the one before ended; nothing twice, nothing left out", async () => {
  const data = await filled();
  const cursor = join(data, "reader.cursor");
  const seen: number[] = [];
  for (const round of [0, 1, 2]) {
    const out = join(data, `part-${round}.jsonl`);
    const run = await runGalley(["export", "--cursor-file", cursor, "--out", out, "--data", data]);
    assert.deepEqual([run.code, run.stdout], [0, ""]);
    seen.push(...itemsOf(await readFile(out, "utf8")).map(({ seq }) => seq));
    if (round === 0) await withStore(data, (store) => store.put(sampleArticles("late", 2)));
  }
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7]);
  assert.equal(await readFile(cursor, "utf8"), "7\n");
  assert.deepEqual(
    (await readdir(data)).filter((name) => name.endsWith(".part")),
    [],
  );
});

test("Parquet is read back by another library: types, nulls, text and times", async () => {
  const data = await filled();
  await withStore(data, (store) => store.put(sampleArticles("many", 700)));
  const out = join(data, "feed.parquet");
  const run = await runGalley(["export", "--format", "parquet", "--out", out, "--data", data]);
  assert.deepEqual(
    [run.code, run.stdout, run.stderr],
    [0, "", `galley: 705 events → ${out}; go on with --since 705\n`],
  );
  const file = await asyncBufferFromFile(out);
  const metadata = await parquetMetadataAsync(file);
  assert.deepEqual([metadata.num_rows, metadata.row_groups.length], [705n, 2]);
  const rows = await parquetReadObjects({ file });
  const items = itemsOf((await runGalley(["export", "--data", data])).stdout);
  assert.deepEqual(
    rows.map((row) => row["event_id"]),
    items.map(({ id }) => id),
  );
  assert.deepEqual(
    [rows[3]?.["cursor"], rows[3]?.["revision"], rows[3]?.["article_body"]],
    [4n, 2n, 'She said "no",\r\nand left; їжак'],
  );
  assert.deepEqual(
    [rows[0]?.["fetched_at"], rows[0]?.["free"], rows[0]?.["confidence"]],
    [new Date("2024-03-02T10:00:00.000Z"), true, 0.9],
  );
  for (const column of ["headline", "date_published", "free"])
    assert.equal(rows[4]?.[column] ?? null, null, column);
  for (const [index, row] of rows.entries())
    assert.deepEqual(JSON.parse(String(row["record"])), items[index]?.article);
});

/** RFC 4180, as a reader of its own. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

test("CSV keeps quotes, commas and line ends, and leaves absent facts empty", async () => {
  const data = await filled();
  const { stdout } = await runGalley(["export", "--format", "csv", "--data", data]);
  const [header = [], ...rows] = parseCsv(stdout);
  assert.deepEqual([rows.length, new Set(rows.map((row) => row.length))], [5, new Set([header.length])]);
  const cell = (row: number, name: string): string | undefined => rows[row]?.[header.indexOf(name)];
  assert.equal(cell(3, "article_body"), 'She said "no",\r\nand left; їжак');
  assert.deepEqual(
    [cell(4, "headline"), cell(4, "cursor"), cell(0, "fetched_at")],
    ["", "5", "2024-03-02T10:00:00.000Z"],
  );
});

test("a removal is an event without an article", async () => {
  const data = await filled();
  await withStore(data, (store) => store.prune({ before: "2999-01-01T00:00:00Z" }));
  const items = itemsOf((await runGalley(["export", "--since", "5", "--data", data])).stdout);
  assert.deepEqual(
    new Set(items.map(({ type, article }) => `${type} ${article}`)),
    new Set(["removed null"]),
  );
  assert.equal(items.length, 4);
});

test("what cannot be written or read is one line, and leaves nothing behind", async () => {
  const data = await filled();
  const cursorFile = join(data, "bad.cursor");
  await writeFile(cursorFile, "soon\n");
  const runs = await Promise.all([
    runGalley(["export", "--format", "parquet", "--data", data]),
    runGalley(["export", "--out", join(data, "none", "x.jsonl"), "--data", data]),
    runGalley(["export", "--cursor-file", cursorFile, "--data", data]),
    runGalley(["export", "--since", "-1", "--data", data]),
    runGalley(["export", "--data", join(data, "none")]),
  ]);
  assert.deepEqual(
    runs.map(({ code, stdout }) => [code, stdout]),
    [
      [2, ""],
      [2, ""],
      [2, ""],
      [2, ""],
      [17, ""],
    ],
  );
  const says = [
    /--out FILE/u,
    /Cannot write .*x\.jsonl/u,
    /holds no cursor/u,
    /whole number/u,
    /no store at/u,
  ];
  for (const [index, pattern] of says.entries()) assert.match(runs[index]?.stderr ?? "", pattern);
});

test("tail follows from now on, and Ctrl-C ends it cleanly with the cursor", async (t) => {
  const data = await filled();
  const child = startGalley(["tail", "--data", data]);
  t.after(() => child.kill("SIGKILL"));
  const errors: string[] = [];
  child.stderr?.on("data", (chunk) => errors.push(String(chunk)));
  const lines: FeedItem[] = [];
  const told = Promise.withResolvers<void>();
  createInterface({ input: child.stdout! }).on("line", (line) => {
    lines.push(JSON.parse(line) as FeedItem);
    told.resolve();
  });
  // Articles keep coming until the first line is there: when it began to follow is not to be seen from outside.
  const state = { told: false, put: 0 };
  void told.promise.then(() => (state.told = true));
  while (!state.told) {
    await withStore(data, (store) => store.put([sampleArticle(`live-${state.put}`)]));
    state.put += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  const last = lines.at(-1)?.seq ?? 0;
  assert.ok(lines[0]!.seq > 5 && lines[0]?.type === "new");
  assert.deepEqual(
    lines.map(({ seq }) => seq),
    lines.map((_, index) => lines[0]!.seq + index),
  );
  assert.equal(errors.join(""), `galley: stopped; go on with --since ${last}\n`);
});
