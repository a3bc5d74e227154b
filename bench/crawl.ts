/**
 * `npm run bench:crawl [-- --pages N --bytes N --rendered N --rounds N --only NAME]`: Galley, storing everything, against Crawlee with
 * jsdom and Readability in its handler, on one site in a process of its own, politeness off; then the same in Chromium.
 * CPU time is that of all processes but the site's, Redis included. Every contender crawls in each of the rounds, in turn
 * first, so that a machine that is busy for a while slows both. A round is one crawl of all the pages, from start-up to
 * the last one stored.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findChromium } from "../crawler/find-chromium.ts";
import { openSqliteStore } from "../storage/sqlite-store.ts";
import { startMortalRedis } from "../test/soak/mortal-redis.ts";
import { STARTED_AS } from "../test/soak/started-as.ts";
import { lineOf, runContender, sumOf, type Contender, type Measured } from "./crawl/contender.ts";
import { installCrawlee } from "./crawl/install-crawlee.ts";

const HERE = fileURLToPath(new URL("crawl/", import.meta.url));
/** Where scripts/start.sh keeps what is compiled; the first start after a change compiles anew. */
const COMPILED = fileURLToPath(new URL("../.tools/compile-cache", import.meta.url));
const MAIN = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
/**
 * Names of `.localhost` are not known to every resolver; an address is. No detours: Crawlee's handler picks the links to stories,
 * Galley follows all of the host's, and both are to fetch the same pages.
 */
const SITE = { hosts: 1, hostNames: ["127.0.0.1"], detours: false };

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "2000" },
    rendered: { type: "string", default: "200" },
    bytes: { type: "string", default: "100000" },
    rounds: { type: "string", default: "2" },
    /** Runs one contender alone, for looking into it. */
    only: { type: "string" },
    "node-options": { type: "string", default: "" },
  },
});

interface SiteSeen {
  readonly seeds: readonly string[];
  readonly stories: number;
}

async function startSite(pages: number): Promise<SiteSeen & { stop(): Promise<void> }> {
  const shape = { ...SITE, pagesPerHost: pages, pageBytes: Number(values.bytes) };
  const child = fork(join(HERE, "site-process.ts"), [JSON.stringify(shape)]);
  const [seen] = (await once(child, "message")) as [SiteSeen];
  return {
    ...seen,
    async stop() {
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}

type Run = (place: { readonly folder: string; readonly site: SiteSeen }) => Promise<Measured>;

function crawlee(name: string, script: string): Run {
  return async ({ folder, site }) => {
    installCrawlee(HERE);
    const contender: Contender = {
      name,
      args: [join(HERE, script), ...site.seeds],
      cwd: folder,
      env: { CRAWLEE_STORAGE_DIR: folder, CRAWLEE_LOG_LEVEL: "ERROR", CHROMIUM: chromium() },
      serverPid: null,
      countStored: async () =>
        (await readdir(join(folder, "datasets", "default"))).filter((file) => file !== "__metadata__.json")
          .length,
    };
    return runContender(contender, site.stories);
  };
}

function galley(name: string, render: "auto" | "always"): Run {
  return async ({ folder, site }) => {
    const redis = await startMortalRedis(folder);
    try {
      const options = ["--data", folder, "--delay", "0", "--allow-net", "127.0.0.0/8", "--render", render];
      const flags = values["node-options"].split(" ").filter((flag) => flag !== "");
      const contender: Contender = {
        name,
        args: [...flags, MAIN, "crawl", ...site.seeds, ...options],
        cwd: folder,
        env: { REDIS_URL: redis.url, NODE_COMPILE_CACHE: COMPILED, ...STARTED_AS },
        serverPid: redis.pid(),
        async countStored() {
          const store = await openSqliteStore(join(folder, "galley.db"));
          const count = await store.count();
          await store.close();
          return count;
        },
      };
      return await runContender(contender, site.stories);
    } finally {
      await redis.close();
    }
  };
}

function chromium(): string {
  const path = findChromium({ configured: null });
  if (path === null)
    throw new Error(
      "bench:crawl needs Chromium for the rendered pages: apt-get install chromium-headless-shell",
    );
  return path;
}

const CONTESTS = [
  {
    pages: Number(values.pages),
    needs: { cpu: 5, rate: 4 },
    runs: {
      "crawlee-http": crawlee("Crawlee HttpCrawler, jsdom, Readability", "crawlee-http.mjs"),
      "galley-http": galley("Galley, storing everything", "auto"),
    },
  },
  {
    pages: Number(values.rendered),
    needs: { cpu: 0, rate: 1.5 },
    runs: {
      "crawlee-browser": crawlee("Crawlee PlaywrightCrawler, jsdom, Readability", "crawlee-browser.mjs"),
      "galley-browser": galley("Galley, rendering everything", "always"),
    },
  },
];

async function runOnce(run: Run, site: SiteSeen): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "galley-bench-"));
  try {
    return await run({ folder, site });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All rounds of a contest; answers what each contender did in all of them, in the order of `runs`. */
async function compete(pages: number, runs: readonly Run[]): Promise<readonly Measured[]> {
  const rounds = Number(values.rounds);
  const site = await startSite(pages);
  const measured = runs.map((): Measured[] => []);
  try {
    for (let round = 0; round < rounds; round += 1) {
      const order = [...runs.keys()];
      if (round % 2 === 1) order.reverse();
      for (const number of order) {
        const run = await runOnce(runs[number] as Run, site);
        console.log(lineOf(run));
        measured[number]?.push(run);
      }
    }
  } finally {
    await site.stop();
  }
  return measured.map(sumOf);
}

let fell = false;
for (const { pages, needs, runs } of CONTESTS) {
  const chosen = Object.entries(runs).filter(([key]) => values.only === undefined || values.only === key);
  if (pages === 0 || chosen.length === 0) continue;
  const [theirs, ours] = await compete(
    pages,
    chosen.map(([, run]) => run),
  );
  console.log("in all:");
  for (const measured of [theirs, ours]) if (measured !== undefined) console.log(lineOf(measured));
  if (theirs === undefined || ours === undefined) continue;
  const rate = ours.pagesPerSecond / theirs.pagesPerSecond;
  const cpu = theirs.cpuMsPerPage / ours.cpuMsPerPage;
  console.log(
    `${rate.toFixed(2)} times the pages/s (needed: ${needs.rate}), ${cpu.toFixed(2)} times less CPU a page${needs.cpu > 0 ? ` (needed: ${needs.cpu})` : ""}`,
  );
  fell ||= rate < needs.rate || cpu < needs.cpu;
}
process.exitCode = fell ? 1 : 0;
