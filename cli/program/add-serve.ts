import type { Command } from "commander";
import type { Config } from "../config.ts";
import { type NetworkFlags, networkOptions, withNetworkOptions } from "../network-options.ts";
import { wholeNumber } from "../parse-option.ts";
import {
  type Finish,
  archiveOption,
  dataOption,
  storeOption,
  withArchive,
  withStore,
} from "./shared-options.ts";

const DEFAULT_PORT = 8460;

interface ServeFlags extends NetworkFlags {
  readonly host: string;
  readonly port: number;
  readonly work: boolean;
  readonly queueChanges?: true;
  readonly concurrency: number;
  readonly data: string;
  readonly archive?: string;
  readonly store?: string;
}

export function addServe(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("serve")
    .description("serve the HTTP API and the pages for people")
    .option("--host <address>", "the address to listen on; others than loopback need a token", "127.0.0.1")
    .option("--port <n>", "the port to listen on; 0 takes a free one", wholeNumber(0), DEFAULT_PORT)
    .option("--no-work", "leave crawls to other processes (galley work)")
    .option("--concurrency <n>", "pages fetched at a time", wholeNumber(1), 8)
    .addOption(dataOption(config))
    .addOption(archiveOption())
    .addOption(storeOption())
    .option("--queue-changes", "let the pages under /queue change jobs; they only look otherwise");
  withNetworkOptions(command).action(async (flags: ServeFlags) => {
    const { serveCommand } = await import("../commands/serve.ts");
    const { host, port, work, concurrency, data: dataDir } = flags;
    const queueChanges = flags.queueChanges === true ? "allow" : "refuse";
    const places = { dataDir, config: withStore(withArchive(config, flags), flags) };
    const serving = { host, port, work, concurrency, queueChanges, ...places } as const;
    finish(await serveCommand({ ...networkOptions(flags, config), ...serving }));
  });
}

export function addToken(program: Command, config: Config, finish: Finish): void {
  const token = program.command("token").description("the tokens that galley serve asks for");
  token
    .command("add")
    .description("make a token and print it, once")
    .argument("<name>", "whose it is")
    .addOption(dataOption(config))
    .action(async (name: string, flags: { data: string }) => {
      const { addTokenCommand } = await import("../commands/token.ts");
      finish(await addTokenCommand(name, flags.data));
    });
  token
    .command("list", { isDefault: true })
    .description("list the names")
    .addOption(dataOption(config))
    .action(async (flags: { data: string }) => {
      const { listTokensCommand } = await import("../commands/token.ts");
      finish(await listTokensCommand(flags.data));
    });
  token
    .command("remove")
    .description("forget a token")
    .argument("<name>", "whose it is")
    .addOption(dataOption(config))
    .action(async (name: string, flags: { data: string }) => {
      const { removeTokenCommand } = await import("../commands/token.ts");
      finish(await removeTokenCommand(name, flags.data));
    });
}

interface McpFlags extends NetworkFlags {
  readonly data: string;
  readonly store?: string;
}

export function addMcp(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("mcp")
    .description("give an assistant tools that fetch, search and read articles (MCP over stdin and stdout)")
    .addOption(dataOption(config))
    .addOption(storeOption());
  withNetworkOptions(command).action(async (flags: McpFlags) => {
    const { mcpCommand } = await import("../commands/mcp.ts");
    const places = { dataDir: flags.data, config: withStore(config, flags) };
    finish(await mcpCommand({ ...networkOptions(flags, config), ...places }));
  });
}
