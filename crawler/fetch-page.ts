import { GalleyError, PermanentError } from "../errors.ts";
import type { RenderMode, RobotsVerdict } from "../types.ts";
import type { AddressGuard } from "./address-guard.ts";
import { createCookieJars } from "./cookie-jars.ts";
import type { UpstreamProxy } from "./proxy/parse-proxy.ts";
import { isSamePage } from "./conditional-request.ts";
import { createBrowserProcess } from "./browser-process.ts";
import { isEmptyShell } from "./empty-shell.ts";
import { fetchBrowser } from "./fetch-browser.ts";
import { fetchHttp } from "./fetch-http.ts";
import { type Admission, type TakeTurn, UNHINDERED } from "./host-turn.ts";
import { createHttpClient } from "./http-client.ts";
import { withPage } from "./http-errors.ts";
import type { EarlierPage, FetchedBody, PageFetcher } from "./page-fetcher.ts";
import { resolveListed } from "./read-sitemap.ts";
import { createRenderMemory, type RenderMemory } from "./render-memory.ts";
import { createRobotsCache, type AskOptions, type RobotsAnswer, type RobotsCache } from "./robots-cache.ts";

/** A total for one page: slow servers answer in 10 s, what takes longer than this seldom answers at all. */
export const DEFAULT_TIMEOUT_MS = 30_000;
/** News pages measure 0.1 to 2 MiB; what is larger than this is no article. */
export const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

export interface PageFetcherOptions {
  readonly render: RenderMode;
  readonly guard: AddressGuard;
  /** See user-agent.ts. */
  readonly userAgent: string;
  /** `obey` refuses what robots.txt disallows; `ignore` does not ask, and says so in the page. */
  readonly robots: "obey" | "ignore";
  /** Whether feeds and sitemaps are read for what they name, or refused as no HTML pages (the default). */
  readonly listings?: "read" | "refuse";
  /** Total time for one page over HTTP, and again in the browser. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** A proxy that everything goes out through, the browser too. Names are resolved and checked here all the same. */
  readonly proxy?: UpstreamProxy | null;
  /** `keep` sends a host's cookies back to it, over HTTP and in the browser; `forget`, the default, does not. */
  readonly cookies?: "keep" | "forget";
  /** What is known of which pages need the browser; without one the fetcher learns for itself. */
  readonly renderMemory?: RenderMemory | undefined;
  /** The path of a Chromium; called only when a page needs one. May install it; what it throws is passed on. */
  readonly executablePath: () => Promise<string>;
  /** Milliseconds since the epoch, for the age of robots.txt files. */
  readonly now?: () => number;
}

interface FetchContext {
  readonly signal?: AbortSignal | undefined;
  readonly takeTurn?: TakeTurn | undefined;
  readonly earlier: EarlierPage | null;
  readonly waitMs?: number | undefined;
}

/** Paths that most likely lead to a feed or a sitemap. */
const NAMES_LISTING =
  /\.(?:xml|rss|atom|rdf|json|gz|txt)$|(?:^|[/._-])(?:feeds?|rss|atom|sitemap)(?:$|[/._-])/iu;

const IGNORED: RobotsAnswer = {
  verdict: { verdict: "ignored", source: "robots.txt was not asked, by the user's choice" },
  crawlDelayMs: null,
};

/** Throws where the page may not be fetched; what goes wrong with the file is told as the page's failure. */
async function askRobots(robots: RobotsCache, url: string, options: AskOptions): Promise<RobotsAnswer> {
  const answer = await robots.ask(url, options).catch((error: unknown) => {
    throw error instanceof GalleyError ? withPage(error, url) : error;
  });
  if (answer.verdict.verdict !== "disallowed") return answer;
  const { source } = answer.verdict;
  const message = `${url} may not be fetched: ${source ?? "robots.txt"} disallows it for GalleyBot`;
  throw new PermanentError("robots-disallowed", message, { url });
}

