import { type Command, Option } from "commander";
import type { InputForm } from "../commands/extract.ts";
import type { Config } from "../config.ts";
import type { Format } from "../format-article.ts";
import {
  type ExtractFlags,
  type Finish,
  formatOption,
  modeOf,
  withExtractOptions,
} from "./shared-options.ts";

export function addExtract(program: Command, _config: Config, finish: Finish): void {
  const command = program
    .command("extract")
    .description("extract articles from pages that are already here; no network")
    .argument("<file>", "a file, or - for stdin")
    .addOption(
      new Option(
        "--input <form>",
        'html or text: one page; jsonl: a {"id","url","html"} (or "text") line a page; warc, wet: an archive, packed or not',
      )
        .choices(["html", "text", "jsonl", "warc", "wet"])
        .default("html"),
    )
    .option("--url <url>", "the page's URL, for links and metadata (with --input html or text)")
    .addOption(formatOption("output format (default: text; jsonl with --input jsonl, warc and wet)"));
  withExtractOptions(command).action(
    async (file: string, flags: ExtractFlags & { input: InputForm; url?: string; format?: Format }) => {
      const { extractCommand } = await import("../commands/extract.ts");
      const { input, url = null, format = null, keep = [], drop = [] } = flags;
      finish(await extractCommand(file, { input, url, format, keep, drop, mode: modeOf(flags) }));
    },
  );
}

export function addWet(program: Command, _config: Config, finish: Finish): void {
  const command = program
    .command("wet")
    .description("extract articles from a WET file: short for extract --input wet")
    .argument("<file>", "a file, packed or not, or - for stdin")
    .addOption(formatOption("output format").default("jsonl"));
  withExtractOptions(command).action(async (file: string, flags: ExtractFlags & { format: Format }) => {
    const { extractCommand } = await import("../commands/extract.ts");
    const { format, keep = [], drop = [] } = flags;
    finish(await extractCommand(file, { input: "wet", url: null, format, keep, drop, mode: modeOf(flags) }));
  });
}
