// Crawlee's HttpCrawler. `node crawlee-http.mjs SEED…`
import { HttpCrawler } from "@crawlee/http";
import { handlePage, seeds } from "./handle-page.mjs";

const crawler = new HttpCrawler({
  maxConcurrency: 32,
  minConcurrency: 8,
  requestHandler: (context) => handlePage(context.body, context),
});
await crawler.run(seeds);
