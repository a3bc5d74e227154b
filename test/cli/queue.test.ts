import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runGalley } from "./run-galley.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-queue-command-"));
after(() => rm(folder, { recursive: true, force: true }));
const inFolder = ["--data", folder];

test("galley queue lists a page that failed, puts it back, and drains only when told to", async (t) => {
  const state = { gone: true, asked: 0 };
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") return void response.writeHead(404).end();
    state.asked += 1;
    const status = state.gone ? 410 : 200;
    const paragraph =
      "<p>The lamp keeper counted the herons on the long pier, and wrote them down in her book.</p>";
    response.writeHead(status, { "content-type": "text/html" });
    response.end(`<title>Herons</title><article><h1>Herons</h1>${paragraph.repeat(8)}</article>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const seed = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const crawl = () =>
    runGalley([
      "crawl",
      seed,
      ...inFolder,
      "--allow-net",
      "127.0.0.0/8",
      "--delay",
      "0",
      "--render",
      "never",
    ]);
  assert.equal((await crawl()).code, 7);

  const failed = await runGalley(["queue", "failed", ...inFolder]);
  const [id = "", , attempts, code, url] = failed.stdout.trimEnd().split("\t");
  assert.deepEqual([failed.code, attempts, code, url], [0, "1", "http-status", seed]);
  const asJson = await runGalley(["queue", "failed", "--format", "json", ...inFolder]);
  assert.equal((JSON.parse(asJson.stdout) as { id: string }).id, id);

  const drain = await runGalley(["queue", "drain", "--failed", ...inFolder]);
  assert.deepEqual([drain.code, drain.stdout], [2, ""]);
  assert.match(drain.stderr, /0 waiting pages of 0 runs and 1 dead letters.*--yes/u);

  state.gone = false;
  const back = await runGalley(["queue", "retry", seed, "--format", "json", ...inFolder]);
  assert.deepEqual(
    (JSON.parse(back.stdout) as { pages: number }[]).map(({ pages }) => pages),
    [1],
  );
  const stats = await runGalley(["queue", "stats", "--format", "json", ...inFolder]);
  const { runs, deadLetters } = JSON.parse(stats.stdout) as {
    runs: { seeds: string[] }[];
    deadLetters: number;
  };
  assert.deepEqual([runs.map(({ seeds }) => seeds), deadLetters], [[[seed]], 0]);
  assert.equal((await crawl()).code, 0);
  assert.equal(state.asked, 2);

  const nothing = await runGalley(["queue", "retry", id, ...inFolder]);
  assert.deepEqual([nothing.code, nothing.stdout], [2, ""]);
  assert.match(nothing.stderr, /galley queue failed/u);
  const done = await runGalley(["queue", "drain", "--yes", ...inFolder]);
  assert.deepEqual([done.code, done.stdout], [0, "0 runs ended, 0 waiting pages thrown away\n"]);
});

test("a queue that is not there, and pages that nobody named, are said so", async () => {
  const nowhere = await runGalley(["queue", "stats", "--data", join(folder, "nowhere")]);
  assert.deepEqual([nowhere.code, nowhere.stdout], [17, ""]);
  assert.match(nowhere.stderr, /There is no queue in .*nowhere/u);
  const unnamed = await runGalley(["queue", "retry", ...inFolder]);
  assert.equal(unnamed.code, 2);
  assert.match(unnamed.stderr, /--all/u);
});
