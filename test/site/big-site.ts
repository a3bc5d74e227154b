import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { bigPage } from "./big-page.ts";
import { headline, seededNumbers } from "./big-prose.ts";

/** A site of any size for soaks and benchmarks: generated pages, the same in every run, on virtual hosts. */
export interface BigSiteOptions {
  readonly hosts: number;
  readonly pagesPerHost: number;
  /** Size of a story's page; about 10 KB unless asked. */
  readonly pageBytes?: number;
  /** The Crawl-delay that every fourth host's robots.txt asks for; none unless asked. */
  readonly crawlDelayMs?: number;
  /** What a story says at its end now: an edition's own paragraph, or null. Asked at each request. */
  readonly noteOf?: (story: number) => string | null;
  /** Whether some stories link to a redirect and to a page that robots.txt disallows. Yes unless asked. */
  readonly detours?: boolean;
  /** Builds every page at the start and keeps it: for benchmarks, whose site is to cost next to nothing. */
  readonly keepPages?: boolean;
  /** Whether `requests` is kept; else they are only counted. Yes unless asked. */
  readonly keepRequests?: boolean;
  /** Names or addresses of the hosts, one for each; `portN.localhost` unless asked. */
  readonly hostNames?: readonly string[];
  /** What it listens on; 127.0.0.1 unless asked. */
  readonly address?: string;
}

/** A request as it arrived at its host. */
export interface BigSiteRequest {
  /** `performance.now()`. */
  readonly at: number;
  /** Host without port. */
  readonly host: string;
  readonly path: string;
  /** The address that asked. */
  readonly from: string;
}

export interface BigSite {
  readonly port: number;
  /** Front pages, one a host. */
  readonly seeds: readonly string[];
  /** URLs of all stories: what a crawl from the seeds ought to store. */
  readonly stories: readonly string[];
  /** Every request, robots.txt and redirects included, in order of arrival. */
  readonly requests: readonly BigSiteRequest[];
  /** How many there were. */
  answered(): number;
  /** The Crawl-delay of a host without port, or 0. */
  crawlDelayOf(host: string): number;
  close(): Promise<void>;
}

const DEFAULT_PAGE_BYTES = 10_000;
const LOOPBACK = "127.0.0.1";

interface Shape {
  readonly names: readonly string[];
  readonly pages: number;
  readonly bytes: number;
  readonly port: number;
  readonly crawlDelayOf: (host: string) => number;
  readonly noteOf: (story: number) => string | null;
  readonly detours: boolean;
}

/** Each story names the next two of a binary tree and the one before it; some a story elsewhere by a redirect, and a page that robots.txt disallows. */
function linksOf(story: number, shape: Shape): readonly string[] {
  const near = [story * 2, story * 2 + 1, story - 1].filter((other) => other >= 1 && other <= shape.pages);
  const links = near.map((other) => `/story/${other}`);
  return shape.detours && story % 10 === 3 ? [...links, `/go/${story}`, `/private/${story}`] : links;
}

interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
  readonly location?: string;
}

function answer(path: string, host: number, shape: Shape): Answer {
  const name = shape.names[host] ?? "";
  const origin = `http://${name}:${shape.port}`;
  if (path === "/robots.txt") {
    const delay = shape.crawlDelayOf(name);
    const line = delay > 0 ? `Crawl-delay: ${delay / 1000}\n` : "";
    return { status: 200, body: `User-agent: *\nDisallow: /private/\n${line}` };
  }
  if (path === "/") {
    const first = headline(seededNumbers(host));
    const body = `<!doctype html><title>Port ${host}</title><ul><li><a href="/story/1">${first}</a></li></ul>`;
    return { status: 200, body };
  }
  const [, kind, number] = /^\/(story|go)\/(\d+)$/u.exec(path) ?? [];
  const story = Number(number);
  if (!(story >= 1 && story <= shape.pages))
    return { status: 404, body: "<!doctype html><title>None</title>" };
  if (kind === "go") {
    const next = shape.names[(host + 1) % shape.names.length] ?? "";
    return { status: 302, body: "", location: `http://${next}:${shape.port}/story/${story}` };
  }
  return {
    status: 200,
    body: bigPage({
      origin,
      host,
      story,
      bytes: shape.bytes,
      links: linksOf(story, shape),
      note: shape.noteOf(story),
    }),
  };
}

/** Starts it on a free port. */
export async function startBigSite(options: BigSiteOptions): Promise<BigSite> {
  const requests: BigSiteRequest[] = [];
  const count = { requests: 0 };
  const kept = new Map<string, Answer>();
  const { hostNames = [], address = LOOPBACK } = options;
  const names = Array.from(
    { length: options.hosts },
    (_, host) => hostNames[host] ?? `port${host}.localhost`,
  );
  const crawlDelayOf = (host: string): number =>
    names.indexOf(host) % 4 === 3 ? (options.crawlDelayMs ?? 0) : 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const at = performance.now();
    const host = (request.headers.host ?? "").replace(/:\d+$/u, "");
    const path = request.url ?? "/";
    count.requests += 1;
    if (options.keepRequests !== false)
      requests.push({ at, host, path, from: request.socket.remoteAddress ?? "" });
    const { status, body, location } = kept.get(host + path) ?? answer(path, names.indexOf(host), shape);
    const type = path === "/robots.txt" ? "text/plain" : "text/html";
    response.writeHead(status, {
      "content-type": `${type}; charset=utf-8`,
      ...(location === undefined ? {} : { location }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, address, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const shape: Shape = {
    names,
    pages: options.pagesPerHost,
    bytes: options.pageBytes ?? DEFAULT_PAGE_BYTES,
    port,
    crawlDelayOf,
    noteOf: options.noteOf ?? (() => null),
    detours: options.detours ?? true,
  };
  const seeds = names.map((name) => `http://${name}:${port}/`);
  const stories = Array.from({ length: options.pagesPerHost }, (_, index) => index + 1);
  for (const [host, name] of options.keepPages === true ? names.entries() : []) {
    for (const path of stories.map((story) => `/story/${story}`)) {
      const { status, body } = answer(path, host, shape);
      kept.set(name + path, { status, body: Buffer.from(body) });
    }
  }
  return {
    port,
    seeds,
    stories: seeds.flatMap((seed) => stories.map((story) => `${seed}story/${story}`)),
    requests,
    answered: () => count.requests,
    crawlDelayOf,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
