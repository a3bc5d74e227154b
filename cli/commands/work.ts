import type { Logger } from "pino";
import { createExtractPool, threadsBesideCrawl } from "../../queue/extract-pool.ts";
import { runWorkers } from "../../queue/run-workers.ts";
import type { EndedRun } from "../../queue/sources/source-runs.ts";
import { createMetrics } from "../../server/metrics/create-metrics.ts";
import { observeFetcher, observePool, observeStore } from "../../server/metrics/observe.ts";
import { serveMetrics } from "../../server/metrics/serve-metrics.ts";
import type { Config } from "../config.ts";
import type { NetworkOptions } from "../network-options.ts";
import { logJob, openLog } from "../open-log.ts";
import { openTracing } from "../open-tracing.ts";
import { withSinks } from "../sinks/with-sinks.ts";
import { withWorkParts } from "../with-work-parts.ts";

export interface WorkCommandOptions extends NetworkOptions {
  readonly concurrency: number;
  /** How long running pages may finish after a stop, in milliseconds. */
  readonly drainMs: number;
  /** Where metrics are served, as HOST:PORT; null for nowhere. */
  readonly metrics: string | null;
  readonly dataDir: string;
  readonly config: Config;
}

/** What came of a source's run. */
function logRun(log: Logger, { name, run }: EndedRun): void {
  const { counts, tick, state, number, runId } = run;
  log.info({ source: name, number, run: runId, tick, state, ...counts }, "run ended");
}

/**
 * `galley work`: workers alone, for the crawls that others start on the same Redis and for the ticks of its sources,
 * until it is stopped.
 */
export async function workCommand(options: WorkCommandOptions): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`galley: ${line}\n`);
  await using outer = new AsyncDisposableStack();
  const { tracing } = outer.adopt(await openTracing(options.config), (it) => it.close());
  const log = openLog(options.config, tracing);
  const onStop = (): void => say("stopping: running pages finish, the rest is left to other workers");
  await withWorkParts({ ...options, onStop }, async ({ redis, fetcherFor, ...parts }) => {
    await using opened = new AsyncDisposableStack();
    const metrics = createMetrics();
    const pool = opened.adopt(createExtractPool({ threads: threadsBesideCrawl() }), (it) => it.close());
    if (options.metrics !== null) {
      const served = opened.adopt(await serveMetrics(metrics, options.metrics), (it) => it.close());
      say(`metrics on ${served.address}`);
    }
    say(`working for ${redis.description}, ${options.concurrency} pages at a time; Ctrl-C stops`);
    const sinks = {
      ...options,
      ...parts,
      redis: redis.client,
      onTrouble: (message: string) => log.warn(message),
    };
    await withSinks(sinks, () =>
      runWorkers({
        ...parts,
        redis: redis.client,
        store: observeStore(parts.store, metrics),
        pool: observePool(pool, metrics),
        fetcherFor: ({ render }) => observeFetcher(fetcherFor(render), metrics),
        concurrency: options.concurrency,
        drainMs: options.drainMs,
        tracing,
        onWarning: (error) => log.warn({ err: error }, "trouble that heals by itself"),
        onJob: (report) => logJob(log, report),
        onRunEnded: (ended) => logRun(log, ended),
      }),
    );
  });
  say("stopped");
  return 0;
}
