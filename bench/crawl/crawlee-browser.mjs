// The same in Chromium: PlaywrightCrawler, the built page read with jsdom and Readability. `node crawlee-browser.mjs SEED…`
import { PlaywrightCrawler } from "@crawlee/playwright";
import { handlePage, seeds } from "./handle-page.mjs";

const crawler = new PlaywrightCrawler({
  headless: true,
  launchContext: { launchOptions: { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] } },
  minConcurrency: 2,
  requestHandler: async (context) => handlePage(await context.page.content(), context),
});
await crawler.run(seeds);
