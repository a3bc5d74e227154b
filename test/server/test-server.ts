import { join } from "node:path";
import { after, type TestContext } from "node:test";
import { pino } from "pino";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher } from "../../crawler/fetch-page.ts";
import { findChromium } from "../../crawler/find-chromium.ts";
import { createGuardedPoster } from "../../crawler/guarded-post.ts";
import type { PageFetcher } from "../../crawler/page-fetcher.ts";
import { userAgentOf } from "../../crawler/user-agent.ts";
import { createExtractPool } from "../../queue/extract-pool.ts";
import { openFrontier } from "../../queue/frontier.ts";
import { createHostTurns } from "../../queue/host-turns.ts";
import { openQueues } from "../../queue/queues.ts";
import { NO_TRACING } from "../../queue/tracing.ts";
import { openSchedules } from "../../queue/sources/schedules.ts";
import { startCrew } from "../../queue/work-crew.ts";
import { createServer } from "../../server/create-server.ts";
import { createRequestGate, type RequestLimit } from "../../server/limit-requests.ts";
import { createMetrics } from "../../server/metrics/create-metrics.ts";
import { observeFetcher, observePool, observeStore } from "../../server/metrics/observe.ts";
import type { ServerParts } from "../../server/server-parts.ts";
import { createTokenBook, tokenEntry } from "../../server/token-book.ts";
import { openFileArchive } from "../../storage/file-archive.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import type { RenderMode } from "../../types.ts";
import { openRedis } from "../../queue/redis-server.ts";
import { SERVER_PATH, testFolder } from "../queue/test-place.ts";

/** Threads take seconds to load; one pool serves all tests of a file. */
const POOL = createExtractPool({ threads: 2 });
after(() => POOL.close());

export interface TestServerOptions {
  /** Names and tokens; none by default. */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly allowNet?: readonly string[];
  readonly limit?: RequestLimit;
  /** Whether crawls are worked on; true by default. */
  readonly work?: boolean;
}

export interface TestServer {
  readonly origin: string;
  readonly parts: ServerParts;
  /** Sends JSON and reads the answer, problem details included. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The tests say what is in it.
  readonly body: Record<string, unknown>;
}

function fetchers(
  opened: AsyncDisposableStack,
  allowNet: readonly string[],
): (render: RenderMode) => PageFetcher {
  const made = new Map<RenderMode, PageFetcher>();
  opened.defer(async () => {
    await Promise.all([...made.values()].map((fetcher) => fetcher.close()));
  });
  return (render) => {
    const fetcher =
      made.get(render) ??
      createPageFetcher({
        render,
        guard: createAddressGuard({ allowNet }),
        userAgent: userAgentOf({ version: "0.0.0", contact: null }),
        robots: "obey",
        executablePath: async () => findChromium({ configured: null }) ?? "chromium",
      });
    made.set(render, fetcher);
    return fetcher;
  };
}

/** The whole server on a free port: real Redis, SQLite, archive, fetchers, threads. */
export async function startTestServer(t: TestContext, options: TestServerOptions = {}): Promise<TestServer> {
  // Closed in the reverse order: a test's own hooks run first come first served.
  const opened = new AsyncDisposableStack();
  t.after(() => opened.disposeAsync());
  const folder = await testFolder();
  const redis = opened.adopt(
    await openRedis({ redisUrl: null, dataDir: folder, serverPath: SERVER_PATH }),
    (it) => it.close(),
  );
  const store = opened.adopt(await openSqliteStore(join(folder, "galley.db")), (it) => it.close());
  const archive = await openFileArchive(join(folder, "pages"));
  const allowNet = options.allowNet ?? ["127.0.0.0/8"];
  const metrics = createMetrics();
  const plainFetcherFor = fetchers(opened, allowNet);
  const fetcherFor = (render: RenderMode): PageFetcher => observeFetcher(plainFetcherFor(render), metrics);
  const queues = opened.adopt(
    openQueues(redis.client, () => {}),
    (it) => it.close(),
  );
  const frontier = openFrontier(redis.client);
  const hostTurns = opened.adopt(createHostTurns(redis.client), (it) => it.close());
  const stop = new AbortController();
  const parts: ServerParts = {
    redis: redis.client,
    store: observeStore(store, metrics),
    archive,
    fetcherFor,
    pool: observePool(POOL, metrics),
    frontier,
    hostTurns,
    guard: createAddressGuard({ allowNet }),
    post: opened.adopt(
      createGuardedPoster({ guard: createAddressGuard({ allowNet }), userAgent: "GalleyBot" }),
      (it) => it.close(),
    ).post,
    gate: createRequestGate(options.limit ?? { active: 8, waiting: 64 }),
    delayMs: 0,
    queues,
    queueChanges: "refuse",
    schedules: opened.adopt(openSchedules(redis.client), (it) => it.close()),
    metrics,
    tracing: NO_TRACING,
    version: "0.0.0",
    log: pino({ level: "silent" }),
    signal: stop.signal,
  };
  if (options.work !== false) {
    const crew = startCrew(
      { ...parts, fetcherFor: ({ render }) => fetcherFor(render), concurrency: 4 },
      frontier,
      null,
    );
    opened.defer(() => crew.stop());
  }
  const entries = Object.entries(options.tokens ?? {});
  const tokens = createTokenBook(
    entries.map(([name, token]) => tokenEntry(name, token, "2026-03-01T00:00:00Z")),
  );
  const app = await createServer({ parts, tokens });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  opened.defer(async () => {
    stop.abort();
    await app.close();
  });
  return {
    origin,
    parts,
    async send(method, path, body, headers = {}) {
      const response = await fetch(new URL(path, origin), {
        method,
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === "" ? {} : JSON.parse(text),
      };
    },
  };
}

/** Asks until `isDone` says so; the test's own time limit ends a wait that never does. */
export async function until<Result>(
  ask: () => Promise<Result>,
  isDone: (result: Result) => boolean,
): Promise<Result> {
  for (;;) {
    const result = await ask();
    if (isDone(result)) return result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
