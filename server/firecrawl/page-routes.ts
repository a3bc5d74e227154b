import { z } from "zod";
import { hangUpSignal, type App } from "../app.ts";
import { fetchForCaller } from "../operations/fetch-page.ts";
import { listSite } from "../operations/list-site.ts";
import { readMapRequest } from "./map-options.ts";
import { readScrapeOptions } from "./scrape-options.ts";
import { toDocument } from "./to-document.ts";
import { understand } from "./understand.ts";
import type { FirecrawlContext, Version } from "./version.ts";

const bodySchema = z.record(z.string(), z.unknown());

/** One page, and a site's pages, while the caller waits. */
export function addPageRoutes(app: App, { parts }: FirecrawlContext, { link }: Version): void {
  app.post("/scrape", { schema: { hide: true, body: bodySchema } }, async ({ body }, reply) => {
    const { url, options } = understand(() => ({
      url: z.object({ url: z.string().min(1).max(2048) }).parse(body).url,
      options: readScrapeOptions(body),
    }));
    const data = await fetchForCaller(
      parts,
      url,
      { options, caller: hangUpSignal(reply) },
      async (fetched, signal) => {
        const document = await toDocument(parts, fetched.page, options, signal);
        return {
          ...document,
          metadata: { ...document.metadata, cacheState: fetched.cached ? "hit" : "miss" },
        };
      },
    );
    return { success: true, data };
  });
  app.post("/map", { schema: { hide: true, body: bodySchema } }, async ({ body }, reply) => {
    const { url, ...options } = understand(() => readMapRequest(body));
    const found = await listSite(parts, url, options, hangUpSignal(reply));
    return { success: true, links: found.map((page) => link(page.url)) };
  });
}
