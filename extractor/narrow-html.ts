import { UsageError } from "../errors.ts";
import { parseHtml } from "./dom/parse-html.ts";
import { pruneHtml } from "./dom/prune-html.ts";

/** Which parts of a page are looked at, as CSS selectors. */
export interface PagePart {
  /** Nothing but what these match, in the page's order; all of it when there are none. */
  readonly only: readonly string[];
  /** Not what these match. */
  readonly without: readonly string[];
}

/** @throws UsageError (usage) for a selector that cannot be read */
export function checkSelectors(selectors: readonly string[]): void {
  const { documentElement } = parseHtml("<!doctype html>", { url: null, engine: "slim" });
  for (const selector of selectors) {
    try {
      documentElement.matches(selector);
    } catch (cause) {
      const message = `${JSON.stringify(selector)} is no CSS selector that Galley reads: names, classes, ids, attributes and their combinations.`;
      throw new UsageError("usage", message, { cause });
    }
  }
}

/**
 * A page cut down to a part of it; its head stays, for the metadata.
 * @throws UsageError (usage) for a selector that cannot be read
 */
export function narrowHtml(html: string, { only, without }: PagePart): string {
  checkSelectors([...only, ...without]);
  const document = parseHtml(pruneHtml(html), { url: null, engine: "slim" });
  for (const selector of without) {
    for (const element of document.querySelectorAll(selector)) element.remove();
  }
  const { body } = document;
  if (only.length > 0 && body !== null) {
    const matched = [...document.querySelectorAll(only.join(","))].filter((element) =>
      body.contains(element),
    );
    // What stands in another match comes with it.
    const outer = matched.filter(
      (element) => !matched.some((other) => other !== element && other.contains(element)),
    );
    while (body.firstChild !== null) body.firstChild.remove();
    for (const element of outer) body.appendChild(element);
  }
  return `<!doctype html>${document.documentElement.outerHTML}`;
}
