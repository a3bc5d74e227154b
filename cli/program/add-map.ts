import { type Command, Option } from "commander";
import type { Config } from "../config.ts";
import { type NetworkFlags, networkOptions, withNetworkOptions } from "../network-options.ts";
import { collect, sinceMoment, wholeNumber } from "../parse-option.ts";
import type { Finish } from "./shared-options.ts";

interface MapFlags {
  readonly since?: string;
  readonly limit?: number;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly format: "text" | "jsonl";
}

export function addMap(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("map")
    .description("list a site's pages without fetching them: from its sitemaps, its feeds and its front page")
    .argument("<url>", "a front page, a feed or a sitemap")
    .option("--since <when>", "leave out what is older: a date, or a duration such as 7d", sinceMoment)
    .option("--limit <n>", "list at most this many", wholeNumber(1))
    .option("--include <pattern>", "list only URLs that match; repeatable", collect)
    .option("--exclude <pattern>", "leave out URLs that match; repeatable", collect)
    .addOption(new Option("--format <format>", "output format").choices(["text", "jsonl"]).default("text"));
  withNetworkOptions(command).action(async (url: string, flags: NetworkFlags & MapFlags) => {
    const { mapCommand } = await import("../commands/map.ts");
    const { since, limit = null, include = [], exclude = [], format } = flags;
    const sinceMs = since === undefined ? null : Date.parse(since);
    const options = { ...networkOptions(flags, config), sinceMs, limit, include, exclude, format, config };
    finish(await mapCommand(url, options));
  });
}
