import type { Logger } from "pino";
import type { AddressGuard } from "../crawler/address-guard.ts";
import type { PageFetcher } from "../crawler/page-fetcher.ts";
import type { ExtractPool } from "../queue/extract-pool.ts";
import type { Frontier } from "../queue/frontier.ts";
import type { HostTurns } from "../queue/host-turns.ts";
import type { Queues } from "../queue/queues.ts";
import type { Tracing } from "../queue/tracing.ts";
import type { Schedules } from "../queue/sources/schedules.ts";
import type { RedisServer } from "../queue/redis-server.ts";
import type { ArticleStore } from "../storage/article-store.ts";
import type { PostMessage } from "../storage/feeds/webhook-target.ts";
import type { PageArchive } from "../storage/page-archive.ts";
import type { RenderMode } from "../types.ts";
import type { RequestGate } from "./limit-requests.ts";
import type { Metrics } from "./metrics/create-metrics.ts";

/** What the routes work with. The caller made all of it and closes it. */
export interface ServerParts {
  readonly redis: RedisServer["client"];
  readonly store: ArticleStore;
  readonly archive: PageArchive;
  readonly fetcherFor: (render: RenderMode) => PageFetcher;
  readonly pool: ExtractPool;
  readonly frontier: Frontier;
  readonly hostTurns: HostTurns;
  /** Which addresses may be contacted: pages by the fetchers, webhooks by those who deliver them. */
  readonly guard: AddressGuard;
  /** Sends messages to addresses that callers name, behind the same guard. */
  readonly post: PostMessage;
  /** Room for requests that fetch or extract while their client waits. */
  readonly gate: RequestGate;
  /** Least time between two requests to one host, in milliseconds. */
  readonly delayMs: number;
  readonly queues: Queues;
  /** Whether jobs may be changed on the queue's own pages. */
  readonly queueChanges: "allow" | "refuse";
  readonly schedules: Schedules;
  readonly metrics: Metrics;
  /** Spans of the requests and of what they start. */
  readonly tracing: Tracing;
  readonly version: string;
  readonly log: Logger;
  /** Aborted when the server is stopping. */
  readonly signal: AbortSignal;
}
