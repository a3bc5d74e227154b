import { type Command, Option } from "commander";
import type { Config } from "../config.ts";
import { type NetworkFlags, networkOptions, withNetworkOptions } from "../network-options.ts";
import { type ExtractFlags, type Finish, modeOf, withExtractOptions } from "./shared-options.ts";

export function addExplain(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("explain")
    .description("show a page with what was kept and what was removed, as one HTML page")
    .argument("<page>", "a URL, a file, or - for stdin")
    .addOption(new Option("--input <form>", "what a file holds").choices(["html", "text"]).default("html"))
    .option("--url <url>", "the URL of a page that is in a file, for links and metadata")
    .option("--output <file>", "write the page there instead of to stdout");
  withExtractOptions(withNetworkOptions(command)).action(async (page: string, flags: ExplainFlags) => {
    const { explainCommand } = await import("../commands/explain.ts");
    const { input, url = null, output = null, keep = [], drop = [] } = flags;
    const network = networkOptions(flags, config);
    finish(
      await explainCommand(page, { ...network, input, url, output, keep, drop, mode: modeOf(flags), config }),
    );
  });
}

interface ExplainFlags extends NetworkFlags, ExtractFlags {
  readonly input: "html" | "text";
  readonly url?: string;
  readonly output?: string;
}
