import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { createHostTurns } from "../../crawler/local-turns.ts";
import { fetchRecord } from "../../library/fetch-record.ts";
import { createMcpServer, type McpSource } from "../../server/mcp/create-mcp-server.ts";
import { openStore } from "../../storage/open-store.ts";
import type { Config } from "../config.ts";
import type { NetworkOptions } from "../network-options.ts";
import { openFetcher } from "../open-fetcher.ts";
import { withSchedules } from "../open-schedules.ts";
import { storeUrl } from "../open-store.ts";
import { readVersion } from "../../library/read-version.ts";
import { stopSignal } from "../stop-signal.ts";
import { joinSignals } from "../../join-signals.ts";

export interface McpCommandOptions extends NetworkOptions {
  readonly dataDir: string;
  readonly config: Config;
}

/** Redis is opened for this question alone: the other tools need none. */
async function listSources(options: McpCommandOptions): Promise<readonly McpSource[]> {
  return withSchedules(options, async (schedules) =>
    (await schedules.list()).map(({ name, definition, state, next, last }) => ({
      name,
      seeds: definition.seeds,
      schedule: definition.cron === null ? null : `${definition.cron} (${definition.timezone})`,
      state,
      nextRun: next,
      lastRun: last === null ? null : `${last.startedAt}: ${JSON.stringify(last.counts)}`,
    })),
  );
}

/** `galley mcp`: tools for an assistant over stdin and stdout, until it hangs up. Answers 0. */
export async function mcpCommand(options: McpCommandOptions): Promise<number> {
  await using opened = new AsyncDisposableStack();
  const store = opened.adopt(await openStore(storeUrl(options.dataDir, options.config.store)), (it) =>
    it.close(),
  );
  const fetcher = opened.adopt(openFetcher({ ...options, listings: "read" }, options.config), (it) =>
    it.close(),
  );
  const stop = opened.adopt(stopSignal(), (it) => it.release());
  const takeTurn = createHostTurns(options.delayMs);
  const server = createMcpServer({
    version: readVersion(),
    store,
    async fetchArticle(url, signal) {
      using joined = joinSignals(signal, stop.signal);
      return await fetchRecord(url, { fetcher, takeTurn, signal: joined.signal, options: {} });
    },
    listSources: () => listSources(options),
  });
  const ended = Promise.withResolvers<void>();
  process.stdin.once("end", () => ended.resolve());
  stop.signal.addEventListener("abort", () => ended.resolve(), { once: true });
  await server.connect(new StdioServerTransport());
  await ended.promise;
  await server.close();
  return 0;
}
