import { readFile } from "node:fs/promises";
import { messageOf, PermanentError } from "../../errors.ts";
import { readSources, type SourceProblem } from "../../queue/sources/read-sources.ts";
import type { AppliedSource, SourceStatus } from "../../queue/sources/schedules.ts";
import type { SourceRun } from "../../queue/sources/source-runs.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { withSchedules, type SchedulesPlace } from "../open-schedules.ts";
import { renderTable } from "../render-table.ts";
import { toJsonLine, writeOutput } from "../write-output.ts";

export type ListFormat = "text" | "jsonl";

const say = (line: string): void => void process.stderr.write(`galley: ${line}\n`);

/** A table for a person, tab-separated lines for a pipe, or JSON lines of the records themselves. */
async function writeRows<Item>(
  items: readonly Item[],
  options: {
    readonly format: ListFormat;
    readonly columns: readonly string[];
    readonly right: readonly number[];
    readonly rowOf: (item: Item) => readonly string[];
  },
): Promise<void> {
  const { format, columns, right, rowOf } = options;
  if (format === "jsonl") {
    for (const item of items) await writeOutput(toJsonLine(item));
  } else if (process.stdout.isTTY) {
    await writeOutput(renderTable(columns, items.map(rowOf), { width: process.stdout.columns, right }));
  } else {
    for (const item of items) await writeOutput(`${rowOf(item).join("\t")}\n`);
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new PermanentError("file-not-readable", `${path} cannot be read: ${messageOf(cause)}`, { cause });
  }
}

function problemLine(file: string, { line, column, path, message }: SourceProblem): string {
  return `${file}:${line}:${column}: ${path === "" ? "" : `${path}: `}${message}`;
}

function countOf(applied: readonly AppliedSource[], change: AppliedSource["change"]): number {
  return applied.filter((source) => source.change === change).length;
}

/**
 * `galley schedule apply FILE`: makes the sources what the file says. Everything that is wrong with the file goes to
 * stderr, a line each, and nothing is changed then.
 */
export async function applySources(
  file: string,
  options: SchedulesPlace & { readonly prune: boolean },
): Promise<number> {
  const read = readSources(await readText(file));
  if (!read.ok) {
    for (const problem of read.problems) process.stderr.write(`${problemLine(file, problem)}\n`);
    return EXIT_CODES["invalid-sources"];
  }
  const others = options.prune ? "remove" : "keep";
  const applied = await withSchedules(options, (schedules) => schedules.apply(read.sources, { others }));
  for (const { name, change } of applied) await writeOutput(`${name}\t${change}\n`);
  const changes = (["added", "changed", "unchanged", "removed"] as const).map(
    (change) => `${countOf(applied, change)} ${change}`,
  );
  const left = countOf(applied, "left");
  say(
    `${changes.join(", ")}${left === 0 ? "" : `; ${left} not in ${file} left as they are (--prune removes them)`}`,
  );
  return 0;
}

const COUNTED = ["found", "fetched", "unchanged", "new", "changed", "failed"] as const;

function countsCells(run: SourceRun | null): readonly string[] {
  return COUNTED.map((name) => (run === null ? "" : String(run.counts[name])));
}

/** To the second, in UTC. */
function clock(time: string | null): string {
  return time === null ? "" : `${time.slice(0, 19)}Z`;
}

function statusRow(status: SourceStatus): readonly string[] {
  const { name, state, definition, next, running, last } = status;
  const run = running ?? last;
  const cells = [name, running === null ? state : "running", definition.cron ?? "", definition.timezone];
  return [...cells, clock(next), clock(run?.startedAt ?? null), ...countsCells(run)];
}

/** `galley schedule list`: each source, when it runs next, and the counts of its newest run. */
export async function listSources(
  options: SchedulesPlace & { readonly format: ListFormat },
): Promise<number> {
  const sources = await withSchedules(options, (schedules) => schedules.list());
  const columns = ["name", "state", "cron", "time zone", "next", "last run", ...COUNTED];
  await writeRows(sources, {
    format: options.format,
    columns,
    right: [6, 7, 8, 9, 10, 11],
    rowOf: statusRow,
  });
  if (sources.length === 0) say("no sources; galley schedule apply FILE adds them");
  return 0;
}

function runRow(run: SourceRun): readonly string[] {
  const trigger = run.tick === null ? run.trigger : `${clock(run.tick)}${run.late ? " late" : ""}`;
  const cells = [String(run.number), run.state, trigger, clock(run.startedAt), clock(run.endedAt)];
  return [...cells, ...countsCells(run), String(run.mergedTicks)];
}

/** `galley schedule history NAME`: its runs, the newest first. */
export async function listRuns(
  name: string,
  options: SchedulesPlace & { readonly format: ListFormat; readonly limit: number },
): Promise<number> {
  const runs = await withSchedules(options, (schedules) => schedules.history(name, options.limit));
  const columns = ["run", "state", "trigger", "started", "ended", ...COUNTED, "merged"];
  await writeRows(runs, {
    format: options.format,
    columns,
    right: [0, 5, 6, 7, 8, 9, 10, 11],
    rowOf: runRow,
  });
  if (runs.length === 0) say(`${name} has not run yet`);
  return 0;
}

export type SourceChange = "pause" | "resume" | "remove";

const CHANGED: Readonly<Record<SourceChange, string>> = {
  pause: "is paused; galley schedule resume goes on with it",
  resume: "goes on",
  remove: "is removed, and its history with it",
};

/** `galley schedule pause|resume|remove NAME`. */
export async function changeSource(
  name: string,
  change: SourceChange,
  place: SchedulesPlace,
): Promise<number> {
  await withSchedules(place, (schedules) => schedules[change](name));
  say(`${name} ${CHANGED[change]}`);
  return 0;
}
