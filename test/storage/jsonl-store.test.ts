import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, test } from "node:test";
import { PermanentError, UsageError } from "../../errors.ts";
import { openJsonlStore } from "../../storage/jsonl-store.ts";
import { openJsonlStream } from "../../storage/jsonl-stream.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-jsonl-"));
after(() => rm(folder, { recursive: true, force: true }));

/** A closed store's file with `batches` of three articles each. */
async function filledFile(name: string, batches: number): Promise<string> {
  const path = join(folder, name);
  const store = await openJsonlStore(path);
  for (let i = 0; i < batches; i++) await store.put(sampleArticles(`batch-${i}`, 3));
  await store.close();
  return path;
}

test("each line is a stored article, readable without Galley", async () => {
  const path = await filledFile("plain.jsonl", 1);
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  const articles = lines.map((line) => JSON.parse(line) as { id: string; event: { seq: number } });
  assert.deepEqual(
    articles.map(({ id, event }) => [id, event.seq]),
    [
      ["article-batch-0-0", 1],
      ["article-batch-0-1", 2],
      ["article-batch-0-2", 3],
    ],
  );
});

test("cut off at any byte of its last batch, the file opens with the batches before it and goes on", async () => {
  const path = await filledFile("torn.jsonl", 2);
  const whole = await readFile(path);
  const start = whole.indexOf('{"schemaVersion":1,"id":"article-batch-1-0"');
  assert.ok(start > 0);
  // Every 97th place covers line ends, names, numbers and text; the last places are tried one by one.
  const cuts = Array.from({ length: whole.length - start }, (_, i) => start + i).filter(
    (cut) => (cut - start) % 97 === 0 || whole.length - cut <= 3,
  );
  for (const cut of cuts) {
    await writeFile(path, whole.subarray(0, cut));
    const store = await openJsonlStore(path);
    // Only the line end is missing: the batch is whole.
    const expected = cut === whole.length - 1 ? 6 : 3;
    assert.equal(await store.count(), expected, `cut at ${cut}`);
    await store.put([sampleArticle("afterwards")]);
    await store.close();
    const again = await openJsonlStore(path);
    assert.equal(await again.count(), expected + 1, `cut at ${cut}`);
    assert.equal((await again.events({ after: 0, limit: 100 })).at(-1)?.seq, expected + 1);
    await again.close();
  }
});

test("zeros that a failing disk left at the end are cut off", async () => {
  const path = await filledFile("zeros.jsonl", 1);
  const whole = await readFile(path, "utf8");
  await appendFile(path, "\0".repeat(5_000));
  const store = await openJsonlStore(path);
  assert.equal(await store.count(), 3);
  await store.close();
  assert.equal(await readFile(path, "utf8"), whole);
});

test("a damaged line in the middle is named by its number, and the file stays as it was", async () => {
  const path = await filledFile("damaged.jsonl", 2);
  const lines = (await readFile(path, "utf8")).split("\n");
  lines[3] = "not an article";
  await writeFile(path, lines.join("\n"));
  await assert.rejects(
    openJsonlStore(path),
    (error) =>
      error instanceof PermanentError && error.code === "broken-line" && /line 4/.test(error.message),
  );
  assert.equal(await readFile(path, "utf8"), lines.join("\n"));
});

test("an export without events opens as a store, with and without a last line end", async () => {
  const articles = sampleArticles("boat", 3).map((article) =>
    Object.assign(article, { revision: { n: 1, changed: [] } }),
  );
  const text = articles.map((article) => JSON.stringify(article)).join("\n");
  const path = join(folder, "export.jsonl");
  for (const end of ["", "\n", "\n\n"]) {
    await writeFile(path, text + end);
    const store = await openJsonlStore(path);
    assert.deepEqual((await store.list({ after: null, limit: 9 })).articles, articles);
    assert.deepEqual(
      (await store.events({ after: 0, limit: 9 })).map(({ seq, type, at }) => [seq, type, at]),
      articles.map((article, i) => [i + 1, "new", article.fetch?.fetchedAt]),
    );
    await store.put([withText(articles[0]!, "Changed.")]);
    await store.close();
    const again = await openJsonlStore(path);
    assert.equal(await again.count(), 3);
    assert.equal((await again.get(articles[0]!.id))?.revision.n, 2);
    await again.close();
  }
});

test("jsonl:- writes each new or changed article as one line, and nothing for an unchanged one", async () => {
  const out = new PassThrough();
  const store = openJsonlStream(out);
  const article = sampleArticle("heron");
  const changed = withText(article, "Dusk.");
  const outcomes = [
    await store.put([article, article]),
    await store.put([changed]),
    await store.put([changed]),
  ];
  assert.deepEqual(
    outcomes.flat().map(({ outcome }) => outcome),
    ["new", "unchanged", "changed", "unchanged"],
  );
  await store.close();
  out.end();
  const lines = (await out.setEncoding("utf8").toArray()).join("").trimEnd().split("\n");
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    [
      { ...article, revision: { n: 1, changed: [] } },
      { ...changed, revision: { n: 2, changed: ["articleBody"] } },
    ],
  );
});

test("jsonl:- cannot be read, and says where articles can", async () => {
  const store = openJsonlStream(new PassThrough());
  await assert.rejects(
    store.get("x"),
    (error) => error instanceof UsageError && /sqlite:PATH/.test(error.message),
  );
  await assert.rejects(store.list({ after: null, limit: 1 }), UsageError);
});

test("jsonl:- fails when its reader has gone", async () => {
  const out = new PassThrough();
  const store = openJsonlStream(out);
  out.on("error", () => {});
  out.destroy();
  await assert.rejects(store.put([sampleArticle("heron")]));
});
