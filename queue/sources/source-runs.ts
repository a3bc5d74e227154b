import type { Redis } from "ioredis";
import { z } from "zod";
import { PermanentError } from "../../errors.ts";
import { sourceCrawlId } from "../crawl-options.ts";
import type { CrawlCounts, Frontier } from "../frontier.ts";
import { crawlKey } from "../queue-keys.ts";
import { runScript } from "../redis-script.ts";
import { tracedPlan } from "../traced-plan.ts";
import { NO_TRACING, type Tracing } from "../tracing.ts";
import { planSource } from "./plan-source.ts";
import { ATTACH, BEGIN, FINISH, KEPT_RUNS, RUNNING_KEY, sourceKey } from "./source-scripts.ts";
import { readSource } from "./stored-source.ts";

/** A begun run that is not in the frontier after this long was left by a process that died: it is started then. */
const LEFT_MS = 10_000;

/** What a run came to. Every page that was found is counted once in one of the last five, once the run has ended. */
const countsSchema = z.object({
  found: z.int(),
  fetched: z.int(),
  unchanged: z.int(),
  new: z.int(),
  changed: z.int(),
  /** Pages without an article; feeds and sitemaps are among them. */
  skipped: z.int(),
  failed: z.int(),
});
export type SourceRunCounts = z.output<typeof countsSchema>;

const sourceRunSchema = z.object({
  /** 1 for the source's first run. */
  number: z.int(),
  /** Its run in the frontier; null for a moment at the start. */
  runId: z.string().nullable(),
  trigger: z.enum(["tick", "manual"]),
  /** The scheduled time that began it, ISO 8601; null for a run by hand. */
  tick: z.string().nullable(),
  /** Whether the tick was taken up only when the next one was due: it stands for all between. */
  late: z.boolean(),
  /** `lost`: Redis no longer knows what came of it. */
  state: z.enum(["running", "finished", "cancelled", "lost"]),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Ticks that came while it was going; they began no run of their own. */
  mergedTicks: z.int(),
  counts: countsSchema,
});
export type SourceRun = z.output<typeof sourceRunSchema>;

const tickNoteSchema = z.object({
  /** Scheduled time, milliseconds since the epoch. */
  tick: z.int(),
  /** `started` began a run; `merged` came while one was going. */
  outcome: z.enum(["started", "merged"]),
  late: z.boolean(),
  /** When it was recorded, milliseconds since the epoch. */
  at: z.int(),
  /** Number of the run that it began or was merged into. */
  run: z.int(),
});
export type TickNote = z.output<typeof tickNoteSchema>;

/** What asks for a run. */
export type RunRequest =
  | { readonly trigger: "tick"; readonly tick: number; readonly late: boolean }
  | { readonly trigger: "manual" };

/** The run that is going, as Redis keeps it. */
const currentSchema = z.object({
  number: z.coerce.number().int(),
  trigger: z.enum(["tick", "manual"]),
  tick: z.string(),
  late: z.string(),
  startedAt: z.coerce.number().int(),
  /** Number of the crawl's newest run before this one. */
  before: z.coerce.number().int(),
  runId: z.string(),
  merged: z.coerce.number().int(),
});
type CurrentRun = z.output<typeof currentSchema>;

const OUTCOMES = ["begun", "joined", "merged", "known", "paused", "gone"] as const;
const beginReply = z.tuple([z.enum(OUTCOMES), z.array(z.string())]);

/** How a request for a run was answered; see BEGIN. */
export interface BegunRun {
  readonly outcome: (typeof OUTCOMES)[number];
  /** Number of the run that is going; null when there is none. */
  readonly number: number | null;
}

/** A run that was just recorded. */
export interface EndedRun {
  readonly name: string;
  readonly run: SourceRun;
}

/** The runs of sources: one at a time of each, with a history. */
export interface SourceRuns {
  /** Begins a run or joins the one that is going, and sees that it is in the frontier. */
  begin(name: string, request: RunRequest): Promise<BegunRun>;
  /** The run that is going, with its counts of now. */
  current(name: string): Promise<SourceRun | null>;
  /** Runs, the newest first, the one that is going included. */
  history(name: string, limit?: number): Promise<readonly SourceRun[]>;
  /** What became of the remembered ticks, in the order of their times. */
  ticks(name: string): Promise<readonly TickNote[]>;
  /** Records the runs that have ended, and starts those that a dead process only began; answers what it recorded. */
  settle(): Promise<readonly EndedRun[]>;
}

const NO_COUNTS: SourceRunCounts = {
  found: 0,
  fetched: 0,
  unchanged: 0,
  new: 0,
  changed: 0,
  skipped: 0,
  failed: 0,
};

function countsOf(counts: CrawlCounts): SourceRunCounts {
  const { found, fetched, unchanged, stored, changed, skipped, failed } = counts;
  return { found, fetched, unchanged, new: stored, changed, skipped, failed };
}

