import { foldSpace } from "./blocks.ts";
import type { Block } from "./blocks.ts";

/** How characters are read, set small beside them, and the brackets for browsers that cannot (HTML §4.5.10 to 4.5.12). */
const READINGS: ReadonlySet<string> = new Set(["rt", "rp", "rtc"]);

/** Whether a text node says how the characters beside it are read. */
export const isReading = ({ parentElement }: Text): boolean =>
  parentElement !== null && READINGS.has(parentElement.localName);

/** Whether a block may have readings: only East Asian texts have them, and few pages are East Asian. */
export const mayHaveReadings = ({ text, alphabeticLength }: Block): boolean =>
  alphabeticLength !== text.length;

/** A block's text without readings. */
export function baseTextOf(block: Block): string {
  if (!mayHaveReadings(block) || !block.textNodes.some(isReading)) return block.text;
  return foldSpace(
    block.textNodes
      .filter((node) => !isReading(node))
      .map(({ data }) => data)
      .join(""),
  );
}
