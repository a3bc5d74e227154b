import { type Command, Option } from "commander";
import type { Config } from "../config.ts";
import { sinceMoment } from "../parse-option.ts";
import {
  type ExtractFlags,
  type Finish,
  archiveOption,
  dataOption,
  modeOf,
  storeOption,
  withArchive,
  withExtractOptions,
  withStore,
} from "./shared-options.ts";

interface ReextractFlags extends ExtractFlags {
  readonly source?: string;
  readonly since?: string;
  readonly publish?: true;
  readonly format: "text" | "jsonl";
  readonly data: string;
  readonly archive?: string;
  readonly store?: string;
}

export function addReextract(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("reextract")
    .description(
      "run the current extractor over the archived pages and show what differs; no page is fetched",
    )
    .option("--source <name>", "only articles of this source")
    .option("--since <when>", "only pages fetched then or later: a date, or 7d", sinceMoment)
    .addOption(new Option("--dry-run", "only show what differs (the default)").conflicts(["publish"]))
    .option("--publish", "store it as new versions, when all of it was shown")
    .addOption(new Option("--format <format>", "output format").choices(["text", "jsonl"]).default("text"))
    .addOption(dataOption(config))
    .addOption(storeOption())
    .addOption(archiveOption());
  withExtractOptions(command).action(async (flags: ReextractFlags) => {
    const { reextractCommand } = await import("../commands/reextract.ts");
    const {
      source = null,
      since = null,
      publish = false,
      format,
      data: dataDir,
      keep = [],
      drop = [],
    } = flags;
    const choice = { keep, drop, mode: modeOf(flags) };
    finish(
      await reextractCommand({
        source,
        since,
        publish,
        format,
        dataDir,
        ...choice,
        config: withStore(withArchive(config, flags), flags),
      }),
    );
  });
}
