import type { FetchedPage, RobotsVerdict } from "../types.ts";
import { conditionsOf } from "./conditional-request.ts";
import { mimeTypeOf, requireHtmlBody, requireHtmlType } from "./content-type.ts";
import { decodeBody } from "./decode-body.ts";
import type { Admission } from "./host-turn.ts";
import type { HttpClient, HttpHead } from "./http-client.ts";
import { requireSuccess } from "./http-errors.ts";
import { createListingReader } from "./listing-reader.ts";
import { metaRefreshTarget } from "./meta-refresh.ts";
import { mayBeWall, refuseWall } from "./refuse-wall.ts";
import type { EarlierPage, FetchedBody } from "./page-fetcher.ts";
import { mayBeListing } from "./read-listing.ts";

/** More redirects than this are a loop or a tracker; browsers stop at 20. */
export const MAX_REDIRECTS = 10;

/** A page that only leads on is short: a message and a link. */
const MAX_REFRESH_PAGE = 8 * 1024;

/** RFC 9110 §15.4.5. */
const NOT_MODIFIED = 304;

/** The body of an answer that was read for its listing. */
const NOTHING = new Uint8Array();

const ACCEPT_HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";

export interface FetchHttpOptions {
  readonly client: HttpClient;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
  /** Whether feeds and sitemaps are read, or refused as no HTML pages. */
  readonly listings?: "read" | "refuse";
  /** Asked before every request, redirects included; the last verdict stays with the page. Throws to stop. */
  readonly admit: (url: string) => Promise<Admission>;
  /** The page as it was fetched before; it is asked for only if it has changed. */
  readonly earlier: EarlierPage | null;
}

/** Pages that send their readers on by themselves; more than a few in a row is a game. */
const MAX_REFRESHES = 3;

/**
 * Fetches an HTML page over HTTP, following redirects and immediate `<meta http-equiv="refresh">`.
 * @returns null when the server said that the page is the earlier one (status 304).
 * @throws as PageFetcher.fetch does.
 */
export async function fetchHttp(url: string, options: FetchHttpOptions): Promise<FetchedBody | null> {
  let fetched = await fetchDocument(url, options);
  for (let refreshes = 0; fetched !== null && refreshes < MAX_REFRESHES; refreshes += 1) {
    const { finalUrl, html, redirects } = fetched.page;
    // Only short pages are looked at: what has a body is the page.
    const target = html.length <= MAX_REFRESH_PAGE ? metaRefreshTarget(html, finalUrl) : null;
    if (target === null || redirects.includes(target)) return fetched;
    const next = await fetchDocument(target, options);
    if (next === null) return null;
    const passed = [...redirects, finalUrl, ...next.page.redirects];
    fetched = { ...next, page: { ...next.page, url, redirects: passed, ms: fetched.page.ms + next.page.ms } };
  }
  return fetched;
}

async function fetchDocument(url: string, options: FetchHttpOptions): Promise<FetchedBody | null> {
  const started = performance.now();
  const state: { robots: RobotsVerdict; waitedMs: number } = {
    robots: { verdict: "unchecked", source: null },
    waitedMs: 0,
  };
  const conditionsFor = (asked: string): Readonly<Record<string, string>> =>
    conditionsOf(options.earlier, asked);
  // Only who asked a question may hear "not modified".
  const isUnchanged = ({ status, url: answered }: HttpHead): boolean =>
    status === NOT_MODIFIED && Object.keys(conditionsFor(answered)).length > 0;
  const listings = options.listings === "read" ? createListingReader(options.maxBytes) : null;
  const answer = await options.client.get(url, {
    timeoutMs: options.timeoutMs,
    maxBytes: options.maxBytes,
    maxRedirects: MAX_REDIRECTS,
    signal: options.signal,
    headers: (asked) => ({ accept: ACCEPT_HTML, ...conditionsFor(asked) }),
    beforeRequest: async (next) => {
      const asked = performance.now();
      const { robots, turn } = await options.admit(next);
      state.robots = robots;
      state.waitedMs += performance.now() - asked;
      return turn;
    },
    inspect(head) {
      if (isUnchanged(head)) return;
      if (!mayBeWall(head)) requireSuccess(head.status, head.headers, head.url);
      const type = mimeTypeOf(head.headers["content-type"] ?? null);
      if (listings === null || !mayBeListing(type)) requireHtmlType(type, head.url);
    },
    readerFor: (head) => (isUnchanged(head) ? null : (listings?.readerFor(head) ?? null)),
    judge: (whole) => {
      if (mayBeWall(whole)) refuseWall(whole);
    },
  });
  if (isUnchanged(answer)) return null;
  const contentTypeHeader = answer.headers["content-type"] ?? null;
  const contentType = mimeTypeOf(contentTypeHeader);
  const read = await listings?.listingOf(answer);
  if (read === undefined) requireHtmlBody(contentType, answer.body, answer.url);
  const { html, charset } = decodeBody(read === undefined ? answer.body : NOTHING, contentTypeHeader);
  const page: FetchedPage = {
    url,
    finalUrl: answer.url,
    redirects: answer.redirects,
    status: answer.status,
    headers: answer.headers,
    contentType,
    charset,
    renderer: "http",
    fetchedAt: new Date().toISOString(),
    robots: state.robots,
    bytes: answer.body.byteLength,
    ms: Math.round(performance.now() - started - state.waitedMs),
    html,
  };
  if (read !== undefined) return { page, ...read };
  return { page, body: answer.body };
}
