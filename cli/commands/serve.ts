import { once } from "node:events";
import { join } from "node:path";
import type { Logger } from "pino";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import type { PageFetcher } from "../../crawler/page-fetcher.ts";
import { UsageError, messageOf } from "../../errors.ts";
import { createExtractPool, threadsBesideCrawl } from "../../queue/extract-pool.ts";
import { openFrontier } from "../../queue/frontier.ts";
import { traceFetcher, tracePool } from "../../queue/trace-parts.ts";
import type { Tracing } from "../../queue/tracing.ts";
import { createHostTurns } from "../../queue/host-turns.ts";
import { runWorkers } from "../../queue/run-workers.ts";
import { openSchedules } from "../../queue/sources/schedules.ts";
import { openQueues } from "../../queue/queues.ts";
import { createServer } from "../../server/create-server.ts";
import { createRequestGate } from "../../server/limit-requests.ts";
import { createMetrics } from "../../server/metrics/create-metrics.ts";
import { observeFetcher, observePool, observeStore } from "../../server/metrics/observe.ts";
import type { ServerParts } from "../../server/server-parts.ts";
import { createTokenBook, readTokenBook, tokenEntry, type TokenBook } from "../../server/token-book.ts";
import type { RenderMode } from "../../types.ts";
import type { Config } from "../config.ts";
import type { NetworkOptions } from "../network-options.ts";
import { logJob, openLog } from "../open-log.ts";
import { openTracing } from "../open-tracing.ts";
import { createPoster } from "../sinks/create-poster.ts";
import { readVersion } from "../../library/read-version.ts";
import { withSinks } from "../sinks/with-sinks.ts";
import { type ConnectedParts, withWorkParts } from "../with-work-parts.ts";

/** Room for callers that wait: enough threads are kept busy while some pages are on their way. */
const ACTIVE_REQUESTS = 16;
const WAITING_REQUESTS = 64;

export interface ServeCommandOptions extends NetworkOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Whether this process works on crawls as well. */
  readonly work: boolean;
  readonly concurrency: number;
  readonly queueChanges: "allow" | "refuse";
  readonly dataDir: string;
  readonly config: Config;
}

/** The file of a data folder's tokens. */
export function tokenFile(dataDir: string): string {
  return join(dataDir, "tokens.json");
}

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u.test(host);

async function readTokens(options: ServeCommandOptions): Promise<TokenBook> {
  const { token } = options.config;
  const given = token === null ? [] : [tokenEntry("GALLEY_TOKEN", token, new Date().toISOString())];
  const book = createTokenBook([...(await readTokenBook(tokenFile(options.dataDir))), ...given]);
  if (book.entries.length === 0 && !isLoopback(options.host)) {
    const message = `A server on ${options.host} can be reached by others and needs a token: galley token add NAME makes one, or GALLEY_TOKEN holds one. Or keep to --host 127.0.0.1.`;
    throw new UsageError("usage", message);
  }
  return book;
}

async function listen(
  app: Awaited<ReturnType<typeof createServer>>,
  { host, port }: ServeCommandOptions,
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    const message = `Cannot listen on ${host}:${port}: ${messageOf(cause)}. Choose another --port or --host.`;
    throw new UsageError("usage", message, { cause });
  }
}

interface ServeNotes {
  readonly tokens: TokenBook;
  readonly log: Logger;
  readonly tracing: Tracing;
}

async function serve(
  connected: ConnectedParts,
  options: ServeCommandOptions,
  { tokens, log, tracing }: ServeNotes,
): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const { redis, archive, signal } = connected;
  const metrics = createMetrics();
  const store = observeStore(connected.store, metrics);
  const fetcherFor = (render: RenderMode): PageFetcher =>
    observeFetcher(connected.fetcherFor(render), metrics);
  const ownPool = opened.adopt(createExtractPool({ threads: threadsBesideCrawl() }), (it) => it.close());
  const pool = observePool(ownPool, metrics);
  const onTrouble = (error: unknown): void => log.warn({ err: error }, "trouble that heals by itself");
  const queues = opened.adopt(openQueues(redis.client, onTrouble), (it) => it.close());
  const frontier = openFrontier(redis.client);
  const hostTurns = opened.adopt(createHostTurns(redis.client), (it) => it.close());
  const parts: ServerParts = {
    redis: redis.client,
    store,
    archive,
    fetcherFor: (render) => traceFetcher(fetcherFor(render), tracing),
    pool: tracePool(pool, tracing),
    frontier,
    hostTurns,
    guard: createAddressGuard({ allowNet: options.allowNet }),
    post: opened.adopt(createPoster(options), (it) => it.close()).post,
    gate: createRequestGate({ active: ACTIVE_REQUESTS, waiting: WAITING_REQUESTS }),
    delayMs: options.delayMs,
    queues,
    queueChanges: options.queueChanges,
    schedules: opened.adopt(openSchedules(redis.client, onTrouble, tracing), (it) => it.close()),
    metrics,
    tracing,
    version: readVersion(),
    log,
    signal,
  };
  const app = opened.adopt(await createServer({ parts, tokens }), (it) => it.close());
  const address = await listen(app, options);
  const audience = tokens.entries.length === 0 ? ", for this machine alone" : "";
  process.stderr.write(`galley: serving on ${address}${audience}\n`);
  // Awaited here: on return, what was opened is closed.
  if (!options.work) return await aborted(signal);
  const { dataDir, config, allowNet } = options;
  const sinks = { dataDir, config, allowNet, store, signal, redis: redis.client };
  await withSinks({ ...sinks, onTrouble: (message) => log.warn(message) }, () =>
    runWorkers({
      ...parts,
      pool,
      concurrency: options.concurrency,
      fetcherFor: ({ render }) => fetcherFor(render),
      onWarning: onTrouble,
      onJob: (report) => logJob(log, report),
    }),
  );
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

/** `galley serve`: the HTTP API and the pages for people, until a signal ends it. Answers 0. */
export async function serveCommand(options: ServeCommandOptions): Promise<number> {
  const tokens = await readTokens(options);
  await using opened = new AsyncDisposableStack();
  const { tracing } = opened.adopt(await openTracing(options.config), (it) => it.close());
  const log = openLog(options.config, tracing);
  await withWorkParts(
    { ...options, onStop: () => void process.stderr.write("galley: stopping …\n") },
    (connected) => serve(connected, options, { tokens, log, tracing }),
  );
  return 0;
}
