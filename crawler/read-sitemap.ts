import sax from "sax";
import { laterDate, readListedDate, type ListedUrl } from "./listing.ts";
import { normalizeUrl } from "./normalize-url.ts";
import { isHttpUrl } from "./parse-url.ts";

/** A sitemap holds 50,000 URLs and 50 MiB unpacked at most (sitemaps.org protocol 0.9). */
export const SITEMAP_MAX_URLS = 50_000;
export const SITEMAP_MAX_BYTES = 50 * 1024 * 1024;

/** Longer contents are no URL and no date; the rest of them is not kept. */
const MAX_TEXT = 8192;

/** Reads a sitemap as it arrives. */
export interface SitemapReader {
  /** Answers false when no more is wanted. */
  write(text: string): boolean;
  end(): void;
}

/** An absolute http(s) URL in Galley's spelling, or null. Sitemaps' own URLs are absolute; some forget the origin. */
export function resolveListed(text: string, baseUrl: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || !URL.canParse(trimmed, baseUrl)) return null;
  const url = new URL(trimmed, baseUrl);
  return isHttpUrl(url) && url.hostname !== "" ? normalizeUrl(url) : null;
}

/** The same characters in memory of their own: a slice would keep the whole chunk of the file that it was cut from. */
function copyOf(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1");
}

function counting(onEntry: (entry: ListedUrl) => void): (entry: ListedUrl) => boolean {
  let left = SITEMAP_MAX_URLS;
  return (entry) => {
    if (left > 0) onEntry(entry);
    left -= 1;
    return left >= 0;
  };
}

/** What is known of the `<url>` or `<sitemap>` that is being read. */
interface OpenEntry {
  readonly kind: ListedUrl["kind"];
  loc: string;
  lastmod: string;
  published: string;
}

type EntryField = "loc" | "lastmod" | "published";

/** Fields by element name; those of the image and video extensions are other files' addresses. */
function fieldOf(name: string): EntryField | null {
  if (name === "loc" || name === "lastmod") return name;
  return name.endsWith(":publication_date") && !name.startsWith("video:") ? "published" : null;
}

/**
 * Reads a sitemap or a sitemap index (sitemaps.org 0.9, Google's news extension) in memory that does not grow with
 * the file. Forgiving: unescaped ampersands and a missing end do not matter.
 * @param baseUrl The URL that answered with the file.
 */
export function createXmlSitemapReader(baseUrl: string, onEntry: (entry: ListedUrl) => void): SitemapReader {
  const parser = sax.parser(false, { lowercase: true, position: false });
  const offer = counting(onEntry);
  const state = {
    prefix: null as string | null,
    entry: null as OpenEntry | null,
    field: null as EntryField | null,
    full: false,
  };
  const plain = (name: string): string =>
    state.prefix !== null && name.startsWith(state.prefix) ? name.slice(state.prefix.length) : name;

  function finish({ kind, loc, lastmod, published }: OpenEntry): void {
    const url = resolveListed(loc, baseUrl);
    if (url === null) return;
    const modified = laterDate(readListedDate(lastmod), readListedDate(published));
    if (!offer({ url, kind, modified: modified && copyOf(modified) })) state.full = true;
  }

  const onText = (text: string): void => {
    const { entry, field } = state;
    if (field !== null && entry !== null && entry[field].length <= MAX_TEXT) entry[field] += text;
  };
  const handlers: Partial<sax.SAXParser> = {
    onopentag({ name }) {
      // The root says which prefix the protocol's own elements have, if any.
      state.prefix ??= name.includes(":") ? name.slice(0, name.indexOf(":") + 1) : "";
      const local = plain(name);
      if (local === "url" || local === "sitemap") {
        state.entry = { kind: local === "url" ? "page" : "sitemap", loc: "", lastmod: "", published: "" };
      }
      state.field = fieldOf(local);
    },
    onclosetag(name) {
      state.field = null;
      const local = plain(name);
      if ((local !== "url" && local !== "sitemap") || state.entry === null) return;
      finish(state.entry);
      state.entry = null;
    },
    ontext: onText,
    oncdata: onText,
    // Whatever is wrong with the file, the parser goes on behind it.
    onerror: () => void parser.resume(),
  };
  Object.assign(parser, handlers);
  return {
    write(text) {
      if (!state.full) parser.write(text);
      return !state.full;
    },
    end: () => void parser.close(),
  };
}

/** Reads a sitemap in its plain form: one URL a line. */
export function createTextSitemapReader(baseUrl: string, onEntry: (entry: ListedUrl) => void): SitemapReader {
  const offer = counting(onEntry);
  const state = { rest: "" };
  const take = (line: string): boolean => {
    const url = /^\s*https?:\/\//iu.test(line) ? resolveListed(line, baseUrl) : null;
    return url === null || offer({ url, kind: "page", modified: null });
  };
  return {
    write(text) {
      const lines = (state.rest + text).split(/\r\n|\r|\n/u);
      state.rest = (lines.pop() ?? "").slice(0, MAX_TEXT);
      return lines.every(take);
    },
    end: () => void take(state.rest),
  };
}
