import { existsSync } from "node:fs";
import { join } from "node:path";
import { normalizeUrl } from "../../crawler/normalize-url.ts";
import { UsageError } from "../../errors.ts";
import type { DeadLetter } from "../../queue/dead-letter.ts";
import { openDeadLetters, type PutBack } from "../../queue/dead-letters.ts";
import { pageId } from "../../queue/page-entry.ts";
import type { RedisServer } from "../../queue/redis-server.ts";
import { drainQueue, readQueueStats, type JobCounts, type QueueStats } from "../../queue/queue-stats.ts";
import type { Config } from "../config.ts";
import { openQueueRedis } from "../open-redis.ts";
import { writeOutput } from "../write-output.ts";

export interface QueueCommandOptions {
  readonly dataDir: string;
  readonly config: Config;
  readonly format: "text" | "json";
}

/** Opens the queue of REDIS_URL, or the one in the data folder, which must be there already. */
async function withQueue(
  options: QueueCommandOptions,
  work: (redis: RedisServer["client"]) => Promise<void>,
): Promise<number> {
  const { dataDir, config } = options;
  if (config.redisUrl === null && !existsSync(join(dataDir, "redis"))) {
    const message = `There is no queue in ${dataDir}. Name the data folder with --data, set REDIS_URL, or make one: galley crawl URL --data ${dataDir}`;
    throw new UsageError("data-folder", message);
  }
  const redis = await openQueueRedis(dataDir, config);
  try {
    await work(redis.client);
  } finally {
    await redis.close();
  }
  return 0;
}

async function writeJson(value: unknown): Promise<void> {
  await writeOutput(`${JSON.stringify(value, null, 2)}\n`);
}

const jobsLine = (name: string, { waiting, active, delayed }: JobCounts): string =>
  `${name.padEnd(14)} ${waiting} waiting, ${active} in work, ${delayed} delayed`;

function statsLines(stats: QueueStats): readonly string[] {
  const runs = stats.runs.map(({ runId, seeds, counts, startedAt }) => {
    const ended = counts.stored + counts.changed + counts.unchanged + counts.skipped;
    const others = seeds.length > 1 ? ` and ${seeds.length - 1} more` : "";
    return `  ${runId}  ${seeds[0] ?? ""}${others}: ${counts.pending} waiting, ${counts.inFlight} in work, ${ended} done, ${counts.failed} failed, since ${startedAt}`;
  });
  return [
    jobsLine("crawl jobs", stats.crawl),
    jobsLine("extract jobs", stats.extract),
    `hosts at rest  ${stats.parkedHosts}`,
    `dead letters   ${stats.deadLetters}`,
    `runs           ${stats.runs.length}`,
    ...runs,
  ];
}

/** `galley queue stats`: what waits, what is in work, what failed. */
export function queueStats(options: QueueCommandOptions): Promise<number> {
  return withQueue(options, async (redis) => {
    const stats = await readQueueStats(redis);
    if (options.format === "json") await writeJson(stats);
    else await writeOutput(`${statsLines(stats).join("\n")}\n`);
  });
}

const letterLine = ({ id, at, attempts, code, url, message }: DeadLetter): string =>
  [id, at, String(attempts), code, url, message].join("\t");

/** `galley queue failed`: the dead letters, one a line: id, time, attempts, code, URL, message. */
export function queueFailed(options: QueueCommandOptions): Promise<number> {
  return withQueue(options, async (redis) => {
    // One JSON object a line: there may be very many.
    const line = options.format === "json" ? (letter: DeadLetter) => JSON.stringify(letter) : letterLine;
    for await (const letter of openDeadLetters(redis).list()) await writeOutput(`${line(letter)}\n`);
  });
}

/** A page as people name it: by the id that `failed` prints, or by its URL. */
function nameOf(given: string): string {
  return /^https?:/iu.test(given) && URL.canParse(given) ? pageId(normalizeUrl(given)) : given;
}

function putBackLine({ pages, runId, seeds }: PutBack): string {
  const some = pages === 1 ? "1 page" : `${pages} pages`;
  return `${some} put back into ${runId}: galley work fetches them, or galley crawl ${seeds.slice(0, 3).join(" ")}${seeds.length > 3 ? " …" : ""}`;
}

/** `galley queue retry`: puts failed pages back. @param names Ids or URLs; null for all of them. */
export function queueRetry(names: readonly string[] | null, options: QueueCommandOptions): Promise<number> {
  return withQueue(options, async (redis) => {
    const ids = names === null ? null : new Map(names.map((name) => [nameOf(name), name]));
    const letters = openDeadLetters(redis);
    if (ids !== null) {
      const unknown = new Map(ids);
      for await (const { id } of letters.list()) unknown.delete(id);
      const [missing] = unknown.values();
      if (missing !== undefined) {
        const message = `No page that failed has the id or URL "${missing}". \`galley queue failed\` lists them.`;
        throw new UsageError("usage", message);
      }
    }
    const back = await letters.retry(ids === null ? null : new Set(ids.keys()));
    if (options.format === "json") await writeJson(back);
    else if (back.length === 0) await writeOutput("no page has failed\n");
    else await writeOutput(`${back.map(putBackLine).join("\n")}\n`);
  });
}

export interface DrainOptions extends QueueCommandOptions {
  readonly confirmed: boolean;
  /** Forgets the dead letters too. */
  readonly failed: boolean;
}

/** `galley queue drain --yes`: ends the runs and throws away what waits. */
export function queueDrain(options: DrainOptions): Promise<number> {
  return withQueue(options, async (redis) => {
    if (!options.confirmed) {
      const { runs, deadLetters } = await readQueueStats(redis);
      const waiting = runs.reduce((sum, { counts }) => sum + counts.pending + counts.inFlight, 0);
      const letters = options.failed ? ` and ${deadLetters} dead letters` : "";
      const message = `This throws away ${waiting} waiting pages of ${runs.length} runs${letters}; what is stored stays. Say --yes to do it.`;
      throw new UsageError("usage", message);
    }
    const drained = await drainQueue(redis);
    const deadLetters = options.failed ? await openDeadLetters(redis).drop() : 0;
    if (options.format === "json") await writeJson({ ...drained, deadLetters });
    else {
      const letters = options.failed ? `, ${deadLetters} dead letters forgotten` : "";
      await writeOutput(`${drained.runs} runs ended, ${drained.pages} waiting pages thrown away${letters}\n`);
    }
  });
}
