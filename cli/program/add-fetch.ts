import type { Command } from "commander";
import type { Config } from "../config.ts";
import type { Format } from "../format-article.ts";
import { type NetworkFlags, networkOptions, withNetworkOptions } from "../network-options.ts";
import {
  type ExtractFlags,
  type Finish,
  formatOption,
  modeOf,
  withExtractOptions,
} from "./shared-options.ts";

export function addFetch(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("fetch")
    .description("fetch pages and print their clean articles")
    .argument("<url...>", "page URLs, or - to read them from stdin, one a line")
    .addOption(formatOption("output format").default("text"));
  withExtractOptions(withNetworkOptions(command)).action(
    async (urls: string[], flags: NetworkFlags & ExtractFlags & { format: Format }) => {
      const { fetchCommand } = await import("../commands/fetch.ts");
      const { format, keep = [], drop = [] } = flags;
      finish(
        await fetchCommand(urls, {
          ...networkOptions(flags, config),
          format,
          keep,
          drop,
          mode: modeOf(flags),
          config,
        }),
      );
    },
  );
}
