import { runWorkers } from "../../queue/run-workers.ts";
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
      }),
    );
  });
  say("stopped");
  return 0;
}
