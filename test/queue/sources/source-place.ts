import type { TestContext } from "node:test";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { KEY_PREFIX } from "../../../queue/queue-keys.ts";
import { openSchedules, type Schedules } from "../../../queue/sources/schedules.ts";
import {
  sourceSchema,
  type SourceDefinition,
  type SourceInput,
} from "../../../queue/sources/source-schema.ts";
import { TICK_QUEUE } from "../../../queue/sources/tick-queue.ts";

/** A cron that does not come while a test runs. */
export const FAR_CRON = "0 0 1 1 *";

/** A source with its defaults; one page of nowhere, unless seeds are given. */
export function aSource(input: Partial<SourceInput> & { readonly name: string }): SourceDefinition {
  return sourceSchema.parse({ seeds: ["http://127.0.0.1:9/"], delay: 0, ...input });
}

export function testSchedules(t: TestContext, redis: Redis): Schedules {
  const schedules = openSchedules(redis);
  t.after(() => schedules.close());
  return schedules;
}

/** BullMQ's own view of the ticks. */
export function tickJobs(t: TestContext, redis: Redis): Queue {
  const queue = new Queue(TICK_QUEUE, { connection: redis, prefix: KEY_PREFIX });
  t.after(() => queue.close());
  return queue;
}
