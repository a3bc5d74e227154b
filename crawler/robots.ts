/**
 * robots.txt as RFC 9309 defines it: parser and matcher, with the two widespread additions the RFC allows
 * (§2.2.4): Crawl-delay and Sitemap. Pure: fetching and caching stand in robots-cache.ts.
 */

/** The product token by which robots.txt files address Galley (RFC 9309 §2.2.1). */
export const PRODUCT_TOKEN = "GalleyBot";

/** A parser must read at least 500 kibibytes (RFC 9309 §2.5); what stands behind them is not read. */
export const ROBOTS_MAX_BYTES = 500 * 1024;

/**
 * A longer Crawl-delay is cut to this: the field is no standard, and values of hours are mistakes or ways to say
 * "do not come", for which there is Disallow. A minute is what the most careful sites in use ask for.
 */
export const MAX_CRAWL_DELAY_MS = 60_000;

export interface RobotsRule {
  readonly allow: boolean;
  /** Path pattern in normalised percent-encoding; `*` and a final `$` are special. */
  readonly pattern: string;
}

interface RobotsGroup {
  readonly rules: readonly RobotsRule[];
  readonly crawlDelayMs: number | null;
}

export interface RobotsTxt {
  /** Groups by product token in lower case; groups of the same token are merged. */
  readonly groups: ReadonlyMap<string, RobotsGroup>;
  /** Sitemap URLs as written, in order. */
  readonly sitemaps: readonly string[];
}

interface MutableGroup {
  rules: RobotsRule[];
  crawlDelayMs: number | null;
}

/** Spellings that real files use and big crawlers accept. */
const FIELD_NAMES: ReadonlyMap<string, "user-agent" | "allow" | "disallow" | "crawl-delay" | "sitemap"> =
  new Map([
    ["user-agent", "user-agent"],
    ["useragent", "user-agent"],
    ["user agent", "user-agent"],
    ["allow", "allow"],
    ["disallow", "disallow"],
    ["crawl-delay", "crawl-delay"],
    ["crawldelay", "crawl-delay"],
    ["sitemap", "sitemap"],
    ["site-map", "sitemap"],
  ]);

const encoder = new TextEncoder();

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/**
 * One spelling for paths and patterns before they are compared (RFC 9309 §2.2.2): octets outside of US-ASCII, and
 * those ASCII characters that URL parsers encode in some parts of a URL, are encoded, encoded unreserved characters are decoded, hexadecimal digits are upper case. Encoded reserved
 * characters stay encoded, so that `%2A` and `%24` stand for the characters themselves.
 */
