import { attendRun, type CrawlReport } from "../../queue/run-crawl.ts";
import { openSchedules } from "../../queue/sources/schedules.ts";
import { crawlProgress, summaryOf } from "../crawl-progress.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { NetworkOptions } from "../network-options.ts";
import { withSchedules, type SchedulesPlace } from "../open-schedules.ts";
import { storeName, storeUrl } from "../open-store.ts";
import { openTracing } from "../open-tracing.ts";
import { withWorkParts } from "../with-work-parts.ts";

export interface RunSourceOptions extends NetworkOptions, SchedulesPlace {
  readonly concurrency: number;
}

const say = (line: string): void => void process.stderr.write(`galley: ${line}\n`);

/** `galley schedule run NAME --detach`: begins a run for the workers of `galley work`. */
export async function beginSource(name: string, place: SchedulesPlace): Promise<number> {
  const { outcome, number } = await withSchedules(place, (schedules) => schedules.begin(name));
  say(
    `run ${number} of ${name} ${outcome === "joined" ? "is going already" : "has begun"}; galley work does it`,
  );
  return 0;
}

/** Works on the run that is going; null when others have ended it already. */
async function attendSource(name: string, options: RunSourceOptions): Promise<CrawlReport | null> {
  const progress = crawlProgress();
  const onStop = (): void => {
    progress.clear();
    say("stopping: running pages finish, the rest waits for the next run or for galley work");
  };
  await using opened = new AsyncDisposableStack();
  const { tracing } = opened.adopt(await openTracing(options.config), (it) => it.close());
  return await withWorkParts({ ...options, onStop }, async ({ redis, fetcherFor, ...parts }) => {
    const schedules = openSchedules(redis.client, () => {}, tracing);
    const span = tracing.begin("galley schedule run", { facts: { "galley.source": name } });
    try {
      const { outcome, number } = await span.run(() => schedules.begin(name));
      if (outcome === "joined") say(`run ${number} of ${name} is going already; joining it`);
      const { running } = await schedules.get(name);
      if (running === null || running.runId === null) return null;
      const report = await attendRun(
        {
          ...parts,
          redis: redis.client,
          fetcherFor: ({ render }) => fetcherFor(render),
          concurrency: options.concurrency,
          tracing,
          onProgress: progress.update,
        },
        { runId: running.runId, resumed: outcome === "joined" },
      );
      await schedules.settle();
      return report;
    } finally {
      span.end();
      progress.clear();
      await schedules.close();
    }
  });
}

/**
 * `galley schedule run NAME`: runs a source now, with workers of its own, and waits for the end. Answers as
 * `galley crawl` does.
 */
export async function runSource(name: string, options: RunSourceOptions): Promise<number> {
  const report = await attendSource(name, options);
  if (report === null) {
    say(`the run of ${name} has ended already; galley schedule history ${name} shows it`);
    return 0;
  }
  process.stderr.write(summaryOf(report, storeName(storeUrl(options.dataDir, options.config.store))));
  if (report.state === "interrupted") return EXIT_CODES.interrupted;
  const [first] = report.failures;
  return report.counts.fetched === 0 && first !== undefined ? EXIT_CODES[first.code] : 0;
}