function pairsOf(flat: readonly string[]): Readonly<Record<string, string>> {
  const entries = flat.flatMap((field, index) =>
    index % 2 === 0 ? [[field, flat[index + 1] ?? ""] as const] : [],
  );
  return Object.fromEntries(entries);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function ignoreUnreadable(error: unknown): void {
  if (!(error instanceof PermanentError)) throw error;
}

export function openSourceRuns(redis: Redis, frontier: Frontier, tracing: Tracing = NO_TRACING): SourceRuns {
  async function readCurrent(name: string): Promise<CurrentRun | null> {
    const fields = await redis.hgetall(`${sourceKey(name)}:current`);
    return fields["number"] === undefined ? null : currentSchema.parse(fields);
  }

  /**
   * Puts a begun run into the frontier, once: whoever tries again sees by the crawl's newest number that it is there.
   */
  async function start(name: string, current: CurrentRun): Promise<void> {
    if (current.runId !== "") return;
    const source = await readSource(redis, name);
    if (source === null) return;
    const planned = planSource(source.definition, current.trigger, current.startedAt);
    const plan = tracedPlan(planned, tracing);
    const id = sourceCrawlId(name);
    const newest = Number((await redis.get(crawlKey(id))) ?? 0);
    const runId =
      newest > current.before ? `${id}.${current.before + 1}` : (await frontier.start(plan)).runId;
    await runScript(redis, ATTACH, [sourceKey(name)], [current.number, runId]);
  }

  async function describe(current: CurrentRun): Promise<SourceRun> {
    const { number, trigger, tick, late, startedAt, runId, merged } = current;
    const status = runId === "" ? null : await frontier.status(runId);
    // The frontier's clock has whole seconds.
    const endedAt = Math.max(Date.parse(status?.endedAt ?? "") || Date.now(), startedAt);
    const state = runId === "" ? "running" : (status?.state ?? "lost");
    return {
      number,
      runId: runId === "" ? null : runId,
      trigger,
      tick: tick === "" ? null : iso(Number(tick)),
      late: late === "1",
      state,
      startedAt: iso(startedAt),
      endedAt: state === "running" ? null : iso(endedAt),
      mergedTicks: merged,
      counts: status === null ? NO_COUNTS : countsOf(status.counts),
    };
  }

  /** Records the run that has ended; null when there is none, or when another process did it. */
  async function settleOne(name: string): Promise<SourceRun | null> {
    const current = await readCurrent(name);
    if (current === null) return null;
    if (current.runId === "") {
      // One whose definition cannot be read waits until it is applied again; whoever looks after schedules says so.
      if (Date.now() - current.startedAt >= LEFT_MS) await start(name, current).catch(ignoreUnreadable);
      return null;
    }
    const run = await describe(current);
    if (run.state === "running") return null;
    const args = [current.number, JSON.stringify(run)];
    return (await runScript(redis, FINISH, [sourceKey(name)], args)) === 1 ? run : null;
  }

  return {
    async begin(name, request) {
      // A run that has ended but is not recorded yet must not swallow the tick.
      await settleOne(name);
      const [tick, late] = request.trigger === "tick" ? [request.tick, request.late ? "1" : ""] : ["", ""];
      const key = crawlKey(sourceCrawlId(name));
      const reply = await runScript(
        redis,
        BEGIN,
        [sourceKey(name), key],
        [request.trigger, tick, late, Date.now()],
      );
      const [outcome, fields] = beginReply.parse(reply);
      if (fields.length === 0) return { outcome, number: null };
      const current = currentSchema.parse(pairsOf(fields));
      // A tick that was here before may have lost its process between beginning and starting.
      const own = outcome === "begun" || outcome === "joined" || current.tick === String(tick);
      if (own) await start(name, current);
      return { outcome, number: current.number };
    },
    async current(name) {
      const current = await readCurrent(name);
      return current === null ? null : describe(current);
    },
    async history(name, limit = KEPT_RUNS) {
      await settleOne(name);
      const [current, texts] = await Promise.all([
        readCurrent(name),
        redis.lrange(`${sourceKey(name)}:runs`, 0, limit - 1),
      ]);
      const ended = texts.map((text) => sourceRunSchema.parse(JSON.parse(text)));
      return [...(current === null ? [] : [await describe(current)]), ...ended].slice(0, limit);
    },
    async ticks(name) {
      const notes = await redis.hvals(`${sourceKey(name)}:ticks`);
      const parsed = notes.map((text) => tickNoteSchema.parse(JSON.parse(text)));
      return parsed.toSorted((a, b) => a.tick - b.tick);
    },
    async settle() {
      const ended: EndedRun[] = [];
      for (const name of await redis.smembers(RUNNING_KEY)) {
        const run = await settleOne(name);
        if (run !== null) ended.push({ name, run });
      }
      return ended;
    },
  };
}
