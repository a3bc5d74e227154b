import { createHash } from "node:crypto";
import type { PageRequest } from "../types.ts";

/**
 * 80 bits name a page within a crawl: among a million pages two share a name with probability 4e-13. Fourteen
 * characters also fit, with Redis's two bytes of string overhead, into one 16-byte allocation.
 */
const ID_BYTES = 10;
const SEPARATOR = "\t";

/** A page of a crawl as the frontier keeps it while it waits. */
export interface PageEntry {
  readonly id: string;
  /** Host with port, as `URL.host` gives it: what politeness counts by. */
  readonly host: string;
  /** Compact text; see decodeEntry. */
  readonly text: string;
}

/** The frontier's name of a page. `url` is normalised. It never begins with a hyphen: a command would take it for an option. */
export function pageId(url: string): string {
  const id = createHash("sha256").update(url).digest().subarray(0, ID_BYTES).toString("base64url");
  return id.replace(/^-/u, ".");
}

/** On the entry's own host the origin is left out: `s/path` for https, `h/path` for http. Other URLs stay whole. */
function shorten(url: string, host: string): string {
  if (url.startsWith(`https://${host}/`)) return `s${url.slice("https://".length + host.length)}`;
  if (url.startsWith(`http://${host}/`)) return `h${url.slice("http://".length + host.length)}`;
  return url;
}

function lengthen(short: string, host: string): string {
  if (short.startsWith("s/")) return `https://${host}${short.slice(1)}`;
  if (short.startsWith("h/")) return `http://${host}${short.slice(1)}`;
  return short;
}

/** `id TAB depth TAB url TAB referrer`: normalised URLs hold no tab. */
export function encodeEntry(request: PageRequest): PageEntry {
  const { host } = new URL(request.url);
  const id = pageId(request.url);
  const referrer = request.referrer === null ? "" : shorten(request.referrer, host);
  return { id, host, text: [id, request.depth, shorten(request.url, host), referrer].join(SEPARATOR) };
}

/** @throws Error when the text was not written by encodeEntry. */
export function decodeEntry(text: string, host: string): PageRequest {
  const [id, depth, url, referrer] = text.split(SEPARATOR);
  if (id === undefined || depth === undefined || url === undefined || referrer === undefined) {
    throw new Error(`Broken frontier entry for host ${host}: ${JSON.stringify(text)}`);
  }
  return {
    url: lengthen(url, host),
    depth: Number(depth),
    referrer: referrer === "" ? null : lengthen(referrer, host),
  };
}
