import { GalleyError, messageOf, PermanentError, TransientError } from "../errors.ts";
import type { RobotsVerdict } from "../types.ts";
import type { HostTurn, TakeTurn } from "./host-turn.ts";
import { parseRetryAfter } from "./http-errors.ts";
import type { HttpAnswer, HttpClient } from "./http-client.ts";
import {
  crawlDelayMs,
  isAllowed,
  MAX_CRAWL_DELAY_MS,
  parseRobots,
  ROBOTS_MAX_BYTES,
  type RobotsTxt,
} from "./robots.ts";

/** RFC 9309 §2.3.1.2: at least five consecutive redirects are followed, across hosts too. */
const MAX_ROBOTS_REDIRECTS = 5;
/** RFC 9309 §2.4: a cached copy is not used for more than 24 hours. */
const CACHE_MS = 24 * 60 * 60 * 1000;
/** After a 5xx answer without Retry-After the file is asked for again in this time: soon, but too seldom to press. */
const UNREACHABLE_MS = 60 * 1000;
/** A broken connection is shared by those who ask at the same moment; the first retry of a page tries it anew. */
const BROKEN_MS = 400;
/** Origins remembered; the one read longest ago goes first. A parsed file takes a few kilobytes. */
const MAX_ORIGINS = 5_000;

/** What robots.txt says of a URL. */
export interface RobotsAnswer {
  readonly verdict: RobotsVerdict;
  /** The pause between two requests that the site asks for, at most MAX_CRAWL_DELAY_MS, or null. */
  readonly crawlDelayMs: number | null;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Asked before every request for the file, redirects included. */
  readonly takeTurn?: TakeTurn;
}

export interface RobotsCache {
  /**
   * Asks the robots.txt of the URL's origin, fetched at most once in 24 hours.
   * @throws TransientError when the file is unreachable (RFC 9309 §2.3.1.4: then everything is disallowed, for now)
   *   and no older copy is known; PermanentError address-refused when the guard refuses the host.
   */
  ask(url: string, options?: AskOptions): Promise<RobotsAnswer>;
  /** The Sitemap lines of the URL's origin. Throws as `ask` does. */
  sitemaps(url: string, options?: AskOptions): Promise<readonly string[]>;
}

