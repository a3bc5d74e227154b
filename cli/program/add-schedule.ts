import { type Command, Option } from "commander";
import type { ListFormat, SourceChange } from "../commands/schedule.ts";
import type { Config } from "../config.ts";
import { networkOptions, type ReachFlags, withReachOptions } from "../network-options.ts";
import { wholeNumber } from "../parse-option.ts";
import { dataOption, type Finish } from "./shared-options.ts";

const DEFAULT_HISTORY = 20;

interface DataFlags {
  readonly data: string;
}

const listFormat = (): Option =>
  new Option("--format <format>", "output format").choices(["text", "jsonl"]).default("text");

export function addSchedule(program: Command, config: Config, finish: Finish): void {
  const schedule = program.command("schedule").description("sources that are crawled on a schedule");
  const placeOf = ({ data }: DataFlags) => ({ dataDir: data, config });
  schedule
    .command("apply")
    .description("make the sources what a sources.yaml says")
    .argument("<file>", "the file")
    .option("--prune", "remove the sources that are not in the file")
    .addOption(dataOption(config))
    .action(async (file: string, flags: DataFlags & { prune?: true }) => {
      const { applySources } = await import("../commands/schedule.ts");
      finish(await applySources(file, { ...placeOf(flags), prune: flags.prune ?? false }));
    });
  schedule
    .command("list", { isDefault: true })
    .description("list the sources, when they run next, and the counts of their newest run")
    .addOption(listFormat())
    .addOption(dataOption(config))
    .action(async (flags: DataFlags & { format: ListFormat }) => {
      const { listSources } = await import("../commands/schedule.ts");
      finish(await listSources({ ...placeOf(flags), format: flags.format }));
    });
  addRun(schedule, config, finish);
  const changes: readonly (readonly [SourceChange, string])[] = [
    ["pause", "stop a source's ticks; its definition and history stay"],
    ["resume", "let a paused source's ticks go on from now"],
    ["remove", "forget a source and its history"],
  ];
  for (const [change, description] of changes) {
    schedule
      .command(change)
      .description(description)
      .argument("<name>", "the source's name")
      .addOption(dataOption(config))
      .action(async (name: string, flags: DataFlags) => {
        const { changeSource } = await import("../commands/schedule.ts");
        finish(await changeSource(name, change, placeOf(flags)));
      });
  }
  schedule
    .command("history")
    .description("list a source's runs, the newest first")
    .argument("<name>", "the source's name")
    .option("--limit <n>", "show at most this many", wholeNumber(1), DEFAULT_HISTORY)
    .addOption(listFormat())
    .addOption(dataOption(config))
    .action(async (name: string, flags: DataFlags & { format: ListFormat; limit: number }) => {
      const { listRuns } = await import("../commands/schedule.ts");
      finish(await listRuns(name, { ...placeOf(flags), format: flags.format, limit: flags.limit }));
    });
}

interface RunFlags extends ReachFlags, DataFlags {
  readonly detach?: true;
  readonly concurrency: number;
}

function addRun(schedule: Command, config: Config, finish: Finish): void {
  const command = schedule
    .command("run")
    .description("run a source now and wait for the end")
    .argument("<name>", "the source's name")
    .option("--detach", "only begin the run; the workers of galley work do it")
    .option("--concurrency <n>", "pages fetched at a time", wholeNumber(1), 8)
    .addOption(dataOption(config));
  withReachOptions(command).action(async (name: string, flags: RunFlags) => {
    const { beginSource, runSource } = await import("../commands/schedule-run.ts");
    const place = { dataDir: flags.data, config };
    // The source itself says how its pages are rendered and how long its hosts are left alone.
    const network = networkOptions({ ...flags, render: "auto", delay: 0 }, config);
    const { concurrency } = flags;
    finish(
      flags.detach === true
        ? await beginSource(name, place)
        : await runSource(name, { ...network, ...place, concurrency }),
    );
  });
}
