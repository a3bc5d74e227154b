/** Whether blocks speak of cookies and consent: such dialogues are long paragraphs of good prose, so only their words tell. */
import type { Block } from "../blocks.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import { createPhraseFinder } from "../words/phrase-finder.ts";

const CONSENT = feature("speaks-of-consent");
const CONSENT_AROUND = feature("consent-around");

const findConsent = createPhraseFinder([
  /cookie|consent|gdpr|privacy policy|datenschutz|einwilligung|consentement|consentimiento|consenso|политик/,
]);

/** Whoever speaks of cookies does so early. */
const LOOKED_AT_CHARS = 400;
/** How far to either side neighbours are counted, in blocks: a dialogue has several paragraphs, not all with the word. */
const REACH = 4;

export function putConsent(sheet: FeatureSheet, blocks: readonly Block[]): void {
  const sums = new Uint32Array(blocks.length + 1);
  for (let i = 0; i < blocks.length; i++) {
    const { text } = blocks[i] as Block;
    const speaks = findConsent(text.slice(0, LOOKED_AT_CHARS).toLowerCase());
    if (speaks) sheet.put(i, CONSENT, 1);
    sums[i + 1] = (sums[i] as number) + speaks;
  }
  for (let i = 0; i < blocks.length; i++) {
    const first = Math.max(0, i - REACH);
    const end = Math.min(blocks.length, i + REACH + 1);
    sheet.put(i, CONSENT_AROUND, ((sums[end] as number) - (sums[first] as number)) / (end - first));
  }
}
