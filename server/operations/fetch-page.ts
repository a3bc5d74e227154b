import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { normalizeUrl } from "../../crawler/normalize-url.ts";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { PermanentError, TransientError } from "../../errors.ts";
import type { ArchivedPage } from "../../storage/page-archive.ts";
import type { RenderMode } from "../../types.ts";
import type { ServerParts } from "../server-parts.ts";
import { joinSignals } from "../../join-signals.ts";

export interface FetchPageOptions {
  readonly render: RenderMode;
  /** Milliseconds that the browser gives the page's scripts beyond what it needs by itself. */
  readonly waitMs: number;
  /** Milliseconds until the caller gives up, the wait for the host's turn included. */
  readonly timeoutMs: number;
  /** A page that was fetched at most so many milliseconds ago is taken as it was. */
  readonly maxAgeMs: number;
  /** Whether others may take this page later, by their `maxAgeMs`. */
  readonly remember: boolean;
}

/** Pages are remembered for a week at most; what is older is fetched again whatever a caller accepts. */
const REMEMBER_S = 7 * 24 * 60 * 60;

/** A page fetched for a caller that waits. */
export interface FetchedForCaller {
  readonly page: ArchivedPage;
  /** Its key in the archive; null when it is not kept. */
  readonly pageKey: string | null;
  readonly cached: boolean;
}

function recentKey(url: string, { render, waitMs }: FetchPageOptions): string {
  const name = createHash("sha256")
    .update(JSON.stringify([url, render, waitMs]))
    .digest("base64url");
  return `galley:recent:${name}`;
}

async function recentPage(
  parts: ServerParts,
  key: string,
  maxAgeMs: number,
): Promise<FetchedForCaller | null> {
  if (maxAgeMs <= 0) return null;
  const pageKey = await parts.redis.get(key);
  const page = pageKey === null ? null : await parts.archive.get(pageKey);
  if (page === null || Date.now() - Date.parse(page.meta.fetchedAt) > maxAgeMs) return null;
  return { page, pageKey, cached: true };
}

/** Fetches a page when it is its host's turn, waiting for it as long as `signal` lets it. */
async function fetchInTurn(
  parts: ServerParts,
  url: string,
  { render, waitMs }: FetchPageOptions,
  signal: AbortSignal,
): Promise<ArchivedPage> {
  for (;;) {
    const turns = parts.hostTurns.forPage(parts.delayMs);
    try {
      const request = { url, depth: 0, referrer: null, ...(waitMs > 0 ? { waitMs } : {}) };
      const { page, body, listing } = await parts.fetcherFor(render).fetch(request, signal, turns.take);
      if (listing !== undefined) {
        const message = `${url} is a ${listing.kind}, not a page. POST /api/v1/map lists what it names.`;
        throw new PermanentError("not-html", message, { url });
      }
      const { html: _html, ...meta } = page;
      return { meta, body };
    } catch (error) {
      const hindrance = turns.hindrance();
      if (hindrance?.kind === "broken") throw hindrance.error;
      if (hindrance?.kind !== "postponed") throw error;
      await sleep(hindrance.waitMs, undefined, { signal });
    }
  }
}

/**
 * Fetches one page now, while the caller waits, and hands it to `use` within the same time and the same room.
 * @throws What the fetcher throws; TransientError (timeout) when the time is over; RequestError (too-many-requests) when
 *   too many callers wait already; what `use` throws.
 */
export async function fetchForCaller<Result>(
  parts: ServerParts,
  given: string,
  { options, caller }: { readonly options: FetchPageOptions; readonly caller: AbortSignal },
  use: (fetched: FetchedForCaller, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const url = normalizeUrl(parsePageUrl(given));
  const late = AbortSignal.timeout(options.timeoutMs);
  using joined = joinSignals(late, caller, parts.signal);
  const { signal } = joined;
  const key = recentKey(url, options);
  const work = async (): Promise<Result> => {
    const recent = await recentPage(parts, key, options.maxAgeMs);
    if (recent !== null) return use(recent, signal);
    const page = await fetchInTurn(parts, url, options, signal);
    const pageKey = options.remember ? await parts.archive.put(page) : null;
    if (pageKey !== null) await parts.redis.set(key, pageKey, "EX", REMEMBER_S);
    return use({ page, pageKey, cached: false }, signal);
  };
  try {
    return await parts.gate.run(work, signal);
  } catch (error) {
    if (!late.aborted) throw error;
    const message = `${url} gave no article within ${options.timeoutMs} ms. Allow more time, or try again later.`;
    throw new TransientError("timeout", message, { cause: error, url });
  }
}
