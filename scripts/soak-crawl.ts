/**
 * `npm run soak:crawl [-- --pages N --hosts N --workers N --delay MS]`: one `galley crawl` and four `galley work`
 * processes over 2,000 pages on 20 hosts, while a random worker is killed every few seconds and Redis three times.
 * Ends with 0 when every page is stored exactly once, no job is left, and no host was asked sooner than its delay.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openSqliteStore } from "../storage/sqlite-store.ts";
import { assertGaps, assertNothingLeft, assertStoredOnce } from "../test/soak/check-soak.ts";
import { startMortalRedis } from "../test/soak/mortal-redis.ts";
import { runSoak } from "../test/soak/run-soak.ts";
import { startBigSite } from "../test/site/big-site.ts";

const MAIN = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
/** Every fourth host asks for this much more than the crawl's own delay. */
const CRAWL_DELAY_FACTOR = 2;

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "2000" },
    hosts: { type: "string", default: "20" },
    workers: { type: "string", default: "4" },
    delay: { type: "string", default: "100" },
    "kill-every": { type: "string", default: "5000" },
  },
});
const hosts = Number(values.hosts);
const pages = Number(values.pages);
const delayMs = Number(values.delay);
const folder = await mkdtemp(join(tmpdir(), "galley-soak-"));
const crawlDelayMs = delayMs * CRAWL_DELAY_FACTOR;
const site = await startBigSite({ hosts, pagesPerHost: Math.ceil(pages / hosts), crawlDelayMs });
const redis = await startMortalRedis(folder);
const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);

function startGalley(args: readonly string[]): ChildProcess {
  const shared = [
    "--data",
    folder,
    "--allow-net",
    "127.0.0.0/8",
    "--delay",
    values.delay,
    "--render",
    "never",
  ];
  return spawn(process.execPath, [MAIN, ...args, ...shared], {
    stdio: ["ignore", "inherit", "pipe"],
    env: { PATH: process.env["PATH"] ?? "", REDIS_URL: redis.url },
  });
}

/** A worker says on stderr that it works; what it says later matters only where the soak fails. */
async function startWorker(): Promise<ChildProcess> {
  const worker = startGalley(["work"]);
  if (worker.stderr === null) throw new Error("a worker has no stderr");
  await once(worker.stderr, "data");
  worker.stderr.resume();
  return worker;
}

async function crawl(): Promise<void> {
  const child = startGalley(["crawl", ...site.seeds]);
  child.stderr?.pipe(process.stderr);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`galley crawl ended with ${code}`);
}

try {
  const total = site.stories.length;
  const deaths = await runSoak({
    site,
    redis,
    workers: Number(values.workers),
    startWorker,
    killWorkers: { everyMs: Number(values["kill-every"]) },
    killRedis: { atStories: [0.25, 0.5, 0.75].map((share) => Math.round(total * share)) },
    crawl,
    onKill: (what, asked) =>
      process.stderr.write(`${seconds()} s: a ${what} killed, ${asked} of ${total} asked\n`),
  });
  const took = seconds();
  const store = await openSqliteStore(join(folder, "galley.db"));
  await assertStoredOnce(store, site);
  await store.close();
  await assertNothingLeft(redis.socketPath);
  const gaps = assertGaps(site, delayMs);
  console.log(
    `${total} pages on ${hosts} hosts in ${took} s, ${deaths.workers} workers and ${deaths.redis} Redis killed: ` +
      `each stored once, none lost, no job left; ${gaps.requests} requests, shortest gap ${gaps.shortest.toFixed(1)} ms ` +
      `(delay ${delayMs} ms), ${gaps.shortestWithCrawlDelay.toFixed(1)} ms with a Crawl-delay of ${crawlDelayMs} ms`,
  );
} finally {
  await redis.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
}
