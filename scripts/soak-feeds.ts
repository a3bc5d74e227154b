/**
 * `npm run soak:feeds [-- --pages N --hosts N --workers N --store sqlite|postgres]`: 1,000 articles in two editions from the site
 * through the queue and the store to a webhook's receiver and a Redis stream's consumer, with at least 100 random kills of the
 * processes in between, and PostgreSQL, Redis and the receiver each stopped for a while. Ends with 0 when no event was lost,
 * none has an id twice, and each article's came in order.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { assertFeedsSoak } from "../test/soak/feeds/check-feeds-soak.ts";
import { runFeedsSoak } from "../test/soak/feeds/run-feeds-soak.ts";
import { startMortalRedis } from "../test/soak/mortal-redis.ts";
import { startPostgres } from "../test/storage/postgres-server.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "1000" },
    hosts: { type: "string", default: "20" },
    workers: { type: "string", default: "2" },
    store: { type: "string", default: "postgres" },
    "kill-every": { type: "string", default: "40" },
    outage: { type: "string", default: "3000" },
  },
});
const hosts = Number(values.hosts);
const killEvery = Number(values["kill-every"]);
const folder = await mkdtemp(join(tmpdir(), "galley-soak-feeds-"));
const redis = await startMortalRedis(folder);
const postgres = values.store === "postgres" ? await startPostgres() : null;
const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;

try {
  const result = await runFeedsSoak({
    folder,
    redis,
    store: postgres?.url("soak") ?? `sqlite:${join(folder, "galley.db")}`,
    databaseOutage:
      postgres === null
        ? null
        : async (ms) => {
            await postgres.stop("immediate");
            await sleep(ms);
            await postgres.start();
          },
    hosts,
    pagesPerHost: Math.ceil(Number(values.pages) / hosts),
    workers: Number(values.workers),
    killEvery: [killEvery, killEvery],
    outageMs: Number(values.outage),
    leastDeaths: 0,
    say: (line) => process.stderr.write(`${seconds()}: ${line}\n`),
  });
  assertFeedsSoak(result);
  const { deaths, events, repeats, outages } = result;
  const kills = deaths.work + deaths.crawl;
  console.log(
    `${result.stories} articles, ${result.rewritten} of them rewritten, in ${seconds()}; ${kills} processes killed ` +
      `(${deaths.work} that work and deliver, ${deaths.crawl} that crawl), ${outages.join(", ")} away for ${values.outage} ms each: ` +
      `${events.length} events, lost 0, ids twice 0, order kept; delivered again and dropped by id: ` +
      `${repeats.webhook} by the webhook's receiver, ${repeats.stream} by the stream's consumer`,
  );
  if (Number(values.pages) >= 1000 && kills < 100)
    throw new Error(`only ${kills} kills: give a smaller --kill-every`);
} finally {
  await postgres?.close();
  await redis.close();
  await rm(folder, { recursive: true, force: true });
}
