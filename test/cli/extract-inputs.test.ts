import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { ArticleRecord } from "../../types.ts";
import { readTextFixtures } from "../extractor/text-mode/read-fixture.ts";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { runGalley } from "./run-galley.ts";
import { conversionRecord, packEach, responseRecord, warcInfo } from "./warc/make-warc.ts";

const CLEAN =
  "The clock of the fish hall has been repaired by the woman who sells herring beneath it, with a hairpin and a great deal of patience.\n" +
  "Details\n" +
  "It now runs four minutes fast. The fishmongers asked her to leave it so, because the first bus has always been four minutes late.\n";

let folder: string;
let site: Site;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-inputs-"));
  site = await startSite();
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const lines = (stdout: string): ArticleRecord[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ArticleRecord);

test("a plain-text dump: headline and body as text; a clean one unchanged", async () => {
  const clean = await runGalley(["extract", "-", "--input", "text"], { input: CLEAN });
  assert.equal(clean.stdout, CLEAN);
  assert.equal(clean.code, 0, clean.stderr);
  const dump = readTextFixtures().find(({ name }) => name === "en-slug-counters.txt");
  assert.ok(dump);
  const file = join(folder, "dump.txt");
  await writeFile(file, dump.dump);
  const run = await runGalley(["extract", file, "--input", "text"]);
  assert.match(run.stdout, /^Ferry to Lismore Island returns after three weeks of storms\n\nThe ferry/u);
  assert.match(run.stdout, /\n- Harbour master Ewan Tait stated\.\n/u);
  assert.doesNotMatch(run.stdout, /переглядiв|snow plough|views_/u);
  const json = await runGalley(["extract", file, "--input", "text", "--format", "json", "--keep", "slug"]);
  const record = JSON.parse(json.stdout) as ArticleRecord;
  assert.match(record.articleBody, /^ferry-to-lismore/u);
  assert.ok(record.extraction.removed.some(({ type }) => type === "popular"));
});

test("lines with text among lines with HTML", async () => {
  const html = `<article><h1>Story</h1><p>${"The tram depot opened its doors to the swallows again on Monday. ".repeat(12)}</p></article>`;
  const input = [
    { id: "a", text: CLEAN },
    { id: "b", url: "http://paper.example/b", html },
    { id: "c", url: null },
  ].map((line) => JSON.stringify(line));
  const run = await runGalley(["extract", "-", "--input", "jsonl"], { input: input.join("\n") });
  const records = lines(run.stdout);
  assert.deepEqual(
    records.map(({ id }) => id),
    ["a", "b"],
  );
  assert.equal(records[0]?.articleBody, CLEAN.trimEnd());
  assert.match(records[1]?.articleBody ?? "", /swallows/u);
  assert.equal(run.code, 10);
  assert.match(run.stderr, /line 3: "html" is missing, and there is no "text"/u);
});

const page = (title: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>` +
  `<p>${`${title} was the talk of the quay all week, and the harbour office wrote it into the log. `.repeat(8)}</p></article></body></html>`;

const answers = [
  warcInfo(),
  responseRecord("http://paper.example/one", page("The first ferry")),
  responseRecord("http://paper.example/gone", page("Not found"), { status: 404 }),
  responseRecord("http://paper.example/picture.png", "PNG", { headers: { "Content-Type": "image/png" } }),
  responseRecord("http://paper.example/two", gzipSync(page("The packed ferry")), {
    headers: { "Content-Encoding": "gzip" },
  }),
  conversionRecord("http://paper.example/text", CLEAN),
];

test("WARC files, plain and packed, from a file and from a pipe", async () => {
  const file = join(folder, "crawl.warc.gz");
  await writeFile(file, packEach(answers));
  const packed = await runGalley(["extract", file, "--input", "warc"]);
  assert.equal(packed.code, 0, packed.stderr);
  const records = lines(packed.stdout);
  assert.deepEqual(
    records.map(({ url, headline, fetch }) => [url, headline, fetch]),
    [
      ["http://paper.example/one", "The first ferry", null],
      ["http://paper.example/two", "The packed ferry", null],
      ["http://paper.example/text", null, null],
    ],
  );
  const piped = await runGalley(["extract", "-", "--input", "warc"], { input: Buffer.concat(answers) });
  assert.equal(piped.stdout, packed.stdout);
});

test("a broken record is reported with its offset, and the rest goes on", async () => {
  const records = answers.map((record) => gzipSync(record));
  records[1]?.fill(0x55, 20, 60);
  const run = await runGalley(["extract", "-", "--input", "warc"], { input: Buffer.concat(records) });
  assert.equal(run.code, 10);
  assert.match(
    run.stderr,
    new RegExp(`stdin, offset ${records[0]?.length}: the record is broken: it is packed wrong`, "u"),
  );
  assert.equal(run.stderr.trimEnd().split("\n").length, 1);
  assert.deepEqual(
    lines(run.stdout).map(({ url }) => url),
    ["http://paper.example/two", "http://paper.example/text"],
  );
});

test("WET files: extract --input wet, and wet for short", async () => {
  const file = join(folder, "crawl.warc.wet.gz");
  await writeFile(file, packEach(answers));
  const long = await runGalley(["extract", file, "--input", "wet"]);
  const short = await runGalley(["wet", file]);
  assert.equal(short.stdout, long.stdout);
  assert.deepEqual(
    lines(short.stdout).map(({ url, articleBody }) => [url, articleBody]),
    [["http://paper.example/text", CLEAN.trimEnd()]],
  );
  const none = await runGalley(["wet", "-"], { input: answers[1] ?? "" });
  assert.equal(none.code, 9);
  assert.match(none.stderr, /stdin holds no text/u);
});

test("explain: a URL, a file, a dump, and where the page goes", async () => {
  const article = site.articles.find(({ template, needsBrowser }) => template === "plain" && !needsBrowser);
  assert.ok(article);
  const fetched = await runGalley([
    "explain",
    article.url,
    "--allow-net",
    "127.0.0.0/8",
    "--delay",
    "0",
    "--render",
    "never",
  ]);
  assert.equal(fetched.code, 0, fetched.stderr);
  assert.match(fetched.stdout, /^<!doctype html>[\s\S]*<\/html>\n$/u);
  assert.ok(fetched.stdout.includes(article.url));
  const output = join(folder, "explained.html");
  const file = join(folder, "dump.txt");
  await writeFile(file, `Loading\n\n${CLEAN}`);
  const run = await runGalley(["explain", file, "--input", "text", "--output", output]);
  assert.equal(run.stdout, "");
  const html = await readFile(output, "utf8");
  assert.match(html, /title="loading: loading-label"/u);
  assert.match(html, /<p class="kept" dir="auto">Details<\/p>/u);
  const empty = await runGalley(["explain", "-"], { input: "" });
  assert.equal(empty.code, 9);
  const nowhere = await runGalley(["explain", file, "--output", join(folder, "no", "such", "place.html")]);
  assert.equal(nowhere.code, 2);
  assert.match(nowhere.stderr, /Cannot write/u);
});
