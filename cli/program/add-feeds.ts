import { type Command, Option } from "commander";
import type { ExportFormat } from "../commands/export.ts";
import type { Config } from "../config.ts";
import { wholeNumber } from "../parse-option.ts";
import { type Finish, dataOption, storeOption } from "./shared-options.ts";

interface ExportFlags {
  readonly format: ExportFormat;
  readonly since?: number;
  readonly out?: string;
  readonly cursorFile?: string;
  readonly data: string;
  readonly store?: string;
}

export function addExport(program: Command, config: Config, finish: Finish): void {
  program
    .command("export")
    .description("write what is new, changed and removed since a cursor, and say the next one")
    .addOption(
      new Option("--format <format>", "output format").choices(["jsonl", "csv", "parquet"]).default("jsonl"),
    )
    .option(
      "--since <cursor>",
      "start after this event (default: the cursor file's, or the very first)",
      wholeNumber(0),
    )
    .option("--out <file>", "the file to write, whole or not at all (default: stdout)")
    .option("--cursor-file <file>", "keep the cursor in this file from one export to the next")
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (flags: ExportFlags) => {
      const { exportCommand } = await import("../commands/export.ts");
      const { format, since = null, out = null, cursorFile = null, data: dataDir } = flags;
      finish(
        await exportCommand({ format, since, out, cursorFile, dataDir, store: flags.store ?? config.store }),
      );
    });
}

export function addTail(program: Command, config: Config, finish: Finish): void {
  program
    .command("tail")
    .description("follow what is new, changed and removed as JSON lines, until Ctrl-C")
    .option(
      "--since <cursor>",
      "start after this event; 0 is the very first (default: from now on)",
      wholeNumber(0),
    )
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (flags: { since?: number; data: string; store?: string }) => {
      const { tailCommand } = await import("../commands/tail.ts");
      finish(
        await tailCommand({
          dataDir: flags.data,
          store: flags.store ?? config.store,
          since: flags.since ?? null,
        }),
      );
    });
}
