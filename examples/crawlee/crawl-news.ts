/**
 * Crawlee crawls, Galley keeps the article. `node crawl-news.ts SEED…` stores articles in Crawlee's default dataset.
 */
import { CheerioCrawler } from "@crawlee/cheerio";
import { extract } from "galley/extractor";

const crawler = new CheerioCrawler({
  maxRequestsPerCrawl: 1000,
  async requestHandler({ request, body, enqueueLinks, pushData }) {
    const url = request.loadedUrl;
    const article = extract({ html: body.toString(), url });
    await enqueueLinks({ strategy: "same-hostname" });
    // Front pages, lists and forum threads say so themselves.
    if (article.extraction.pageType !== "article" || article.articleBody === "") return;
    const { headline, author, datePublished, inLanguage, articleBody, markdown } = article;
    await pushData({ url, headline, author, datePublished, inLanguage, articleBody, markdown });
  },
});

await crawler.run(process.argv.slice(2));
