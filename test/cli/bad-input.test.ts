import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { type GalleyRun, runGalley } from "./run-galley.ts";

const OPEN = ["--allow-net", "127.0.0.0/8", "--delay", "0"];

let site: Site;
let folder: string;
before(async () => {
  site = await startSite();
  folder = await mkdtemp(join(tmpdir(), "galley-cli-"));
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** One line on stderr that names the thing; nothing on stdout; the documented code. */
function assertFails(run: GalleyRun, code: number, says: RegExp): void {
  assert.match(run.stderr, says);
  assert.equal(run.stderr.trimEnd().split("\n").length, 1, run.stderr);
  assert.equal(run.stdout, "");
  assert.equal(run.code, code, run.stderr);
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("a URL that is no URL", async () => {
  assertFails(await runGalley(["fetch", "not a url"]), 3, /not a url.*http/u);
  assertFails(await runGalley(["fetch", "ftp://example.org/x"]), 3, /ftp/u);
});

test("a host that does not resolve", async () => {
  assertFails(await runGalley(["fetch", "http://nowhere.invalid/page"]), 4, /nowhere\.invalid/u);
});

test("a refused port", async () => {
  const url = `http://127.0.0.1:${await closedPort()}/`;
  assertFails(await runGalley(["fetch", url, ...OPEN]), 5, /refused/iu);
});

test("a private address that nobody opened", async () => {
  assertFails(await runGalley(["fetch", "http://127.0.0.1:1/"]), 11, /--allow-net/u);
});

test("a type that is not HTML", async () => {
  assertFails(
    await runGalley(["fetch", `${site.origin("odd.localhost")}/files/minutes.pdf`, ...OPEN]),
    8,
    /application\/pdf/u,
  );
});

test("a 404", async () => {
  assertFails(await runGalley(["fetch", `${site.origin("odd.localhost")}/404`, ...OPEN]), 7, /404/u);
});

test("a redirect loop", async () => {
  assertFails(
    await runGalley(["fetch", `${site.origin("odd.localhost")}/redirect/loop-a`, ...OPEN]),
    14,
    /redirect/iu,
  );
});

test("an empty file, and one that is not there", async () => {
  const empty = join(folder, "empty.html");
  await writeFile(empty, "");
  assertFails(await runGalley(["extract", empty]), 9, /empty/u);
  assertFails(await runGalley(["extract", join(folder, "missing.html")]), 16, /missing\.html/u);
});

test("a broken line is reported with its number, and the rest goes on", async () => {
  const page = (id: string): string =>
    JSON.stringify({
      id,
      url: "http://paper.example/story",
      html: `<article><h1>Story</h1><p>${"The harbour office opened again on Monday after the flood. ".repeat(12)}</p></article>`,
    });
  const input = `${page("a")}\n{"id": "b", \n\n{"id":"c","url":null}\n${page("d")}\n`;
  const run = await runGalley(["extract", "-", "--input", "jsonl"], { input });
  assert.equal(run.code, 10);
  const errors = run.stderr.trimEnd().split("\n");
  assert.equal(errors.length, 2);
  assert.match(errors[0] ?? "", /line 2: it is not JSON/u);
  assert.match(errors[1] ?? "", /line 4: "html"/u);
  const records = run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; articleBody: string });
  assert.deepEqual(
    records.map(({ id }) => id),
    ["a", "d"],
  );
  assert.match(records[0]?.articleBody ?? "", /harbour office/u);
});

test("a data folder that cannot be written", async () => {
  const file = join(folder, "a-file");
  await writeFile(file, "");
  const run = await runGalley([
    "crawl",
    `${site.origin("odd.localhost")}/`,
    "--data",
    join(file, "data"),
    ...OPEN,
  ]);
  assertFails(run, 17, /a-file/u);
  assert.ok(!(await readdir(folder)).includes("data"));
});

test("an unknown command, option or choice", async () => {
  for (const args of [
    ["fetsh", "x"],
    ["fetch", "http://a.example/", "--formt", "json"],
    ["fetch", "http://a.example/", "--format", "pdf"],
    ["crawl", "http://a.example/", "--limit", "0"],
  ]) {
    const run = await runGalley(args);
    assert.equal(run.code, 2, args.join(" "));
    assert.equal(run.stdout, "");
    assert.match(run.stderr, /error/u);
  }
});

test("several URLs: what fails is reported, the rest is printed", async () => {
  const article = site.articles.find(({ template, needsBrowser }) => template === "plain" && !needsBrowser);
  assert.ok(article);
  const run = await runGalley([
    "fetch",
    `${site.origin("odd.localhost")}/404`,
    article.url,
    "--format",
    "jsonl",
    ...OPEN,
  ]);
  assert.equal(run.code, 7);
  assert.equal((JSON.parse(run.stdout) as { headline: string }).headline, article.title);
});
