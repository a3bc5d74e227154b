import { ODD_ARTICLES } from "./odd-articles.ts";

/** One page of `odd.localhost` and what a client ought to see there. */
export interface OddPage {
  readonly path: string;
  readonly what: string;
  /** HTTP status of the first answer. */
  readonly status: number;
  /** Where the redirects end, for the pages that redirect to an article. */
  readonly leadsTo: string | null;
  /** The article's expected text, or null where there is no article. */
  readonly paragraphs: readonly string[] | null;
}

/** The article that the redirects lead to. */
export const REDIRECT_TARGET = "/articles/gas-holder-climbing-wall";

/** Statuses that `/redirect/STATUS` answers with. */
export const REDIRECT_STATUSES = [301, 302, 303, 307, 308] as const;
/** Statuses that `/status/STATUS` answers with. */
export const ERROR_STATUSES = [400, 401, 403, 404, 410, 451, 500, 502, 503] as const;

function whatIs(path: string): string {
  if (path.startsWith("/private/")) return "an article that robots.txt disallows";
  if (path.startsWith("/limited/"))
    return "429 with Retry-After: 1 on the first request (of each query), then an article";
  if (path.startsWith("/slow/")) return "an article that is sent a paragraph at a time";
  return "an article in an odd encoding";
}

function plain(path: string, status: number, what: string): OddPage {
  return { path, what, status, leadsTo: null, paragraphs: null };
}

function redirect(path: string, status: number, what: string): OddPage {
  const target = ODD_ARTICLES.find((article) => article.path === REDIRECT_TARGET);
  return { path, what, status, leadsTo: REDIRECT_TARGET, paragraphs: target?.paragraphs ?? null };
}

export const oddPages: readonly OddPage[] = [
  ...ODD_ARTICLES.map(({ path, paragraphs, charset, coding }): OddPage => ({
    path,
    what: `${whatIs(path)} (${charset}${coding === null ? "" : `, ${coding}`})`,
    status: path.startsWith("/limited/") ? 429 : 200,
    leadsTo: null,
    paragraphs,
  })),
  ...REDIRECT_STATUSES.map((status) => redirect(`/redirect/${status}`, status, "redirects to an article")),
  redirect("/redirect/relative", 302, "redirects with a relative Location"),
  redirect("/redirect/chain/5", 302, "five redirects, then an article; any number up to 99 works"),
  redirect("/redirect/meta", 200, "redirects by <meta http-equiv=refresh>"),
  plain("/redirect/loop-a", 302, "a loop of two redirects"),
  plain("/redirect/self", 301, "redirects to itself"),
  plain("/redirect/link-local", 302, "redirects to a link-local address"),
  plain("/redirect/nowhere", 302, "a redirect without a Location"),
  ...ERROR_STATUSES.map((status) => plain(`/status/${status}`, status, "an error status with an HTML page")),
  plain("/empty", 200, "an HTML page without a byte in it"),
  plain("/slow-headers", 200, "answers after `slowMs` (or `?ms=N`), then at once"),
  plain("/endless", 200, "HTML that goes on until the client hangs up"),
  plain("/huge", 200, "HTML of 50 MB (or `?mb=N`)"),
  plain("/truncated", 200, "hangs up in the middle of a body whose length it named"),
  plain("/hang-up", 0, "hangs up without an answer"),
  plain("/files/minutes.pdf", 200, "a PDF"),
  plain("/files/picture.png", 200, "an image"),
  plain("/files/data.json", 200, "JSON"),
  plain("/calendar/2026/03", 200, "a calendar of which every page links to the next month"),
];
