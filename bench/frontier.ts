/**
 * `npm run bench:frontier [-- --urls N]`: one million URLs in the frontier of one crawl. Memory of Redis for each, and how
 * fast pages are added and taken beside them, against a crawl that begins, turn by turn so that a busy machine slows
 * both alike. Ends with 1 where a URL takes more than 400 bytes or a rate falls under 0.9 of the empty one's.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectRedis } from "../queue/redis-connection.ts";
import { startMortalRedis } from "../test/soak/mortal-redis.ts";
import { openCrawl, usedMemory } from "./measure-frontier.ts";

const MOST_BYTES = 400;
const LEAST_SHARE = 0.9;
const ROUNDS = 60;
/** Pages of one round, at either crawl: few, so that both meet the same moments of a busy machine. */
const PAGES = 1000;
/** Rounds before those that count, for the compiler's sake. */
const WARM_UP = 10;
const STRETCH = 50_000;

const { values } = parseArgs({ options: { urls: { type: "string", default: "1000000" } } });
const urls = Number(values.urls);
const folder = await mkdtemp(join(tmpdir(), "galley-bench-"));
const server = await startMortalRedis(folder);
const redis = connectRedis({ socketPath: server.socketPath }, "bench-frontier");

const names = { next: 0 };
/** "a", "b", … "aa": names of crawls that no other has. */
const nameOf = (n: number): string =>
  (n < 26 ? "" : nameOf(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26));

try {
  const before = await usedMemory(redis);
  const full = await openCrawl(redis, "full");
  let fillMs = 0;
  for (let added = 0; added < urls; added += STRETCH)
    fillMs += await full.add(Math.min(STRETCH, urls - added));
  const bytes = ((await usedMemory(redis)) - before) / urls;
  const sums = { emptyAdd: 0, fullAdd: 0, emptyTake: 0, fullTake: 0 };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const empty = await openCrawl(redis, `new-${nameOf(names.next)}`);
    names.next += 1;
    const [first, second] = round % 2 === 0 ? [empty, full] : [full, empty];
    const add = [await first.add(PAGES), await second.add(PAGES)];
    const take = [await first.take(PAGES), await second.take(PAGES)];
    if (first === full) for (const pair of [add, take]) pair.reverse();
    const times = {
      emptyAdd: add[0] ?? 0,
      fullAdd: add[1] ?? 0,
      emptyTake: take[0] ?? 0,
      fullTake: take[1] ?? 0,
    };
    if (round < 0) continue;
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += times[key];
  }
  const rate = (ms: number): number => (ROUNDS * PAGES * 1000) / ms;
  const shares = { adding: sums.emptyAdd / sums.fullAdd, taking: sums.emptyTake / sums.fullTake };
  console.log(
    `${urls} URLs: ${bytes.toFixed(0)} bytes of Redis memory each (limit ${MOST_BYTES}), added at ${((urls * 1000) / fillMs).toFixed(0)} a second`,
  );
  console.log(
    `adding: ${rate(sums.emptyAdd).toFixed(0)} a second to an empty frontier, ${rate(sums.fullAdd).toFixed(0)} to the full one: ${shares.adding.toFixed(2)} (at least ${LEAST_SHARE})`,
  );
  console.log(
    `taking: ${rate(sums.emptyTake).toFixed(0)} a second from a small frontier, ${rate(sums.fullTake).toFixed(0)} from the full one: ${shares.taking.toFixed(2)} (at least ${LEAST_SHARE})`,
  );
  const holds = bytes <= MOST_BYTES && shares.adding >= LEAST_SHARE && shares.taking >= LEAST_SHARE;
  process.exitCode = holds ? 0 : 1;
} finally {
  redis.disconnect();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
