import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { runGalley } from "./run-galley.ts";

const OPEN = ["--allow-net", "127.0.0.0/8", "--delay", "0"];

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test("galley map lists pages on stdout, and says in one line what it read", async () => {
  const run = await runGalley(["map", `${site.origin("kestrel")}/`, ...OPEN]);
  assert.equal(run.code, 0, run.stderr);
  const rows = run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const articles = site.articles.filter(({ host }) => host === "kestrel.localhost");
  for (const { url, datePublished } of articles) {
    const row = rows.find(([listed]) => listed === url);
    assert.equal(row?.[1], "sitemap", url);
    assert.ok(Date.parse(row?.[2] ?? "") >= Date.parse(datePublished), url);
  }
  assert.match(
    run.stderr,
    /^galley: done: \d+ URLs \(10 from sitemaps, 0 from feeds, \d+ from links\), .*\n$/u,
  );
});

test("as JSON lines, no more than asked for, and only what is new", async () => {
  const args = [
    "map",
    `${site.origin("kestrel")}/`,
    "--format",
    "jsonl",
    "--since",
    "2026-03-05",
    "--limit",
    "2",
  ];
  const run = await runGalley([...args, ...OPEN]);
  assert.equal(run.code, 0, run.stderr);
  const rows = run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly modified: string });
  assert.equal(rows.length, 2);
  for (const { modified } of rows) assert.ok(Date.parse(modified) >= Date.parse("2026-03-05"));
});

test("a page that is none, and a since that is none, are refused in one line", async () => {
  const pdf = await runGalley(["map", `${site.origin("odd")}/files/minutes.pdf`, ...OPEN]);
  assert.deepEqual([pdf.code, pdf.stdout], [8, ""]);
  const since = await runGalley(["map", `${site.origin("kestrel")}/`, "--since", "lately", ...OPEN]);
  assert.equal(since.code, 2);
  assert.match(since.stderr, /"lately" is no date and no duration/u);
});

test("galley fetch refuses a feed and says what reads it", async () => {
  const run = await runGalley(["fetch", `${site.origin("kestrel")}/rss.xml`, ...OPEN]);
  assert.equal(run.code, 8);
  assert.match(run.stderr, /is a feed, not an HTML page; galley map lists/u);
});
