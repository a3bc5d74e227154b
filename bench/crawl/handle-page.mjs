// What a user of Crawlee writes in a handler: jsdom and Readability, links followed, results pushed to the dataset.
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

export const seeds = process.argv.slice(2);
const hosts = new Set(seeds.map((seed) => new URL(seed).host));
const virtualConsole = new VirtualConsole();

/**
 * @param html The page's HTML.
 * @param context What Crawlee gives the handler of a request.
 */
export async function handlePage(html, { request, addRequests, pushData }) {
  const url = request.loadedUrl;
  const { window } = new JSDOM(html, { url, virtualConsole });
  const links = storyLinks(window.document);
  const article = new Readability(window.document).parse();
  window.close();
  await addRequests(links);
  if (new URL(url).pathname === "/") return;
  await pushData({ url, title: article?.title, text: article?.textContent, html: article?.content });
}

function storyLinks(document) {
  const links = new Set();
  for (const { href } of document.querySelectorAll("a[href]")) {
    const link = new URL(href);
    link.hash = "";
    if (hosts.has(link.host) && link.pathname.startsWith("/story/")) links.add(link.href);
  }
  return [...links];
}
