import { once } from "node:events";
import { openFrontier } from "./frontier.ts";
import { DEFAULT_LOCK_TIMING } from "./queues.ts";
import type { EndedRun } from "./sources/source-runs.ts";
import { startTickWorker } from "./sources/tick-worker.ts";
import { NO_TRACING } from "./tracing.ts";
import { startCrew, type WorkParts } from "./work-crew.ts";

export interface RunWorkersOptions extends WorkParts {
  /** Stops the workers cleanly: running pages finish, the rest is left to other workers. */
  readonly signal: AbortSignal;
  /** Entries handed to workers at a time; see frontier.ts. */
  readonly window?: number;
  /** Told of each run of a source that this process found ended. */
  readonly onRunEnded?: (ended: EndedRun) => void;
}

/**
 * Works on all crawls that others have started on this Redis, and takes up the ticks of its sources, until the signal
 * aborts.
 * @throws Whatever the store or the archive throws when it cannot write.
 */
export async function runWorkers(options: RunWorkersOptions): Promise<void> {
  if (options.signal.aborted) return;
  const crew = startCrew(options, openFrontier(options.redis, options.window), null);
  const { redis, lockTiming = DEFAULT_LOCK_TIMING, onWarning = () => {}, onRunEnded = () => {} } = options;
  const { tracing = NO_TRACING, onJob } = options;
  const ticks = startTickWorker({ redis, lockTiming, tracing, onWarning, onRunEnded, onJob });
  try {
    await Promise.race([once(options.signal, "abort"), crew.fatal, ticks.fatal]);
  } finally {
    await ticks.stop();
    await crew.stop();
  }
}
