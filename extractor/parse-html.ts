import { JSDOM } from "jsdom";

export interface ParseOptions {
  readonly url: string | null;
  readonly engine: "slim" | "jsdom";
}

const { window } = new JSDOM("");

/** Parses HTML into a document without running or loading anything. */
export function parseHtml(html: string, _options: ParseOptions): Document {
  const pruned = html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/giu, "")
    .replace(/ style="[^"]*"/giu, (m) => (m.includes("none") || m.includes("hidden") ? m : ""));
  return new window.DOMParser().parseFromString(pruned, "text/html");
}
