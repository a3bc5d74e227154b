import type { App } from "../app.ts";
import type { ServerParts } from "../server-parts.ts";
import { addArticleRoutes } from "./article-routes.ts";
import { addCrawlRoutes } from "./crawl-routes.ts";
import { addEventRoutes } from "./event-routes.ts";
import { addExtractRoute } from "./extract-route.ts";
import { addHealthRoutes } from "./health-routes.ts";
import { addMapRoute } from "./map-route.ts";
import { addMetricsRoute } from "./metrics-route.ts";
import { addScheduleRoutes } from "./schedule-routes.ts";
import { addScrapeRoute } from "./scrape-route.ts";

/** Galley's own API. */
export async function addApi(app: App, parts: ServerParts): Promise<void> {
  addHealthRoutes(app, parts);
  addMetricsRoute(app, parts);
  addScrapeRoute(app, parts);
  addExtractRoute(app, parts);
  addMapRoute(app, parts);
  addScheduleRoutes(app, parts);
  addArticleRoutes(app, parts);
  addCrawlRoutes(app, parts);
  addEventRoutes(app, parts);
  app.get("/openapi.json", { schema: { hide: true } }, async (_request, reply) => {
    void reply.type("application/json").serializer(String);
    return JSON.stringify(app.swagger());
  });
}
