import type { TextFinding, TextPass } from "../text-pass.ts";

/** `WASHINGTON – …`, `KYIV, March 4 (Agency) — …`: the place in capitals before the first sentence. */
const DATELINE = /^(\p{Lu}[\p{Lu}\p{M}'’. -]{2,40}?)(?:,\s[^—–.-]{2,30})?(?:\s*\([^)]{2,30}\))?\s*[–—-]\s/u;

/** Where a text says that it was written, or null. */
export function datelineOf(text: string): { readonly place: string; readonly length: number } | null {
  const match = DATELINE.exec(text);
  return match?.[1] === undefined ? null : { place: match[1].trim(), length: match[0].length };
}

/** The dateline at the start of the first paragraph. It is part of the text unless asked otherwise. */
export const findDatelines: TextPass & { readonly type: "dateline" } = {
  name: "datelines",
  description: "the place, date and agency before the first sentence",
  type: "dateline",
  find: function* find({ paragraphs }): Iterable<TextFinding> {
    const [line] = paragraphs;
    const found = line === undefined ? null : datelineOf(line.text);
    if (line !== undefined && found !== null) {
      yield { line, part: { start: 0, end: found.length }, type: "dateline", rule: "dateline" };
    }
  },
};
