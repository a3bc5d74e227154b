import { runWorkers } from "../../queue/run-workers.ts";
import type { EndedRun } from "../../queue/sources/source-runs.ts";
import { messageOf } from "../../errors.ts";
import type { Config } from "../config.ts";
import type { NetworkOptions } from "../network-options.ts";
import { withSinks } from "../sinks/with-sinks.ts";
import { withWorkParts } from "../with-work-parts.ts";

export interface WorkCommandOptions extends NetworkOptions {
  readonly concurrency: number;
  readonly dataDir: string;
  readonly config: Config;
}

/** What came of a source's run, for the log of a process that runs for months. */
function endedLine({ name, run }: EndedRun): string {
  const { counts, tick, state } = run;
  const parts = `${counts.found} found, ${counts.fetched} fetched, ${counts.unchanged} unchanged, ${counts.new} new, ${counts.changed} changed, ${counts.failed} failed`;
  return `${name}: run ${run.number} (${tick ?? "by hand"}) ${state}: ${parts}`;
}

/**
 * `galley work`: workers alone, for the crawls that others start on the same Redis and for the ticks of its sources,
 * until it is stopped.
 */
export async function workCommand(options: WorkCommandOptions): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`galley: ${line}\n`);
  const onStop = (): void => say("stopping: running pages finish, the rest is left to other workers");
  await withWorkParts({ ...options, onStop }, async ({ redis, fetcherFor, ...parts }) => {
    say(`working for ${redis.description}, ${options.concurrency} pages at a time; Ctrl-C stops`);
    const sinks = { ...options, ...parts, redis: redis.client, onTrouble: say };
    await withSinks(sinks, () =>
      runWorkers({
        ...parts,
        redis: redis.client,
        fetcherFor: ({ render }) => fetcherFor(render),
        concurrency: options.concurrency,
        onWarning: (error) => say(messageOf(error)),
        onRunEnded: (ended) => say(endedLine(ended)),
      }),
    );
  });
  say("stopped");
  return 0;
}
