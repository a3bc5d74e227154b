import { remember } from "../remember.ts";
import type { PageIndex } from "./index-page.ts";
import { contradictsLanguage, isEnglish, isSameLanguage } from "./language-of-text.ts";
import type { Chosen, Read } from "./ordered-claims.ts";

/** A claim as a BCP 47 tag (`de_DE` → `de-DE`), or null when it is none: "German", "x-default", an empty attribute. */
export const languageTag = remember((claim): string | null => {
  const first = claim.trim().split(/[,;\s]/)[0] ?? "";
  const tag = first.replaceAll("_", "-");
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) || /^(?:und|mul|zxx)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
});

/** Elements whose language is the article's; a heading or a banner may be in another. */
const HOLDER = /^(?:ARTICLE|MAIN|SECTION|DIV|BODY|HTML)$/;

/** The language of the element that holds the headline (HTML §3.2.6.2), as the nearest ancestor says it, else the body's. */
function elementLanguage({ trunk, document, htmlLanguage }: PageIndex): string {
  for (const node of trunk) {
    if (node.nodeType !== 1 || !HOLDER.test(node.nodeName.toUpperCase())) continue;
    const said = (node as Element).getAttribute("lang") ?? (node as Element).getAttribute("xml:lang");
    if (said !== null && languageTag(said) !== null) return said;
  }
  return document.body?.getAttribute("lang") ?? htmlLanguage ?? "";
}

/** A longer sample tells no more. */
const LONGEST_SAMPLE = 900;

/**
 * The first claim that the page's own prose does not belie: themes come with `lang="en"`, plugins with `en_US`, whatever is
 * written there. The prose only refuses claims; it makes none.
 */
export function chooseLanguage(page: PageIndex, reads: readonly Read[]): Chosen<string> | null {
  const claimed = (name: string) => reads.find((read) => read.name === name)?.claims.language ?? "";
  const claims = [
    { value: elementLanguage(page), source: "html" },
    ...["json-ld", "open-graph", "meta", "microdata"].map((source) => ({ value: claimed(source), source })),
  ].flatMap(({ value, source }) => {
    const tag = languageTag(value);
    return tag === null ? [] : [{ value: tag, source }];
  });
  if (claims.length === 0) return null;
  const sample = page.prose.join(" ").slice(0, LONGEST_SAMPLE);
  const credible = claims.filter(({ value }) => !contradictsLanguage(sample, value));
  const [first] = credible;
  if (first === undefined) return null;
  const english = credible.find(({ value }) => isSameLanguage(value, "en"));
  const isInDoubt = english !== undefined && english !== first && !isSameLanguage(first.value, "en");
  return isInDoubt && isEnglish(sample) ? english : first;
}
