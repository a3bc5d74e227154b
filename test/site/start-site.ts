import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { buildHost } from "./build-host.ts";
import type { BuiltHost } from "./build-host.ts";
import { HOST_TEMPLATES } from "./hosts.ts";
import { answerOdd } from "./odd/answer-odd.ts";
import { readStories } from "./read-stories.ts";
import type { Site, SitePage, SiteRequest } from "./site-types.ts";

/** The time that every page names as its last change; fixed, so that answers never differ between runs. */
const LAST_MODIFIED = "Sun, 15 Mar 2026 06:00:00 GMT";

export interface SiteOptions {
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  /** The address to listen on; `127.0.0.1` by default. */
  readonly host?: string;
  /** How long the slow pages of `odd.localhost` wait, in milliseconds; 1,000 by default. */
  readonly slowMs?: number;
}

/** Starts the local news site. Each virtual host is `NAME.localhost`, chosen by the Host header. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { port: wanted = 0, host = "127.0.0.1", slowMs = 1000 } = options;
  const requests: SiteRequest[] = [];
  const built = new Map<string, BuiltHost>();
  const attempts = new Map<string, number>();
  const server = createServer((request, response) => {
    const entry = logEntry(request);
    requests.push(entry);
    const port = portOf(server);
    if (entry.host === "odd.localhost") {
      const origin = `http://odd.localhost:${port}`;
      void answerOdd({ request, response, url: new URL(entry.path, origin), slowMs, attempts });
      return;
    }
    const page = built.get(entry.host)?.pages.get(new URL(entry.path, "http://site.localhost").pathname);
    answerPage(request, response, page);
  });
  await listen(server, wanted, host);
  const port = portOf(server);
  const originOf = (name: string): string =>
    `http://${name.endsWith(".localhost") ? name : `${name}.localhost`}:${port}`;
  for (const template of HOST_TEMPLATES) {
    const stories = readStories(new URL(`stories/${template.name}.md`, import.meta.url));
    const host = buildHost(template, stories, originOf(template.name));
    built.set(host.host, host);
  }
  const hosts = [...built.keys()];
  return {
    port,
    origin: originOf,
    hosts,
    seeds: hosts.map((name) => `${originOf(name)}/`),
    articles: [...built.values()].flatMap(({ articles }) => articles),
    requests,
    close: () => close(server),
  };
}

function logEntry(request: IncomingMessage): SiteRequest {
  const { headers } = request;
  return {
    at: performance.now(),
    host: (headers.host ?? "").replace(/:\d+$/, "").toLowerCase(),
    path: request.url ?? "/",
    userAgent: headers["user-agent"] ?? null,
    method: request.method ?? "GET",
    headers,
  };
}

function answerPage(request: IncomingMessage, response: ServerResponse, page: SitePage | undefined): void {
  const found: SitePage = page ?? {
    type: "text/html; charset=utf-8",
    body: "<!doctype html><title>Not found</title><h1>There is no such page</h1>",
  };
  const body = typeof found.body === "string" ? Buffer.from(found.body) : found.body;
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"`;
  const headers = { "content-type": found.type, etag, "last-modified": LAST_MODIFIED };
  if (page !== undefined && request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(page === undefined ? 404 : 200, { ...headers, "content-length": body.byteLength });
  response.end(request.method === "HEAD" ? undefined : body);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the site is not listening");
  return address.port;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Hangs up on everyone, the readers of endless pages included. */
function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
