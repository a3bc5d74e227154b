import { createRequire } from "node:module";
import type * as Jsdom from "jsdom";
import { emptyStyles } from "./prune-html.ts";

const require = createRequire(import.meta.url);

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
  return new dom.window.DOMParser().parseFromString(emptyStyles(html), "text/html");
}

function createWindow(): Jsdom.JSDOM {
  const { JSDOM } = require("jsdom") as typeof Jsdom;
  return new JSDOM("");
}
