import { remember } from "../remember.ts";
import { foldWords } from "./fold-text.ts";

const squeeze = (text: string): string => foldWords(text).replaceAll(" ", "");
/** Ends of domain names that sites write as part of their name ("Example.com"). */
const DOMAIN_END = /(?:com|org|net|de|at|ch|fr|it|es|pl|ua|ru|nl|io|uk|co|info|eu|tv)$/;
/** Shorter labels are found in too many words. */
const SHORTEST_LABEL = 4;
const SHORTEST_PART = 5;

/** The host without `www.` and its top-level domain, run together: `news.example.com` gives `newsexample`. */
export const hostLabel = (url: string | null): string => (url === null ? "" : labelOf(url));

const labelOf = remember((url) => {
  const host = URL.parse(url)?.hostname ?? "";
  return squeeze(
    host
      .replace(/^www\./, "")
      .split(".")
      .slice(0, -1)
      .join(" "),
  );
});

/** A text that is longer than the name in the address by this factor says something about the site, rather than its name. */
const MOST_TIMES = 3;

/** Whether a text is the site's own name: one that it gives itself, or the name in its address. Empty text counts. */
export function namesSite(text: string, siteNames: readonly string[], url: string | null): boolean {
  const tight = squeeze(text);
  if (tight === "" || siteNames.some((name) => squeeze(name) === tight)) return true;
  const label = hostLabel(url);
  if (label.length < SHORTEST_LABEL) return false;
  return spellings(tight).some((spelling) => isInAddress(spelling, label));
}

/** Addresses have no accents; German ones write "ae" or "a" for "ä". */
function spellings(tight: string): readonly string[] {
  if (!/[^a-z0-9]/.test(tight)) return [tight];
  const german = tight
    .replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? letter)
    .replaceAll("ß", "ss");
  return [tight, ...[tight, german].map((text) => text.normalize("NFD").replace(/\p{M}/gu, ""))];
}

function isInAddress(tight: string, label: string): boolean {
  const bare = tight.replace(DOMAIN_END, "");
  return (
    label === tight ||
    label === bare ||
    (tight.length >= SHORTEST_PART && label.includes(tight)) ||
    (label.length >= SHORTEST_PART && tight.includes(label) && tight.length <= MOST_TIMES * label.length)
  );
}
