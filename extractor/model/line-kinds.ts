/** What a text speaks of by its words: the kinds of short line that it belongs to, and consent. */
import { NOT_SIMPLE } from "../char-classes.ts";
import { type CodeSpan, spanOver } from "../text-codes.ts";
import { createCodeFinder } from "../words/code-finder.ts";
import { LINE_KINDS } from "./role-words.ts";

/** A line kind is told by its words only while the line is short; a paragraph may hold any word. */
const SHORT_LINE_CHARS = 220;

/** Whoever speaks of cookies does so early. */
const LOOKED_AT_CHARS = 400;

const CONSENT =
  /cookie|consent|gdpr|privacy policy|datenschutz|einwilligung|consentement|consentimiento|consenso|политик/;

/** The bit of texts that speak of cookies and consent; the bits below it are over LINE_KINDS. */
const CONSENT_BIT = 1 << LINE_KINDS.length;

const findWords = createCodeFinder([...LINE_KINDS.map(({ pattern }) => pattern), CONSENT]);

/**
 * The line kinds a text belongs to, as a bit mask over LINE_KINDS, and whether it speaks of consent: one look for both.
 * `span` is the text as code units, `classes` are all classes of its characters. Shortens the span to what is looked at.
 */
export function readWording(text: string, span: CodeSpan, classes: number): number {
  const isShort = text.length <= SHORT_LINE_CHARS;
  span.end = Math.min(span.end, span.start + LOOKED_AT_CHARS);
  // Where a letter's lower case depends on its neighbours, or is more than a letter.
  const isUnusual = (classes & NOT_SIMPLE) !== 0;
  const found = findWords(isUnusual ? spanOver(text.slice(0, LOOKED_AT_CHARS).toLowerCase()) : span);
  return isShort ? found : found & CONSENT_BIT;
}

export const lineKindsOf = (wording: number): number => wording & (CONSENT_BIT - 1);

export const speaksOfConsent = (wording: number): boolean => (wording & CONSENT_BIT) !== 0;
