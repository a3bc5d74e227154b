/** What a text speaks of by its words: the kinds of short line that it belongs to, and consent. */
import { createPhraseFinder } from "../words/phrase-finder.ts";
import { LINE_KINDS } from "./role-words.ts";

/** A line kind is told by its words only while the line is short; a paragraph may hold any word. */
const SHORT_LINE_CHARS = 220;

/** Whoever speaks of cookies does so early. */
const LOOKED_AT_CHARS = 400;

const CONSENT =
  /cookie|consent|gdpr|privacy policy|datenschutz|einwilligung|consentement|consentimiento|consenso|политик/;

/** The bit of texts that speak of cookies and consent; the bits below it are over LINE_KINDS. */
const CONSENT_BIT = 1 << LINE_KINDS.length;

const findWords = createPhraseFinder([...LINE_KINDS.map(({ pattern }) => pattern), CONSENT]);

/** The line kinds a text belongs to, as a bit mask over LINE_KINDS, and whether it speaks of consent: one look for both. */
export function readWording(text: string): number {
  if (text.length <= SHORT_LINE_CHARS) return findWords(text.toLowerCase());
  return findWords(text.slice(0, LOOKED_AT_CHARS).toLowerCase()) & CONSENT_BIT;
}

export const lineKindsOf = (wording: number): number => wording & (CONSENT_BIT - 1);

export const speaksOfConsent = (wording: number): boolean => (wording & CONSENT_BIT) !== 0;
