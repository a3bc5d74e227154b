import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { StoredArticle } from "../../types.ts";
import type { Site, SiteArticle } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { runGalley, startGalley } from "./run-galley.ts";

// The whole pipeline on the local site: real Redis (Galley's own), real Chromium, SQLite.

let site: Site;
let folder: string;
before(async () => {
  site = await startSite();
  folder = await mkdtemp(join(tmpdir(), "galley-crawl-"));
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const crawlArgs = (data: string): string[] => [
  "crawl",
  ...site.seeds,
  "--data",
  data,
  "--allow-net",
  "127.0.0.0/8",
  "--delay",
  "0",
];

async function exportOf(data: string): Promise<StoredArticle[]> {
  const run = await runGalley(["articles", "export", "--data", data]);
  assert.equal(run.code, 0, run.stderr);
  return run.stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as StoredArticle);
}

/** What must be the same however a crawl came to its end: everything but when and how long. */
function lasting(article: StoredArticle): unknown {
  const { fetch, ...rest } = article;
  return { ...rest, fetch: { ...fetch, fetchedAt: null, ms: null, pageKey: null } };
}

const byUrl = (articles: readonly StoredArticle[]): StoredArticle[] =>
  articles.toSorted((a, b) => ((a.canonicalUrl ?? "") < (b.canonicalUrl ?? "") ? -1 : 1));

function assertStored(expected: SiteArticle, stored: StoredArticle | undefined): void {
  assert.ok(stored, `${expected.url} was not stored`);
  assert.deepEqual(lostParagraphs(expected, stored.articleBody), [], expected.url);
  assert.deepEqual(keptBoilerplate(expected, stored.articleBody), [], expected.url);
  assert.equal(stored.headline, expected.title, expected.url);
  assert.deepEqual(
    stored.author.map(({ name }) => name),
    expected.authors,
    expected.url,
  );
  assert.equal(Date.parse(stored.datePublished ?? ""), Date.parse(expected.datePublished), expected.url);
  assert.equal(stored.inLanguage?.split("-")[0], expected.language.split("-")[0], expected.url);
  assert.equal(stored.fetch?.renderer, expected.needsBrowser ? "browser" : "http", expected.url);
}

const foldSpace = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The expected paragraphs that do not stand in the text, each after the one before. */
function lostParagraphs(expected: SiteArticle, body: string): string[] {
  const text = foldSpace(body);
  const lost: string[] = [];
  let from = 0;
  for (const paragraph of expected.paragraphs) {
    const at = text.indexOf(paragraph, from);
    if (at < 0) lost.push(paragraph);
    else from = at + paragraph.length;
  }
  return lost;
}

function keptBoilerplate(expected: SiteArticle, body: string): string[] {
  const lines = new Set(body.split("\n").map(foldSpace));
  return expected.boilerplate.filter((line) => lines.has(line));
}

test("a crawl of the whole site stores each article once, whole, clean and with its facts", async () => {
  const data = join(folder, "whole");
  const run = await runGalley(crawlArgs(data));
  assert.equal(run.code, 0, run.stderr);
  assert.equal(run.stdout, "");
  assert.match(run.stderr, /done: \d+ pages/u);
  const stored = await exportOf(data);
  assert.deepEqual(
    stored.map(({ canonicalUrl }) => canonicalUrl).toSorted(),
    site.articles.map(({ url }) => url).toSorted(),
  );
  for (const article of site.articles) {
    assertStored(
      article,
      stored.find(({ canonicalUrl }) => canonicalUrl === article.url),
    );
  }
});

test("stopped halfway by SIGINT and run again, it gives the same store as one run", async () => {
  const data = join(folder, "stopped");
  const before = site.requests.length;
  const child = startGalley(crawlArgs(data));
  const ended = once(child, "close");
  while (site.requests.length < before + 40 && child.exitCode === null) await sleep(5);
  child.kill("SIGINT");
  assert.deepEqual(await ended, [130, null]);
  const half = await exportOf(data);
  assert.ok(half.length < site.articles.length, `${half.length} articles after the stop`);
  const second = await runGalley(crawlArgs(data));
  assert.equal(second.code, 0, second.stderr);
  const resumed = byUrl(await exportOf(data));
  const whole = byUrl(await exportOf(join(folder, "whole")));
  assert.deepEqual(resumed.map(lasting), whole.map(lasting));
});