function normalizePath(path: string): string {
  return path
    .replace(/[^\u0021-\u007e]|["'<>\\^`{|}]/gu, (character) =>
      [...encoder.encode(character)].map(percent).join(""),
    )
    .replace(/%[0-9a-f]{2}/giu, (triplet) => {
      const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
      return /[A-Za-z0-9\-._~]/u.test(character) ? character : triplet.toUpperCase();
    });
}

function parseLine(line: string): { readonly field: string; readonly value: string } | null {
  const comment = line.indexOf("#");
  const content = comment === -1 ? line : line.slice(0, comment);
  const colon = content.indexOf(":");
  if (colon === -1) return null;
  const field = FIELD_NAMES.get(content.slice(0, colon).trim().toLowerCase());
  return field === undefined ? null : { field, value: content.slice(colon + 1).trim() };
}

/** The token of a user-agent line: `*`, or the leading letters, `-` and `_`, without a version. */
function tokenOf(value: string): string {
  return value.startsWith("*") ? "*" : (/^[a-z_-]+/iu.exec(value)?.[0] ?? "").toLowerCase();
}

function parseDelay(value: string): number | null {
  return /^\d+(?:\.\d+)?$/u.test(value) ? Math.round(Number(value) * 1000) : null;
}

function decodeText(source: string | Uint8Array): string {
  const text =
    typeof source === "string" ? source : new TextDecoder().decode(source.subarray(0, ROBOTS_MAX_BYTES));
  return text.replace(/^\u{feff}/u, "");
}

/** A group under construction: the agents named since the last rule, and whether a rule has come. */
interface Reading {
  readonly groups: Map<string, MutableGroup>;
  current: MutableGroup[];
  inRules: boolean;
}

function readUserAgent(reading: Reading, value: string): void {
  if (reading.inRules) reading.current = [];
  reading.inRules = false;
  const token = tokenOf(value);
  if (token === "") return;
  const group = reading.groups.get(token) ?? { rules: [], crawlDelayMs: null };
  reading.groups.set(token, group);
  reading.current.push(group);
}

function readRule(reading: Reading, rule: RobotsRule): void {
  reading.inRules = true;
  // A rule without a pattern matches nothing; rules before any user-agent line belong to no group.
  if (rule.pattern === "") return;
  for (const group of new Set(reading.current)) group.rules.push(rule);
}

/** Reads a robots.txt file. Never fails: lines that make no sense are skipped (RFC 9309 §2.2). */
export function parseRobots(source: string | Uint8Array): RobotsTxt {
  const reading: Reading = { groups: new Map(), current: [], inRules: false };
  const sitemaps: string[] = [];
  for (const line of decodeText(source).split(/\r\n|\r|\n/u)) {
    const parsed = parseLine(line);
    if (parsed === null) continue;
    const { field, value } = parsed;
    if (field === "user-agent") readUserAgent(reading, value);
    else if (field === "allow" || field === "disallow") {
      readRule(reading, { allow: field === "allow", pattern: normalizePath(value) });
    } else if (field === "sitemap") {
      if (value !== "") sitemaps.push(value);
    } else {
      // Crawl-delay does not end the list of agents (RFC 9309 §2.2.4: other records must not interfere).
      const delay = parseDelay(value);
      for (const group of reading.current) group.crawlDelayMs ??= delay;
    }
  }
  return { groups: reading.groups, sitemaps };
}

/** Whether a pattern matches the path from its start. Linear in pattern times path: no regular expression. */
function patternMatches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith("$");
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const first = pieces[0] ?? "";
  if (!path.startsWith(first)) return false;
  if (pieces.length === 1) return !anchored || path.length === first.length;
  let position = first.length;
  const last = pieces.at(-1) ?? "";
  for (const piece of pieces.slice(1, -1)) {
    const found = path.indexOf(piece, position);
    if (found === -1) return false;
    position = found + piece.length;
  }
  if (anchored) return path.length - last.length >= position && path.endsWith(last);
  return path.indexOf(last, position) !== -1;
}

/** The group that speaks to `productToken`: its own, else that of `*`, else none (RFC 9309 §2.2.1). */
function groupFor(robots: RobotsTxt, productToken: string): RobotsGroup | null {
  return robots.groups.get(productToken.toLowerCase()) ?? robots.groups.get("*") ?? null;
}

/**
 * Whether `productToken` may fetch the URL: the rule with the longest pattern decides, Allow before Disallow when
 * they are equally long, and what no rule matches is allowed (RFC 9309 §2.2.2). /robots.txt itself always is.
 * @param url Absolute URL; its path and query are matched.
 */
export function isAllowed(
  robots: RobotsTxt,
  url: string | URL,
  productToken: string = PRODUCT_TOKEN,
): boolean {
  const { pathname, search } = new URL(url);
  const path = normalizePath(pathname + search);
  if (path === "/robots.txt") return true;
  const group = groupFor(robots, productToken);
  let best: RobotsRule | null = null;
  for (const rule of group?.rules ?? []) {
    const longer = best === null || rule.pattern.length > best.pattern.length;
    const allowsAsLong = best !== null && rule.allow && rule.pattern.length === best.pattern.length;
    if ((longer || allowsAsLong) && patternMatches(rule.pattern, path)) best = rule;
  }
  return best === null || best.allow;
}

/** The pause the group asks for between two requests, or null. */
export function crawlDelayMs(robots: RobotsTxt, productToken: string = PRODUCT_TOKEN): number | null {
  return groupFor(robots, productToken)?.crawlDelayMs ?? null;
}
