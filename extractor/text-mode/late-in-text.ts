import type { Line } from "./dump.ts";
import type { Reading } from "./text-pass.ts";

/** Share of the text above a line that stands late: under it there may be a discussion, which reads as text does. */
const LATE = 0.6;

/** Most of the text is above the line. What is furniture there may be part of the story, or a link to what is below, elsewhere. */
export function isLateInText({ index }: Line, { paragraphs }: Reading, share = LATE): boolean {
  let above = 0;
  let all = 0;
  for (const paragraph of paragraphs) {
    all += paragraph.text.length;
    above += paragraph.index < index ? paragraph.text.length : 0;
  }
  return above > all * share;
}
