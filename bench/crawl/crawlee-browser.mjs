// The same in Chromium: PlaywrightCrawler, the built page read with jsdom and Readability. `node crawlee-browser.mjs SEED…`
import { Dataset, PlaywrightCrawler } from "@crawlee/playwright";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

const seeds = process.argv.slice(2);
const hosts = new Set(seeds.map((seed) => new URL(seed).host));
const virtualConsole = new VirtualConsole();

const crawler = new PlaywrightCrawler({
  headless: true,
  launchContext: { launchOptions: { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] } },
  minConcurrency: 2,
  async requestHandler({ request, page, crawler: self }) {
    const url = request.loadedUrl;
    const { window } = new JSDOM(await page.content(), { url, virtualConsole });
    const links = new Set();
    for (const { href } of window.document.querySelectorAll("a[href]")) {
      const link = new URL(href);
      link.hash = "";
      if (hosts.has(link.host) && link.pathname.startsWith("/story/")) links.add(link.href);
    }
    const article = new Readability(window.document).parse();
    window.close();
    await self.addRequests([...links]);
    if (new URL(url).pathname !== "/") {
      await Dataset.pushData({
        url,
        title: article?.title,
        text: article?.textContent,
        html: article?.content,
      });
    }
  },
});
await crawler.run(seeds);