/**
 * Makes a fetcher with connections and, once a page needs it, a browser of its own; `close` ends both.
 * `auto` reads over HTTP and goes to the browser when the answer is an empty shell.
 */
export function createPageFetcher(options: PageFetcherOptions): PageFetcher {
  const { render, guard, userAgent, proxy = null } = options;
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const client = createHttpClient({
    guard,
    proxy,
    userAgent,
    cookies: options.cookies === "keep" ? createCookieJars() : null,
  });
  const memory = options.renderMemory ?? createRenderMemory();
  const robots = createRobotsCache({ client, timeoutMs, now: options.now ?? Date.now });
  const browser = createBrowserProcess({
    guard,
    proxy,
    maxBytes,
    userAgent,
    cookies: options.cookies ?? "forget",
    executablePath: options.executablePath,
  });

  /** A memory that does not answer costs a request over HTTP, or a lesson. */
  async function goesStraight(url: string): Promise<boolean> {
    return render === "always" || (render === "auto" && (await memory.needsBrowser(url).catch(() => false)));
  }

  async function isShell(url: string, { page }: FetchedBody): Promise<boolean> {
    const shell = isEmptyShell(page.html);
    await memory.note(url, shell ? "shell" : "page").catch(() => undefined);
    return shell;
  }

  async function fetchWith(
    url: string,
    { signal, takeTurn = UNHINDERED, earlier, waitMs = 0 }: FetchContext,
  ): Promise<FetchedBody | null> {
    const ask = (next: string): Promise<RobotsAnswer> =>
      options.robots === "ignore" ? Promise.resolve(IGNORED) : askRobots(robots, next, { signal, takeTurn });
    const admit = async (next: string): Promise<Admission> => {
      const { verdict, crawlDelayMs } = await ask(next);
      const { host } = new URL(next);
      return { robots: verdict, turn: await takeTurn({ host, kind: "page", crawlDelayMs, signal }) };
    };
    const verdictOn = async (next: string): Promise<RobotsVerdict> => (await ask(next)).verdict;
    const { listings = "refuse" } = options;
    const common = { timeoutMs, maxBytes, signal, admit };
    const viaBrowser = { ...common, verdictOn, process: browser, waitMs };
    // A feed or sitemap is no page to render, whatever pages are.
    const namesListing = listings === "read" && NAMES_LISTING.test(new URL(url).pathname);
    if (!namesListing && (await goesStraight(url))) return fetchBrowser(url, viaBrowser);
    const plain = await fetchHttp(url, { ...common, client, earlier, listings });
    if (plain === null || plain.listing !== undefined || render === "never") return plain;
    if (render === "auto" && !(await isShell(url, plain))) return plain;
    const built = await fetchBrowser(plain.page.finalUrl, viaBrowser);
    const redirects = [...plain.page.redirects, ...built.page.redirects];
    return { ...built, page: { ...built.page, url, redirects, ms: plain.page.ms + built.page.ms } };
  }

  return {
    async fetch({ url, waitMs }, signal, takeTurn) {
      const fetched = await fetchWith(url, { signal, takeTurn, earlier: null, waitMs });
      if (fetched === null) throw new Error(`${url} answered a condition that was not set`);
      return fetched;
    },
    async fetchIfChanged({ url, waitMs }, earlier, context = {}) {
      const fetched = await fetchWith(url, { ...context, earlier, waitMs });
      return fetched === null || isSamePage(earlier, fetched) ? null : fetched;
    },
    async sitemaps(url, signal, takeTurn = UNHINDERED) {
      if (options.robots === "ignore") return [];
      const named = await robots.sitemaps(url, { signal, takeTurn });
      const resolved = named.map((text) => resolveListed(text, url)).filter((it) => it !== null);
      return [...new Set(resolved)];
    },
    async close() {
      await Promise.all([client.close(), browser.close()]);
    },
  };
}
