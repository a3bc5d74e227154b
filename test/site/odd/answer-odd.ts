import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { encodeText } from "./encode-text.ts";
import { ODD_ARTICLES } from "./odd-articles.ts";
import type { ContentCoding, OddArticle } from "./odd-articles.ts";
import { oddFile } from "./odd-files.ts";
import { ERROR_STATUSES, REDIRECT_STATUSES, REDIRECT_TARGET } from "./odd-pages.ts";
import { hangUpSignal, sendFiller, sendSlowly, sendTruncated } from "./streams.ts";

const HTML = { "content-type": "text/html; charset=utf-8" };
const MEGABYTE = 1_000_000;
const HUGE_MEGABYTES = 50;

const COMPRESS: Readonly<Record<ContentCoding, (body: Uint8Array) => Uint8Array>> = {
  gzip: (body) => gzipSync(body),
  br: (body) => brotliCompressSync(body),
  zstd: (body) => zstdCompressSync(body),
  deflate: (body) => deflateSync(body),
};

export interface OddRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly slowMs: number;
  /** Requests so far by path and query, for the pages that fail first. */
  readonly attempts: Map<string, number>;
}

type Route = (odd: OddRequest) => void | Promise<void>;

/** Routes that are more than a file, by the path's start; the first that fits answers. */
const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^\/redirect\//, answerRedirect],
  [/^\/status\/\d+$/, answerStatus],
  [/^\/calendar\/\d+\/\d+$/, answerCalendar],
  [/^\/slow-headers$/, answerLate],
  [/^\/endless$/, ({ response }) => sendFiller(response, Infinity)],
  [
    /^\/huge$/,
    ({ response, url }) =>
      sendFiller(response, Number(url.searchParams.get("mb") ?? HUGE_MEGABYTES) * MEGABYTE),
  ],
  [/^\/truncated$/, ({ response }) => sendTruncated(response, ODD_ARTICLES[0]?.html ?? "")],
  [/^\/hang-up$/, ({ request }) => void request.socket.destroy()],
];

/** Answers a request to `odd.localhost`; what is where stands in odd-pages.ts. */
export async function answerOdd(odd: OddRequest): Promise<void> {
  const { response, url } = odd;
  const route = ROUTES.find(([pattern]) => pattern.test(url.pathname))?.[1];
  if (route !== undefined) return route(odd);
  const article = ODD_ARTICLES.find(({ path }) => path === url.pathname);
  if (article !== undefined) return answerArticle(odd, article);
  const file = oddFile(url.pathname, url.origin);
  if (file !== null) {
    response.writeHead(200, { "content-type": file.type }).end(file.body);
    return;
  }
  response.writeHead(404, HTML).end("<!doctype html><title>Not found</title><h1>Nothing odd here</h1>");
}

async function answerArticle(odd: OddRequest, article: OddArticle): Promise<void> {
  const { response, url, slowMs, attempts } = odd;
  if (article.path.startsWith("/slow/")) return sendSlowly(response, article.html, waitOf(url, slowMs));
  if (article.path.startsWith("/limited/")) {
    const key = url.pathname + url.search;
    const before = attempts.get(key) ?? 0;
    attempts.set(key, before + 1);
    if (before === 0) {
      response.writeHead(429, { ...HTML, "retry-after": "1" }).end("<h1>Too many requests</h1>");
      return;
    }
  }
  const bytes = encodeText(article.html, article.charset);
  const body = article.coding === null ? bytes : COMPRESS[article.coding](bytes);
  response.writeHead(200, {
    "content-type": article.contentType,
    ...(article.coding === null ? {} : { "content-encoding": article.coding }),
    "content-length": body.byteLength,
  });
  response.end(body);
}

function answerRedirect({ response, url }: OddRequest): void {
  const name = url.pathname.slice("/redirect/".length);
  const go = (status: number, location: string): void => void response.writeHead(status, { location }).end();
  const status = REDIRECT_STATUSES.find((status) => String(status) === name);
  if (status !== undefined) return go(status, url.origin + REDIRECT_TARGET);
  const left = /^chain\/(\d{1,2})$/.exec(name)?.[1];
  if (left !== undefined)
    return go(302, Number(left) <= 1 ? REDIRECT_TARGET : `/redirect/chain/${Number(left) - 1}`);
  switch (name) {
    case "relative":
      return go(302, `..${REDIRECT_TARGET}`);
    case "meta":
      response.writeHead(200, HTML);
      response.end(
        `<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0; url=${REDIRECT_TARGET}">`,
      );
      return;
    case "loop-a":
      return go(302, "/redirect/loop-b");
    case "loop-b":
      return go(302, "/redirect/loop-a");
    case "self":
      return go(301, url.pathname);
    case "link-local":
      return go(302, "http://169.254.169.254/latest/meta-data/");
    case "nowhere":
      response.writeHead(302).end();
      return;
    default:
      response.writeHead(404, HTML).end("<h1>No such redirect</h1>");
  }
}

function answerStatus({ response, url }: OddRequest): void {
  const wanted = Number(url.pathname.split("/").pop());
  const status = ERROR_STATUSES.find((status) => status === wanted) ?? 404;
  const retry = status === 503 ? { "retry-after": "120" } : {};
  response
    .writeHead(status, { ...HTML, ...retry })
    .end(`<!doctype html><title>${status}</title><h1>${status}</h1>`);
}

/** A trap: the pages have no end, and every one links to the next month and to each of its days. */
function answerCalendar({ response, url }: OddRequest): void {
  const [year = 0, month = 0] = url.pathname.split("/").slice(2).map(Number);
  const next = month >= 12 ? `${year + 1}/01` : `${year}/${String(month + 1).padStart(2, "0")}`;
  const days = Array.from({ length: 28 }, (_, day) => `<td><a href="?day=${day + 1}">${day + 1}</a></td>`);
  response.writeHead(200, HTML);
  response.end(
    `<!doctype html><html lang="en"><title>Events in ${month}/${year}</title><h1>Events</h1><table><tr>${days.join("")}</tr></table><a rel="next" href="/calendar/${next}">Next month</a></html>`,
  );
}

async function answerLate({ response, url, slowMs }: OddRequest): Promise<void> {
  try {
    await sleep(waitOf(url, slowMs), undefined, { signal: hangUpSignal(response) });
  } catch {
    return;
  }
  response.writeHead(200, HTML).end("<!doctype html><title>Late</title><p>Sorry to have kept you.</p>");
}

/** `?ms=N` of the request, else the site's own setting. */
function waitOf(url: URL, slowMs: number): number {
  return Number(url.searchParams.get("ms") ?? slowMs);
}
