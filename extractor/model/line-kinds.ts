/** The kinds of short line that a text belongs to, by its words. */
import { createPhraseFinder } from "../words/phrase-finder.ts";
import { LINE_KINDS } from "./role-words.ts";

/** A line kind is told by its words only while the line is short; a paragraph may hold any word. */
const SHORT_LINE_CHARS = 220;

const findKinds = createPhraseFinder(LINE_KINDS.map(({ pattern }) => pattern));

/** The line kinds a text belongs to, as a bit mask over LINE_KINDS. */
export const lineKinds = (text: string): number =>
  text.length > SHORT_LINE_CHARS ? 0 : findKinds(text.toLowerCase());
