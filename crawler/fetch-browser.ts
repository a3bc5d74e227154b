import { setTimeout as delay } from "node:timers/promises";
import type { Page, Response } from "playwright";
import { GalleyError, messageOf, PermanentError, TransientError } from "../errors.ts";
import type { FetchedPage, RobotsVerdict } from "../types.ts";
import { documentText } from "./ask-page.ts";
import type { LentTab } from "./browser-contexts.ts";
import type { BrowserProcess, RunningBrowser } from "./browser-process.ts";
import { mimeTypeOf, requireHtmlType } from "./content-type.ts";
import { startDeadline, type Deadline } from "./deadline.ts";
import type { Admission, HostTrouble } from "./host-turn.ts";
import { requireSuccess, troubleOf } from "./http-errors.ts";
import type { FetchedBody } from "./page-fetcher.ts";
import { WALL_STATUSES } from "./obstacles/find-challenge.ts";
import { wallError } from "./refuse-wall.ts";
import { openVisit, type Visit } from "./open-visit.ts";
import { isHttpUrl } from "./parse-url.ts";
import { settlePage } from "./settle-page.ts";
import { joinSignals } from "../join-signals.ts";

/** The next page is not to wait for one that does not close. */
const GIVE_BACK_TIMEOUT_MS = 5_000;

export interface FetchBrowserOptions {
  readonly process: BrowserProcess;
  /** For the whole visit; the time that admit takes does not count. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
  /** Asked before every document, redirects included; throws to stop. */
  readonly admit: (url: string) => Promise<Admission>;
  /** Asked of a URL that a script put into the address bar without a request; throws to stop. */
  readonly verdictOn: (url: string) => Promise<RobotsVerdict>;
  /** What the page's scripts get beyond the time that they are found to need. */
  readonly waitMs?: number;
}

function authorityOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}

/** The proxy knows why a connection failed; Chromium only knows that one did. */
function failureOf(visit: Visit, running: RunningBrowser, url: string): GalleyError | null {
  const failed = visit.failed()?.url() ?? url;
  return running.proxy.failureOf(authorityOf(failed)) ?? running.proxy.failureOf(authorityOf(url));
}

/** Navigates and waits until the text has come; returns the answer that the page was built from. */
async function visitUrl(visit: Visit, url: string, running: RunningBrowser): Promise<Response> {
  try {
    await Promise.race([visit.page.goto(url, { waitUntil: "domcontentloaded", timeout: 0 }), visit.crashed]);
  } catch (error) {
    if (visit.documents.refusal() !== null) throw visit.documents.refusal();
    const reason = messageOf(error);
    if (/Download is starting|ERR_ABORTED/u.test(reason)) {
      throw new PermanentError(
        "not-html",
        `${url} is a download, not an HTML page; give the address of a page`,
        { url, cause: error },
      );
    }
    throw failureOf(visit, running, url) ?? error;
  }
  await checkAnswer(visit, running, url);
  await Promise.race([settlePage(visit), visit.crashed]);
  // A banner that could not be answered leaves the page as it was; a page that has gone says so itself.
  const answered = await Promise.race([running.consent.dismiss(visit).catch(() => false), visit.crashed]);
  if (answered) await Promise.race([settlePage(visit), visit.crashed]);
  return checkAnswer(visit, running, url);
}

/** @throws PermanentError blocked when the document with an error status is a wall against machines. */
async function refuseWallOf(visit: Visit, answer: Response): Promise<void> {
  if (!WALL_STATUSES.has(answer.status())) return;
  const html = await Promise.race([visit.ask(documentText, "beside-scripts"), visit.crashed]);
  const wall = wallError({ url: answer.url(), status: answer.status(), headers: answer.headers(), html });
  if (wall !== null) throw wall;
}

async function checkAnswer(visit: Visit, running: RunningBrowser, url: string): Promise<Response> {
  const answer = visit.answer();
  if (answer === null)
    throw new TransientError("browser-failed", `${url} gave the browser no answer`, { url });
  // 502 is what the proxy itself says when it reached nobody.
  const failure = answer.status() === 502 ? running.proxy.failureOf(authorityOf(answer.url())) : null;
  if (failure !== null) throw failure;
  await refuseWallOf(visit, answer);
  requireSuccess(answer.status(), answer.headers(), answer.url());
  requireHtmlType(mimeTypeOf(answer.headers()["content-type"] ?? null), answer.url());
  return answer;
}

function redirectsOf(answer: Response): readonly string[] {
  const urls: string[] = [];
  for (let from = answer.request().redirectedFrom(); from !== null; from = from.redirectedFrom()) {
    urls.unshift(from.url());
  }
  return urls;
}

/** The URL in the address bar; scripts may have set it. Without its fragment. */
function finalUrlOf(page: Page, answer: Response): string {
  const url = new URL(page.url());
  url.hash = "";
  return isHttpUrl(url) ? url.href : answer.url();
}

interface Reading {
  readonly url: string;
  readonly running: RunningBrowser;
  readonly deadline: Deadline;
}

