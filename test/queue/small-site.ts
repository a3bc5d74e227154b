import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as a host saw it arrive. */
export interface SeenRequest {
  readonly at: number;
  readonly host: string;
  readonly path: string;
}

export interface SmallSite {
  /** Front pages, one a host. */
  readonly seeds: readonly string[];
  /** URLs of all stories. */
  readonly stories: readonly string[];
  /** Requests for pages, robots.txt left out, in order of arrival. */
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

export interface SmallSiteOptions {
  readonly hosts: number;
  readonly storiesPerHost: number;
  /** Answers in place of the site where it returns true. */
  readonly intercept?: (path: string, response: ServerResponse, host: string) => boolean;
}

const TRADES = [
  "bell founder",
  "ferry pilot",
  "lamp keeper",
  "net mender",
  "clock maker",
  "salt carrier",
  "map drawer",
];
const DEEDS = [
  "repaired the quay wall",
  "counted the herons",
  "rang the old signal",
  "charted the shallows",
  "lit the long pier",
];

/** Six paragraphs that no other story has. */
function paragraphsOf(host: number, story: number): readonly string[] {
  return Array.from({ length: 6 }, (_, index) => {
    const trade = TRADES[(host * 3 + story + index) % TRADES.length];
    const deed = DEEDS[(story * 2 + index) % DEEDS.length];
    return (
      `On day ${story} the ${trade} of port ${host} ${deed} before breakfast, and ${story * 7 + index} neighbours came to watch the work. ` +
      `Nobody in the harbour had seen anything like it for ${index + 2} winters, she said, and the council agreed to write it down in book ${host}-${story}-${index}.`
    );
  });
}

function page(title: string, body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

/** What papers say of their stories; which pages are articles is for the extractor's tests to say. */
function metadataOf(title: string): string {
  const facts = { "@context": "https://schema.org", "@type": "NewsArticle", headline: title };
  const more = {
    datePublished: "2026-03-02T06:00:00+00:00",
    author: { "@type": "Person", name: "Odalys Brine" },
  };
  return `<meta property="og:type" content="article"><script type="application/ld+json">${JSON.stringify({ ...facts, ...more })}</script>`;
}

/** A story's page, without links to others. */
export function storyPage(host: number, story: number, head = ""): string {
  const title = `Story ${story} of port ${host}`;
  const text = paragraphsOf(host, story).map((paragraph) => `<p>${paragraph}</p>`);
  return page(
    title,
    `<main><article><h1>${title}</h1>${text.join("\n")}</article></main>`,
    metadataOf(title) + head,
  );
}

/** The front page names the first story; each story names the next two, the front page, and itself under another spelling. */
function answer(path: string, host: number, storiesPerHost: number): string | null {
  const link = (story: number) =>
    story <= storiesPerHost ? `<a href="/story/${story}">Next ${story}</a>` : "";
  if (path === "/") return page(`Port ${host}`, `<nav>${link(1)} ${link(2)}</nav>`);
  const story = Number(/^\/story\/(\d+)$/u.exec(path)?.[1]);
  if (!(story >= 1 && story <= storiesPerHost)) return null;
  const links = `<nav><a href="/">Front</a> <a href="/story/${story}?utm_source=self#top">Again</a> ${link(story * 2)} ${link(story * 2 + 1)}</nav>`;
  return storyPage(host, story).replace("</body>", `${links}</body>`);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** A real site of several hosts (one port of 127.0.0.1 each) whose stories are found by following links. */
export async function startSmallSite(options: SmallSiteOptions): Promise<SmallSite> {
  const requests: SeenRequest[] = [];
  const handle = (host: number) => (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "/";
    const name = request.headers.host ?? "";
    if (path !== "/robots.txt") requests.push({ at: performance.now(), host: name, path });
    if (options.intercept?.(path, response, name) === true) return;
    const html = answer(path, host, options.storiesPerHost);
    response.writeHead(html === null ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(html ?? "<!doctype html><title>None</title>");
  };
  const servers = Array.from({ length: options.hosts }, (_, host) => createServer(handle(host)));
  const ports = await Promise.all(servers.map(listen));
  const seeds = ports.map((port) => `http://127.0.0.1:${port}/`);
  return {
    seeds,
    stories: seeds.flatMap((seed) =>
      Array.from({ length: options.storiesPerHost }, (_, i) => `${seed}story/${i + 1}`),
    ),
    requests,
    async close() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
