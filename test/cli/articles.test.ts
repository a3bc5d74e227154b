import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openStore } from "../../storage/open-store.ts";
import { sampleArticle, withText } from "../storage/sample-article.ts";
import { type GalleyRun, runGalley } from "./run-galley.ts";

// What people do with a filled store: find, compare, prune, back up.

let data: string;
before(async () => {
  data = await mkdtemp(join(tmpdir(), "galley-articles-"));
  const store = await openStore(`sqlite:${join(data, "galley.db")}`);
  const heron = {
    ...sampleArticle("heron", "The heron left the quay.\n\nNobody saw it."),
    source: "harbour",
  };
  await store.put([heron, { ...sampleArticle("eel", "An eel at the quay."), inLanguage: "de" }]);
  await store.put([
    { ...withText(heron, "The heron left the old quay.\n\nNobody saw it."), headline: "Gone" },
  ]);
  await store.put([sampleArticle("鳥", "港の鳥が飛んだ。")]);
  await store.close();
  await mkdir(join(data, "pages", "ab"), { recursive: true });
  await writeFile(join(data, "pages", "ab", "page"), "raw");
});
after(() => rm(data, { recursive: true, force: true }));

const run = (...args: string[]): Promise<GalleyRun> => runGalley([...args, "--data", data]);
const idsOf = ({ stdout }: GalleyRun): string[] =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t")[0] ?? "");

test("articles search finds words, phrases and exclusions, with filters", async () => {
  assert.deepEqual(idsOf(await run("articles", "search", '"old quay"')), ["article-heron"]);
  assert.deepEqual(idsOf(await run("articles", "search", "quay -heron")), ["article-eel"]);
  assert.deepEqual(idsOf(await run("articles", "search", "quay", "--language", "de")), ["article-eel"]);
  assert.deepEqual(idsOf(await run("articles", "search", "鳥")), ["article-鳥"]);
  assert.deepEqual(idsOf(await run("articles", "search", "quay", "--limit", "1")), ["article-eel"]);
  const none = await run("articles", "search", "'; DROP TABLE articles; --");
  assert.deepEqual([none.code, none.stdout], [0, ""]);
  const empty = await run("articles", "search", "!!");
  assert.equal(empty.code, 2);
  assert.match(empty.stderr, /names no word/u);
});

test("articles list and export take the same filters", async () => {
  assert.deepEqual(idsOf(await run("articles", "list", "--source", "harbour")), ["article-heron"]);
  assert.deepEqual(idsOf(await run("articles", "list", "--from", "2024-03-02", "--to", "2024-03")).length, 3);
  const exported = await run("articles", "export", "--language", "en");
  assert.deepEqual(
    exported.stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { id: string }).id),
    ["article-heron", "article-鳥"],
  );
  const wrong = await run("articles", "list", "--from", "yesterday");
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /"yesterday" is no date/u);
});

test("articles diff shows facts and text between two versions", async () => {
  const { stdout, code } = await run("articles", "diff", "article-heron");
  assert.equal(code, 0);
  assert.match(stdout, /^headline: "News of heron" → "Gone"\n/u);
  assert.match(stdout, /^-The heron left the quay\.\n\+The heron left the old quay\.\n Nobody saw it\.$/mu);
  assert.match(stdout, /^--- article-heron@1/mu);
  const words = await run("articles", "diff", "article-heron", "--words");
  assert.match(words.stdout, /left the \{\+old \+\}quay/u);
  const single = await run("articles", "diff", "article-eel");
  assert.deepEqual([single.code, single.stdout], [0, ""]);
  assert.match(single.stderr, /no version of article-eel before/u);
  assert.equal((await run("articles", "diff", "nobody")).code, 2);
  const missing = await run("articles", "diff", "article-heron", "--from", "7");
  assert.equal(missing.code, 2);
  assert.match(missing.stderr, /Versions: 1, 2/u);
});

test("backup copies a store in use and its pages; the copy is a store", async () => {
  const folder = await mkdtemp(join(tmpdir(), "galley-backup-"));
  try {
    const store = await openStore(`sqlite:${join(data, "galley.db")}`);
    const made = await run("backup", `${folder}/`);
    await store.close();
    assert.equal(made.code, 0, made.stderr);
    assert.equal(await readFile(join(folder, "pages", "ab", "page"), "utf8"), "raw");
    const original = await run("articles", "export");
    const copied = await runGalley(["articles", "export", "--data", folder]);
    assert.equal(copied.stdout, original.stdout);
    const file = join(folder, "deep", "articles.db");
    assert.equal((await run("backup", file)).code, 0);
    assert.equal((await run("backup", file)).code, 0, "a backup may be replaced by the next");
    assert.ok(!existsSync(join(folder, "deep", "pages")));
    const other = join(folder, "letter.txt");
    await writeFile(other, "Dear keeper");
    const refused = await run("backup", other);
    assert.equal(refused.code, 17);
    assert.equal(await readFile(other, "utf8"), "Dear keeper");
    assert.equal((await run("backup", join(data, "galley.db"))).code, 2);
    const postgres = await run("backup", "x", "--store", "postgres://galley:hidden@host/db");
    assert.equal(postgres.code, 2);
    assert.match(postgres.stderr, /pg_dump --schema=galley/u);
    assert.doesNotMatch(postgres.stderr, /hidden/u);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("prune removes what is older, after a dry run has said what", async () => {
  const folder = await mkdtemp(join(tmpdir(), "galley-prune-"));
  try {
    await cp(join(data, "galley.db"), join(folder, "galley.db"));
    const prune = (...args: string[]): Promise<GalleyRun> => runGalley(["prune", ...args, "--data", folder]);
    const nothing = await prune("--older-than", "90d");
    assert.match(nothing.stderr, /removed 0 articles and 0 older versions/u);
    const dry = await prune("--older-than", "2999-01-01", "--dry-run");
    assert.match(dry.stderr, /would remove 3 articles/u, dry.stderr);
    const wet = await prune("--older-than", "2999-01-01");
    assert.match(wet.stderr, /: removed 3 articles/u);
    assert.deepEqual(idsOf(await runGalley(["articles", "list", "--data", folder])), []);
    assert.equal((await prune("--older-than", "soon")).code, 2);
    assert.equal((await prune()).code, 2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
