/** What a crawl may follow: hosts, patterns, and the limits that keep it out of endless spaces. */
import { findTrap } from "./find-trap.ts";
import { UsageError } from "../errors.ts";

export interface ScopeOptions {
  /** Normalised URLs the crawl starts from; their hosts are in scope, with and without `www.`. */
  readonly seeds: readonly string[];
  /** Only URLs that match one of these are followed; none means all. See `parsePattern`. */
  readonly include: readonly string[];
  /** URLs that match one of these are not followed. */
  readonly exclude: readonly string[];
  /** Whether other hosts than the seeds' are in scope too; they are not by default. */
  readonly hosts?: "seeds" | "any";
}

/** Why a URL is not followed; the detail is for a person. */
export type ScopeVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: "other-host" | "not-included" | "excluded" | "trap";
      readonly detail: string;
    };

interface Pattern {
  /** A pattern with a host opens that host; the others look at the seeds' hosts alone. */
  readonly namesHost: boolean;
  readonly matches: (url: URL) => boolean;
}

/** A glob as a regular expression: `**` is anything, `*` anything but `/`, all else itself. */
function globToRegExp(glob: string): RegExp {
  const source = glob
    .split(/(\*\*|\*)/u)
    .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : RegExp.escape(part)))
    .join("");
  return new RegExp(`^${source}$`, "u");
}

function parseRegExp(text: string, source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags.includes("u") ? flags : `${flags}u`);
  } catch (cause) {
    throw new UsageError("usage", `the pattern ${text} is no regular expression: ${String(cause)}`, {
      cause,
    });
  }
}

/**
 * Reads a pattern of `--include` or `--exclude`:
 * - `/news/**` (begins with a slash): a glob for the whole path; with a `?` in it, for path and query;
 * - `https://example.com/news/**` (begins with a scheme, or with `*` for both): a glob for the whole URL;
 * - `re:EXPRESSION` or `/EXPRESSION/flags` whose expression is not a plain path: a regular expression somewhere in the URL.
 * In globs `*` stands for anything but a slash, `**` for anything.
 * @throws UsageError for anything else.
 */
export function parsePattern(text: string): Pattern {
  const delimited = /^\/(?<source>.+)\/(?<flags>[iu]*)$/u.exec(text)?.groups;
  const source = text.startsWith("re:") ? text.slice(3) : delimited?.["source"];
  // `/news/` is a path; `/news\/\d+/` and `/^https/` are expressions.
  if (source !== undefined && (text.startsWith("re:") || /[\\^$()[\]{}|+]|\.\*/u.test(source))) {
    const expression = parseRegExp(text, source, delimited?.["flags"] ?? "");
    return { namesHost: false, matches: (url) => expression.test(url.href) };
  }
  if (text.startsWith("/") || text.startsWith("**")) {
    const expression = globToRegExp(text);
    const withQuery = text.includes("?");
    return {
      namesHost: false,
      matches: ({ pathname, search }) => expression.test(withQuery ? pathname + search : pathname),
    };
  }
  if (/^(?:https?|\*):\/\//u.test(text)) {
    const expression = globToRegExp(text.replace(/^\*:/u, "**:"));
    const withQuery = text.includes("?");
    return {
      namesHost: true,
      matches: ({ origin, pathname, search }) =>
        expression.test(origin + pathname + (withQuery ? search : "")),
    };
  }
  const advice =
    "write a path glob (/news/**), a URL glob (https://example.com/**) or a regular expression (/\\d{4}\\/story/)";
  throw new UsageError(
    "usage",
    `the pattern ${JSON.stringify(text)} begins with neither / nor a scheme; ${advice}`,
  );
}

function siteOf(url: string | URL): string {
  return new URL(url).host.replace(/^www\./u, "");
}

/**
 * Makes the rule for what a crawl follows: http(s) on the seeds' hosts (or a host that an include names), matching an
 * include if there are any, no exclude, and no trap.
 * @returns A pure function of a normalised URL.
 * @throws UsageError when a pattern cannot be read.
 */
export function createScope(options: ScopeOptions): (url: string) => ScopeVerdict {
  const sites = new Set(options.seeds.map(siteOf));
  const include = options.include.map(parsePattern);
  const exclude = options.exclude.map(parsePattern);
  return (text) => {
    const url = new URL(text);
    const sameSite = options.hosts === "any" || sites.has(siteOf(url));
    const named = include.some((pattern) => pattern.namesHost && pattern.matches(url));
    if (!sameSite && !named)
      return { ok: false, reason: "other-host", detail: `${url.host} is no seed's host` };
    if (include.length > 0 && !named && !include.some((pattern) => pattern.matches(url))) {
      return { ok: false, reason: "not-included", detail: "no --include pattern matches" };
    }
    if (exclude.some((pattern) => pattern.matches(url))) {
      return { ok: false, reason: "excluded", detail: "an --exclude pattern matches" };
    }
    const trap = findTrap(url);
    return trap === null ? { ok: true } : { ok: false, reason: "trap", detail: trap };
  };
}
