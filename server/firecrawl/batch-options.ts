import { z } from "zod";
import { refuse } from "./refuse-unknown.ts";
import { readScrapeOptions, type ReadScrapeOptions } from "./scrape-options.ts";

const MOST_URLS = 10_000;

const knownSchema = z.looseObject({
  urls: z.array(z.string().max(2048)).min(1).max(MOST_URLS),
  ignoreInvalidURLs: z.boolean().default(false),
  appendToId: z.string().nullish(),
});

/** A batch request in Galley's terms. */
export interface ReadBatchRequest {
  readonly urls: readonly string[];
  /** URLs that are none and were left out; null where the request did not ask for that. */
  readonly invalid: readonly string[] | null;
  readonly document: ReadScrapeOptions;
}

function isPageUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}

/** @throws ZodError for what does not fit; RequestError (unsupported) for what Galley has no meaning for */
export function readBatchRequest(given: Readonly<Record<string, unknown>>): ReadBatchRequest {
  const request = knownSchema.parse(given);
  if (request.appendToId !== undefined && request.appendToId !== null)
    refuse('the option "appendToId"', "a batch is whole when it starts; start another one");
  const document = readScrapeOptions(given);
  const valid = request.urls.filter(isPageUrl);
  if (!request.ignoreInvalidURLs) return { urls: request.urls, invalid: null, document };
  return { urls: valid, invalid: request.urls.filter((url) => !isPageUrl(url)), document };
}
