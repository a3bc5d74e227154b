import { createRequire } from "node:module";
import type * as Jsdom from "jsdom";
import { emptyStyles } from "./empty-styles.ts";
import { serializeChildren } from "./slim/serialize.ts";
import { parseDocument } from "./slim/parse.ts";

const require = createRequire(import.meta.url);

const TAG = /<(\/?)(?!br|img|meta|link|input|hr|source)[a-z]/gi;
/** Below the depth at which the slim DOM's parser flattens; more end tags than start tags may hide a little. */
const SAFE_DEPTH = 400;

/** One window for all pages, made when the first page asks: jsdom takes a third of a second to load. */
const shared: { dom: Jsdom.JSDOM | null } = { dom: null };

/**
 * Parses a page with jsdom, the reference. No script runs and nothing is loaded. Style sheets are emptied first: jsdom would
 * parse them, which costs more than the page, and nothing here reads them.
 */
export function parseWithJsdom(html: string, url: string | null): Document {
  const dom = (shared.dom ??= createWindow());
  // A parsed document takes its address from the window's: this makes baseURI and every relative link right.
  dom.reconfigure({ url: (url === null ? null : URL.parse(url)?.href) ?? "about:blank" });
  return new dom.window.DOMParser().parseFromString(flatten(emptyStyles(html)), "text/html");
}

/**
 * jsdom has no limit of depth: 5,000 nested elements take it seconds and Readability minutes. A page that may be that deep
 * takes its shape from the slim DOM's parser, which nests as deep as a browser.
 */
function flatten(html: string): string {
  if (mayNest(html) <= SAFE_DEPTH) return html;
  const document = parseDocument(html, null);
  return document.isFlattened ? serializeChildren(document) : html;
}

/** An upper bound of the depth: how far start tags run ahead of end tags. Tags that need no end tag count too. */
function mayNest(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash] of html.matchAll(TAG)) {
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function createWindow(): Jsdom.JSDOM {
  const { JSDOM } = require("jsdom") as typeof Jsdom;
  return new JSDOM("");
}
