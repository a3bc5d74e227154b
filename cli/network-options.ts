import { type Command, Option } from "commander";
import { parseProxy, type UpstreamProxy } from "../crawler/proxy/parse-proxy.ts";
import type { RenderMode } from "../types.ts";
import type { Config } from "./config.ts";
import { collect, wholeNumber } from "./parse-option.ts";

const DEFAULT_DELAY_MS = 1000;
const DEFAULT_TIMEOUT_S = 30;

/** Options of every command that contacts the network. */
export interface NetworkFlags {
  readonly render: RenderMode;
  readonly allowNet?: readonly string[];
  readonly delay: number;
  readonly timeout: number;
  readonly ignoreRobots?: boolean;
  readonly cookies?: boolean;
  readonly proxy?: string;
}

/** What every contact needs, where the render mode and the delay come from elsewhere. */
export type ReachFlags = Omit<NetworkFlags, "render" | "delay">;

export function withNetworkOptions(command: Command): Command {
  command
    .addOption(
      new Option("--render <when>", "use the browser: auto is when the fetched page is an empty shell")
        .choices(["auto", "never", "always"])
        .default("auto"),
    )
    .option("--delay <ms>", "least time between two requests to one host", wholeNumber(0), DEFAULT_DELAY_MS);
  return withReachOptions(command);
}

export function withReachOptions(command: Command): Command {
  return command
    .option("--allow-net <cidr>", "contact this private network too; repeatable", collect)
    .option("--timeout <seconds>", "give up on a page after", wholeNumber(1), DEFAULT_TIMEOUT_S)
    .option(
      "--cookies",
      "send sites' cookies back to them; without, every page is asked for as if it were the first",
    )
    .option("--proxy <url>", "go out through this http, https or socks5 proxy")
    .option("--ignore-robots", "fetch what robots.txt disallows; the record says so");
}

export function networkOptions(flags: NetworkFlags, config: Config): NetworkOptions {
  return {
    render: flags.render,
    allowNet: [...(config.allowNet ?? []), ...(flags.allowNet ?? [])],
    delayMs: flags.delay,
    timeoutMs: flags.timeout * 1000,
    robots: flags.ignoreRobots === true ? "ignore" : "obey",
    cookies: flags.cookies === true ? "keep" : "forget",
    proxy: proxyOf(flags.proxy ?? config.proxy),
  };
}

/** What a command that contacts the network was asked for. */
export interface NetworkOptions {
  readonly render: RenderMode;
  readonly allowNet: readonly string[];
  readonly delayMs: number;
  readonly timeoutMs: number;
  readonly robots: "obey" | "ignore";
  readonly cookies: "keep" | "forget";
  readonly proxy: UpstreamProxy | null;
}

function proxyOf(text: string | null): UpstreamProxy | null {
  return text === null ? null : parseProxy(text);
}
