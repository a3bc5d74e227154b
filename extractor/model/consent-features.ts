/** Whether blocks speak of cookies and consent: such dialogues are long paragraphs of good prose, so only their words tell. */
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import { speaksOfConsent } from "./line-kinds.ts";

const CONSENT = feature("speaks-of-consent");
const CONSENT_AROUND = feature("consent-around");

/** How far to either side neighbours are counted, in blocks: a dialogue has several paragraphs, not all with the word. */
const REACH = 4;

/** `wordings` has for each block what readWording says of it. */
export function putConsent(sheet: FeatureSheet, wordings: Uint32Array): void {
  const sums = new Uint32Array(wordings.length + 1);
  for (let i = 0; i < wordings.length; i++) {
    const speaks = speaksOfConsent(wordings[i] as number) ? 1 : 0;
    if (speaks === 1) sheet.put(i, CONSENT, 1);
    sums[i + 1] = (sums[i] as number) + speaks;
  }
  for (let i = 0; i < wordings.length; i++) {
    const first = Math.max(0, i - REACH);
    const end = Math.min(wordings.length, i + REACH + 1);
    sheet.put(i, CONSENT_AROUND, ((sums[end] as number) - (sums[first] as number)) / (end - first));
  }
}
