import { isReading, mayHaveReadings } from "../base-text.ts";
import type { Page } from "../page.ts";
import type { Finding } from "./pass.ts";

/**
 * Readings in small letters beside characters (ruby): in a line of text each word would stand there twice. They are parts of
 * lines, whoever kept the line, and so are looked for when the lines are chosen.
 */
export function* findReadings(page: Page): Iterable<Finding> {
  const found = new Set<Element>();
  for (const block of page.blocks) {
    if (!mayHaveReadings(block)) continue;
    for (const node of block.textNodes) {
      if (isReading(node)) found.add(node.parentElement as Element);
    }
  }
  for (const target of found) yield { target, type: "boilerplate", rule: "ruby-reading" };
}