export interface RobotsCacheOptions {
  readonly client: HttpClient;
  readonly timeoutMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

interface Entry {
  readonly robots: RobotsTxt;
  readonly source: string;
  readonly validUntil: number;
}

interface Failure {
  readonly error: GalleyError;
  readonly validUntil: number;
}

/** A file being read, for all who ask meanwhile; it is given up when the last of them is. */
interface Loading {
  readonly entry: Promise<Entry>;
  readonly giveUp: AbortController;
  waiting: number;
}

/** Turns for one file. A turn that does not come says nothing about the host, so it is told apart. */
interface FileTurns {
  readonly beforeRequest: (url: string) => Promise<HostTurn | null>;
  readonly missed: () => boolean;
}

function turnsFor(takeTurn: TakeTurn | undefined, signal: AbortSignal): FileTurns {
  const state = { missed: false };
  return {
    async beforeRequest(url) {
      try {
        return (
          (await takeTurn?.({ host: new URL(url).host, kind: "robots", crawlDelayMs: null, signal })) ?? null
        );
      } catch (error) {
        state.missed = true;
        throw error;
      }
    },
    missed: () => state.missed,
  };
}

const ALLOW_ALL: RobotsTxt = parseRobots("");

/** Statuses by RFC 9309 §2.3.1: read, or unavailable, and then all is allowed. */
function readAnswer({ status, body }: HttpAnswer): RobotsTxt {
  return status >= 200 && status < 300 ? parseRobots(body) : ALLOW_ALL;
}

/** RFC 9309 §2.3.1.4: a file that is unreachable disallows everything, for now. */
function requireReachable({ url, status, headers }: HttpAnswer): void {
  if (status < 500) return;
  const retryAfterMs = parseRetryAfter(headers["retry-after"] ?? null, Date.now()) ?? UNREACHABLE_MS;
  throw new TransientError(
    "robots-disallowed",
    `${url} answered with HTTP status ${status}, so nothing there may be fetched for now; try again later`,
    { url, retryAfterMs, status },
  );
}

/** A file behind too many redirects counts as unavailable (§2.3.1.2), and so does one that leads nowhere readable. */
function isUnavailable(error: unknown): boolean {
  return error instanceof PermanentError && (error.code === "redirect-loop" || error.code === "invalid-url");
}

/** Puts a value in and lets the oldest go. */
function remember<Value>(map: Map<string, Value>, origin: string, value: Value): void {
  map.delete(origin);
  map.set(origin, value);
  const [oldest] = map.keys();
  if (map.size > MAX_ORIGINS && oldest !== undefined) map.delete(oldest);
}

/** Makes a cache of its own; the file of an origin is asked for when the first URL of it is. */
export function createRobotsCache(options: RobotsCacheOptions): RobotsCache {
  const entries = new Map<string, Entry>();
  const failures = new Map<string, Failure>();
  const pending = new Map<string, Loading>();

  async function read(source: string, signal: AbortSignal, turns: FileTurns): Promise<RobotsTxt> {
    try {
      const answer = await options.client.get(source, {
        timeoutMs: options.timeoutMs,
        maxBytes: ROBOTS_MAX_BYTES,
        maxRedirects: MAX_ROBOTS_REDIRECTS,
        overflow: "cut",
        signal,
        beforeRequest: turns.beforeRequest,
        judge: requireReachable,
        headers: { accept: "text/plain,*/*;q=0.1" },
      });
      return readAnswer(answer);
    } catch (error) {
      if (isUnavailable(error)) return ALLOW_ALL;
      throw error;
    }
  }

  async function load(origin: string, signal: AbortSignal, takeTurn: TakeTurn | undefined): Promise<Entry> {
    const source = `${origin}/robots.txt`;
    const turns = turnsFor(takeTurn, signal);
    try {
      const robots = await read(source, signal, turns);
      const entry = { robots, source, validUntil: options.now() + CACHE_MS };
      remember(entries, origin, entry);
      failures.delete(origin);
      return entry;
    } catch (error) {
      if (turns.missed() || signal.aborted) throw error;
      const named =
        error instanceof GalleyError
          ? error
          : new TransientError("connection-failed", `${source}: ${messageOf(error)}`, { cause: error });
      const pauseMs = named instanceof TransientError ? named.retryAfterMs : null;
      remember(failures, origin, { error: named, validUntil: options.now() + (pauseMs ?? BROKEN_MS) });
      // §2.4: a copy older than a day may be used while the file is unreachable.
      const stale = entries.get(origin);
      if (stale !== undefined) return stale;
      throw named;
    }
  }

  function startLoading(origin: string, takeTurn: TakeTurn | undefined): Loading {
    const giveUp = new AbortController();
    const entry = load(origin, giveUp.signal, takeTurn);
    const loading = { entry, giveUp, waiting: 0 };
    pending.set(origin, loading);
    const forget = (): void => void (pending.get(origin) === loading && pending.delete(origin));
    entry.then(forget, forget);
    return loading;
  }

  async function join(origin: string, { signal, takeTurn }: AskOptions): Promise<Entry> {
    const loading = pending.get(origin) ?? startLoading(origin, takeTurn);
    loading.waiting += 1;
    try {
      return await (signal === undefined ? loading.entry : untilAborted(loading.entry, signal));
    } finally {
      loading.waiting -= 1;
      if (loading.waiting === 0) {
        // Whoever asks from now on starts anew instead of joining a file that is being given up.
        if (pending.get(origin) === loading) pending.delete(origin);
        loading.giveUp.abort();
      }
    }
  }

  async function entryOf(url: string, ask: AskOptions): Promise<Entry> {
    const { origin } = new URL(url);
    const known = entries.get(origin);
    const failure = failures.get(origin);
    if (known !== undefined && known.validUntil > options.now()) return known;
    if (failure !== undefined && failure.validUntil > options.now()) {
      if (known !== undefined) return known;
      throw failure.error;
    }
    return join(origin, ask);
  }

  return {
    async ask(url, ask = {}) {
      const { robots, source } = await entryOf(url, ask);
      const verdict = isAllowed(robots, url) ? "allowed" : "disallowed";
      const delay = crawlDelayMs(robots);
      return {
        verdict: { verdict, source },
        crawlDelayMs: delay === null ? null : Math.min(delay, MAX_CRAWL_DELAY_MS),
      };
    },
    async sitemaps(url, ask = {}) {
      return (await entryOf(url, ask)).robots.sitemaps;
    },
  };
}

/** The load is shared between callers; one that is interrupted leaves it to the others. */
function untilAborted<Value>(loading: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void =>
      reject(new TransientError("interrupted", "waiting for robots.txt was interrupted"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    loading.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
