import { decodeBody } from "../crawler/decode-body.ts";
import { troubleOf } from "../crawler/http-errors.ts";
import { readKeptListing } from "../crawler/listing-reader.ts";
import type { Listing } from "../crawler/listing.ts";
import type { EarlierPage, FetchedBody } from "../crawler/page-fetcher.ts";
import { GalleyError, messageOf, PermanentError, TransientError } from "../errors.ts";
import type { PageMeta, PageRequest } from "../types.ts";
import type { CrawlPlan } from "./crawl-options.ts";
import type { Park } from "./host-trouble.ts";
import { readEarlier, recipeOf, type KnownPage } from "./known-page.ts";
import { keep, putBack, type HeldPage, type WorkContext } from "./work-context.ts";

/** A page of a crawl that is to be fetched. */
export interface CrawlPage extends HeldPage {
  readonly request: PageRequest;
  readonly plan: CrawlPlan;
}

/** What a visit to a page brought. */
export interface Visited {
  readonly meta: PageMeta;
  readonly finalUrl: string;
  readonly html: () => string;
  /** The bytes of it; empty for a large feed or sitemap. */
  readonly body: Uint8Array;
  /** Whether the page is that of an earlier run. */
  readonly unchanged: boolean;
  /** Puts the page into the archive where it is not there already; null for a large feed or sitemap, which is not kept. */
  readonly archive: () => Promise<KnownPage | null>;
  /** What a feed or sitemap names; it is no page to extract then. */
  readonly listing?: Listing;
}

/** The page of an earlier run, where there is one to compare with. */
async function earlierOf(
  context: WorkContext,
  page: CrawlPage,
  known: KnownPage | null,
): Promise<EarlierPage | null> {
  if (known === null || page.plan.options.refetch) return null;
  return keep(context, page, () => readEarlier(context.archive, known));
}

/** Fetches a page, on condition where an earlier run knows it. Throws as work-context.ts says, and puts the page back. */
export async function visitPage(
  context: WorkContext,
  page: CrawlPage,
  known: KnownPage | null,
): Promise<Visited> {
  const earlier = await earlierOf(context, page, known);
  const fetched = await fetchPage(context, page, earlier);
  if (fetched === null && earlier !== null && known !== null) {
    const { finalUrl, charset } = earlier.meta;
    const html = (): string => decodeBody(earlier.body, `text/html; charset=${charset}`).html;
    const listing = await readKeptListing(earlier);
    const archive = (): Promise<KnownPage> => Promise.resolve(known);
    const { meta, body } = earlier;
    return withListing({ meta, finalUrl, html, body, unchanged: true, archive }, listing);
  }
  if (fetched === null) throw new Error(`${page.url} is unchanged without an earlier page`);
  const { html, ...meta } = fetched.page;
  const archive = async (): Promise<KnownPage | null> => {
    // A large feed or sitemap is not kept.
    if (fetched.listing !== undefined && fetched.body.byteLength === 0) return null;
    const archiveKey = await keep(context, page, () => context.archive.put({ meta, body: fetched.body }));
    return { archiveKey, recipe: recipeOf(page.plan.options), articleId: null };
  };
  const { body } = fetched;
  const visited = { meta, finalUrl: meta.finalUrl, html: () => html, body, unchanged: false, archive };
  return withListing(visited, fetched.listing);
}

function withListing(visited: Visited, listing: Listing | undefined): Visited {
  return listing === undefined ? visited : { ...visited, listing };
}

/** null for a page that is as it was. */
async function fetchPage(
  context: WorkContext,
  page: CrawlPage,
  earlier: EarlierPage | null,
): Promise<FetchedBody | null> {
  const turns = context.hostTurns.forPage(page.plan.options.delayMs, page.id);
  const fetcher = context.fetcherFor(page.plan.options);
  const { waitMs } = page.plan.options;
  const request = waitMs > 0 ? { ...page.request, waitMs } : page.request;
  const { hardStop: signal } = context;
  try {
    return earlier === null
      ? await fetcher.fetch(request, signal, turns.take)
      : await fetcher.fetchIfChanged(request, earlier, { signal, takeTurn: turns.take });
  } catch (cause) {
    const hindrance = turns.hindrance();
    if (hindrance?.kind === "broken") throw hindrance.error;
    if (hindrance?.kind === "postponed") {
      await context.frontier.unclaim(page.runId, page.id);
      return putBack(page, hindrance.waitMs);
    }
    if (hindrance?.kind === "given-up") throw givenUp(page.url, messageOf(cause));
    if (hindrance?.kind === "parked" && isHostWide(cause)) {
      await context.frontier.rest(page.runId, page.id, "begun");
      return putBack(page, hindrance.waitMs);
    }
    if (cause instanceof GalleyError || context.hardStop.aborted) throw cause;
    throw new TransientError("connection-failed", `The fetch failed: ${messageOf(cause)}`, {
      cause,
      url: page.url,
    });
  }
}

/** The page keeps its attempts while its host is in trouble; when the host is given up, the page is too. */
export async function waitForHost(
  context: WorkContext,
  page: CrawlPage,
  { waitMs, park }: { readonly waitMs: number; readonly park: Park["kind"] | null },
): Promise<null> {
  if (park === "parked") await context.frontier.rest(page.runId, page.id);
  if (park !== "given-up") return putBack(page, waitMs);
  const { stage } = await context.frontier.claim(page.runId, page.id, "fetch");
  if (stage !== "fetch") return null;
  throw givenUp(page.url, `it is left alone for another ${Math.ceil(waitMs / 1000)} s`);
}

function givenUp(url: string, why: string): PermanentError {
  const message = `${url} was not fetched: ${new URL(url).host} has not answered for several pages: ${why}`;
  return new PermanentError("connection-failed", message, { url });
}

/** A page that answers 500 may be broken itself: it does not wait for better times on its host. */
function isHostWide(error: unknown): boolean {
  // A robots.txt that cannot be read closes the whole host (RFC 9309 §2.3.1.4).
  if (error instanceof TransientError && error.code === "robots-disallowed") return true;
  const trouble = troubleOf(error);
  return trouble === "unreachable" || trouble === "overloaded";
}