async function readVisit(
  visit: Visit,
  { url, running, deadline }: Reading,
  options: FetchBrowserOptions,
): Promise<FetchedBody> {
  const started = performance.now();
  const answer = await visitUrl(visit, url, running);
  const { waitMs = 0 } = options;
  if (waitMs > 0) await Promise.race([visit.page.waitForTimeout(waitMs), visit.crashed]);
  const html = await Promise.race([visit.ask(documentText, "beside-scripts"), visit.crashed]);
  const body = new TextEncoder().encode(html);
  const finalUrl = finalUrlOf(visit.page, answer);
  const last = visit.documents.last();
  if (body.byteLength > options.maxBytes) {
    const message = `${url} grew to ${body.byteLength} bytes in the browser, over the limit of ${options.maxBytes} for one page`;
    throw new PermanentError("too-large", message, { url });
  }
  const contentType = mimeTypeOf(answer.headers()["content-type"] ?? null);
  const page: FetchedPage = {
    url,
    finalUrl,
    redirects: redirectsOf(answer),
    status: answer.status(),
    // The body is Chromium's own serialisation, whatever encoding the server's bytes had.
    headers: { ...answer.headers(), "content-type": `${contentType ?? "text/html"}; charset=utf-8` },
    contentType,
    charset: "utf-8",
    renderer: "browser",
    fetchedAt: new Date().toISOString(),
    robots: last?.url === finalUrl ? last.robots : await deadline.hold(() => options.verdictOn(finalUrl)),
    bytes: body.byteLength,
    ms: Math.round(performance.now() - started - deadline.heldMs()),
    html,
  };
  return { page, body };
}

function nameBrowserFailure(
  error: unknown,
  url: string,
  options: FetchBrowserOptions,
  deadline: AbortSignal,
): GalleyError {
  if (options.signal?.aborted === true) {
    return new TransientError("interrupted", `fetching ${url} was interrupted`, { url, cause: error });
  }
  if (deadline.aborted) {
    const message = `${url} was not built by the browser in ${options.timeoutMs / 1000} s; try again later or give it more time`;
    return new TransientError("timeout", message, { url, cause: error });
  }
  if (error instanceof GalleyError) return error;
  const reason =
    messageOf(error)
      .split("\n", 1)[0]
      ?.replace(/^page\.goto: /u, "") ?? "";
  const code = reason.startsWith("net::") ? "connection-failed" : "browser-failed";
  return new TransientError(code, `the browser could not read ${url}: ${reason}`, { url, cause: error });
}

/** Rejects when the signal aborts; Playwright's own waits do not all end when their context is closed. */
function untilAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new Error("aborted", { cause: signal.reason }));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
  });
  aborted.catch(() => undefined);
  return aborted;
}

async function fetchOnce(
  url: string,
  options: FetchBrowserOptions,
  running: RunningBrowser,
): Promise<FetchedBody> {
  const deadline = startDeadline(options.timeoutMs);
  const { signal } = deadline;
  using joined = joinSignals(signal, options.signal);
  const stop = joined.signal;
  const lending = running.contexts.lend(new URL(url).host);
  const opened: { visit: Visit | null } = { visit: null };
  const reading = lending.then(({ tab }) => {
    opened.visit = openVisit(tab, { admit: options.admit, deadline });
    return readVisit(opened.visit, { url, running, deadline }, options);
  });
  reading.catch(() => undefined);
  const end = { pauseMs: 0, trouble: null as HostTrouble | null, health: "well" as "well" | "sick" };
  try {
    return await Promise.race([reading, untilAborted(stop)]);
  } catch (error) {
    const failure = nameBrowserFailure(error, url, options, signal);
    end.pauseMs = failure instanceof TransientError ? (failure.retryAfterMs ?? 0) : 0;
    // A page that is slow to build itself, or that nobody waits for any more, says nothing about its host.
    end.trouble = stop.aborted ? null : troubleOf(failure);
    if (stop.aborted || failure.code === "browser-failed") end.health = "sick";
    throw failure;
  } finally {
    deadline.stop();
    await giveBack(lending, end.health);
    // The turn is the page's until it is built and gone: what it loads belongs to it.
    await opened.visit?.documents.end(end.pauseMs, end.trouble);
  }
}

/** A page that is still being opened is given back when it is there, which nobody waits for. */
async function giveBack(lending: Promise<LentTab>, health: "well" | "sick"): Promise<void> {
  const given = lending.then((lent) => lent.giveBack(health)).catch(() => undefined);
  const giveUp = new AbortController();
  await Promise.race([
    given,
    delay(GIVE_BACK_TIMEOUT_MS, undefined, { signal: giveUp.signal }).catch(() => undefined),
  ]);
  giveUp.abort();
}

/**
 * Fetches a page with Chromium: scripts run, the text comes to rest, and the DOM is serialised as UTF-8.
 * A browser that dies under the page is started once more for it.
 * @throws as PageFetcher.fetch does, and TransientError browser-failed.
 */
export async function fetchBrowser(url: string, options: FetchBrowserOptions): Promise<FetchedBody> {
  const running = await options.process.running();
  try {
    return await fetchOnce(url, options, running);
  } catch (error) {
    const died = !running.browser.isConnected() && options.signal?.aborted !== true;
    if (!died) throw error;
    return fetchOnce(url, options, await options.process.running());
  }
}
