// What a user of Crawlee writes: HttpCrawler with jsdom and Readability in its handler, links followed, results pushed
// to the dataset. `node crawlee-http.mjs SEED…`
import { HttpCrawler, Dataset } from "@crawlee/http";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

const seeds = process.argv.slice(2);
const hosts = new Set(seeds.map((seed) => new URL(seed).host));
const virtualConsole = new VirtualConsole();

const crawler = new HttpCrawler({
  maxConcurrency: 32,
  minConcurrency: 8,
  async requestHandler({ request, body, crawler: self }) {
    const url = request.loadedUrl;
    const { window } = new JSDOM(body, { url, virtualConsole });
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
