import { z } from "zod";
import type { ListSiteOptions } from "../operations/list-site.ts";
import { refuseOptions } from "./refuse-unknown.ts";

const DEFAULT_TIMEOUT_MS = 60_000;
const MOST_URLS = 5000;

const knownSchema = z.looseObject({
  url: z.string().min(1).max(2048),
  search: z.string().max(500).nullish(),
  sitemap: z.enum(["skip", "include", "only"]).default("include"),
  ignoreSitemap: z.boolean().default(false),
  sitemapOnly: z.boolean().default(false),
  ignoreQueryParameters: z.boolean().default(false),
  limit: z.int().min(1).max(100_000).default(MOST_URLS),
  timeout: z.int().min(1).max(300_000).default(DEFAULT_TIMEOUT_MS),
});

const NO_MEANING: Readonly<Record<string, string>> = {
  location: "requests start from where the server stands",
  threatProtection: "there is no such service behind it",
};

/**
 * A map request in Galley's terms. Subdomains are left out whatever `includeSubdomains` says: a site is its host.
 * @throws ZodError for what does not fit; RequestError (unsupported) for what Galley has no meaning for
 */
export function readMapRequest(
  given: Readonly<Record<string, unknown>>,
): ListSiteOptions & { readonly url: string } {
  const request = knownSchema.parse(given);
  refuseOptions(request, NO_MEANING);
  const words = (request.search ?? "").toLowerCase().split(/\s+/u).filter(Boolean);
  const sitemap = request.sitemapOnly ? "only" : request.ignoreSitemap ? "skip" : request.sitemap;
  const seen = new Set<string>();
  return {
    url: request.url,
    limit: request.limit,
    include: [],
    exclude: [],
    sinceMs: null,
    timeoutMs: request.timeout,
    wants({ url, source }) {
      if (sitemap === "only" && source !== "sitemap") return false;
      if (sitemap === "skip" && source === "sitemap") return false;
      if (!words.every((word) => url.toLowerCase().includes(word))) return false;
      if (!request.ignoreQueryParameters) return true;
      const bare = url.split("?", 1)[0] ?? url;
      if (seen.has(bare)) return false;
      seen.add(bare);
      return true;
    },
  };
}
