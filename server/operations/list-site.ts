import { setTimeout as sleep } from "node:timers/promises";
import { mapSite, type MappedUrl } from "../../crawler/map-site.ts";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { TransientError } from "../../errors.ts";
import type { ServerParts } from "../server-parts.ts";
import { joinSignals } from "../../join-signals.ts";

export interface ListSiteOptions {
  readonly limit: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Milliseconds since the epoch; null for no limit. */
  readonly sinceMs: number | null;
  /** Milliseconds until the caller gives up. */
  readonly timeoutMs: number;
  /** Told of each URL; those that it does not want do not count. */
  readonly wants?: (page: MappedUrl) => boolean;
}

async function collect(
  parts: ServerParts,
  url: string,
  options: ListSiteOptions,
  signal: AbortSignal,
): Promise<readonly MappedUrl[]> {
  const { limit, include, exclude, sinceMs, wants = () => true } = options;
  for (;;) {
    const turns = parts.hostTurns.forPage(parts.delayMs);
    const fetcher = parts.fetcherFor("never");
    const found: MappedUrl[] = [];
    try {
      const pages = mapSite({ url, fetcher, takeTurn: turns.take, signal, include, exclude, sinceMs });
      for await (const page of pages) {
        if (wants(page)) found.push(page);
        if (found.length >= limit) break;
      }
      return found;
    } catch (error) {
      const hindrance = turns.hindrance();
      if (hindrance?.kind === "broken") throw hindrance.error;
      if (hindrance?.kind !== "postponed") throw error;
      await sleep(hindrance.waitMs, undefined, { signal });
    }
  }
}

/**
 * The pages of a site, from its sitemaps, feeds and front page, without fetching them, while the caller waits.
 * @throws as mapSite; TransientError (timeout); RequestError (too-many-requests)
 */
export async function listSite(
  parts: ServerParts,
  given: string,
  options: ListSiteOptions,
  caller: AbortSignal,
): Promise<readonly MappedUrl[]> {
  const { href: url } = parsePageUrl(given);
  const late = AbortSignal.timeout(options.timeoutMs);
  using joined = joinSignals(late, caller, parts.signal);
  const { signal } = joined;
  try {
    return await parts.gate.run(() => collect(parts, url, options, signal), signal);
  } catch (error) {
    if (!late.aborted) throw error;
    const message = `${url} was not listed within ${options.timeoutMs} ms. Allow more time, or ask for fewer URLs.`;
    throw new TransientError("timeout", message, { cause: error, url });
  }
}
