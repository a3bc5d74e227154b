import type { Redis } from "ioredis";
import { z } from "zod";
import { crawlPlanSchema } from "./crawl-options.ts";
import { PUT_BACK } from "./dead-letter-scripts.ts";
import type { DeadLetter } from "./dead-letter.ts";
import { hostCapOf, WINDOW } from "./frontier.ts";
import { crawlKey, FAILED_KEY, RUNS_KEY, runKey } from "./queue-keys.ts";
import { openQueues } from "./queues.ts";
import { lettersKey, PLAN_FIELD, readLetters } from "./read-letters.ts";
import { runScript } from "./redis-script.ts";

/** Letters put back by one script. */
const BATCH = 500;

const putBackReply = z.array(z.string());

/** What a retry put back: pages of a crawl, into a run that is to be worked on. */
export interface PutBack {
  readonly crawlId: string;
  readonly runId: string;
  readonly seeds: readonly string[];
  readonly pages: number;
}

/** The pages of all crawls that failed for good. They are complete, and stay for 90 days after their crawl last ran. */
export interface DeadLetters {
  count(): Promise<number>;
  list(): AsyncGenerator<DeadLetter>;
  /** @param ids Names of pages; null for all of them. */
  retry(ids: ReadonlySet<string> | null): Promise<readonly PutBack[]>;
  /** Forgets all letters; answers how many there were. */
  drop(): Promise<number>;
}

async function countLetters(redis: Redis, crawlId: string): Promise<number> {
  const [all, plans] = await Promise.all([
    redis.hlen(lettersKey(crawlId)),
    redis.hexists(lettersKey(crawlId), PLAN_FIELD),
  ]);
  return all - plans;
}

export function openDeadLetters(redis: Redis): DeadLetters {
  /** The plan stands with the letters once their run has ended, and with the run before. */
  async function planOf(crawlId: string): Promise<string | null> {
    const kept = await redis.hget(lettersKey(crawlId), PLAN_FIELD);
    if (kept !== null && kept !== "") return kept;
    const generation = await redis.get(crawlKey(crawlId));
    return redis.hget(runKey(`${crawlId}.${generation ?? 0}`), "options");
  }

  /** A failed job of the same name would keep a new one out of the queue. */
  async function forgetJobs(runId: string, ids: readonly string[]): Promise<void> {
    const queues = openQueues(redis, () => {});
    try {
      for (const id of ids) {
        await Promise.all([queues.crawl, queues.extract].map((queue) => queue.remove(`${runId}.${id}`)));
      }
    } finally {
      await queues.close();
    }
  }

  async function putBack(crawlId: string, ids: readonly string[]): Promise<PutBack | null> {
    const text = await planOf(crawlId);
    if (text === null) return null;
    const plan = crawlPlanSchema.parse(JSON.parse(text));
    const window = WINDOW;
    const made = { runId: "", pages: 0 };
    for (let from = 0; from < ids.length; from += BATCH) {
      const args = [crawlId, text, window, hostCapOf(plan, window), ...ids.slice(from, from + BATCH)];
      const reply = await runScript(redis, PUT_BACK, [crawlKey(crawlId), RUNS_KEY], args);
      const [runId = "", ...back] = putBackReply.parse(reply);
      await forgetJobs(runId, back);
      if (back.length > 0) made.runId = runId;
      made.pages += back.length;
    }
    return made.pages === 0 ? null : { crawlId, seeds: plan.seeds, ...made };
  }

  return {
    async count() {
      const crawls = await redis.smembers(FAILED_KEY);
      const counts = await Promise.all(crawls.map((crawlId) => countLetters(redis, crawlId)));
      return counts.reduce((a, b) => a + b, 0);
    },
    async *list() {
      for (const crawlId of (await redis.smembers(FAILED_KEY)).toSorted()) yield* readLetters(redis, crawlId);
    },
    async retry(ids) {
      const made: PutBack[] = [];
      for (const crawlId of (await redis.smembers(FAILED_KEY)).toSorted()) {
        const chosen: string[] = [];
        for await (const { id } of readLetters(redis, crawlId)) if (ids?.has(id) !== false) chosen.push(id);
        const back = chosen.length === 0 ? null : await putBack(crawlId, chosen);
        if (back !== null) made.push(back);
      }
      return made;
    },
    async drop() {
      let dropped = 0;
      for (const crawlId of await redis.smembers(FAILED_KEY)) {
        dropped += await countLetters(redis, crawlId);
        await redis.multi().unlink(lettersKey(crawlId)).srem(FAILED_KEY, crawlId).exec();
      }
      return dropped;
    },
  };
}
