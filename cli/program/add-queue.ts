import { type Command, Option } from "commander";
import type { QueueCommandOptions } from "../commands/queue.ts";
import type { Config } from "../config.ts";
import { UsageError } from "../../errors.ts";
import { type Finish, dataOption } from "./shared-options.ts";

interface QueueFlags {
  readonly data: string;
  readonly format: QueueCommandOptions["format"];
}

export function addQueue(program: Command, config: Config, finish: Finish): void {
  const queue = program
    .command("queue")
    .description("look into the queue of a data folder or of REDIS_URL, and put failed pages back");
  const withOptions = (command: Command): Command =>
    command
      .addOption(new Option("--format <format>", "output format").choices(["text", "json"]).default("text"))
      .addOption(dataOption(config));
  const optionsOf = ({ data: dataDir, format }: QueueFlags): QueueCommandOptions => ({
    dataDir,
    format,
    config,
  });
  withOptions(queue.command("stats", { isDefault: true }))
    .description("what waits, what is in work, what failed")
    .action(async (flags: QueueFlags) => {
      const { queueStats } = await import("../commands/queue.ts");
      finish(await queueStats(optionsOf(flags)));
    });
  withOptions(queue.command("failed"))
    .description("the pages that failed for good, one a line: id, time, attempts, code, URL, message")
    .action(async (flags: QueueFlags) => {
      const { queueFailed } = await import("../commands/queue.ts");
      finish(await queueFailed(optionsOf(flags)));
    });
  withOptions(queue.command("retry"))
    .description("put failed pages back: into their crawl's run, or into a new one where that has ended")
    .argument("[page...]", "ids or URLs of pages that failed")
    .option("--all", "every page that failed")
    .action(async (pages: string[], flags: QueueFlags & { all?: true }) => {
      if (pages.length > 0 === (flags.all === true)) {
        throw new UsageError(
          "usage",
          "Name the pages to put back, or say --all; galley queue failed lists them.",
        );
      }
      const { queueRetry } = await import("../commands/queue.ts");
      finish(await queueRetry(flags.all === true ? null : pages, optionsOf(flags)));
    });
  withOptions(queue.command("drain"))
    .description("end every run and throw away what waits; what is stored stays")
    .option("--yes", "do it, without asking back")
    .option("--failed", "forget the pages that failed, too")
    .action(async (flags: QueueFlags & { yes?: true; failed?: true }) => {
      const { queueDrain } = await import("../commands/queue.ts");
      const { yes, failed } = flags;
      finish(await queueDrain({ ...optionsOf(flags), confirmed: yes === true, failed: failed === true }));
    });
}
