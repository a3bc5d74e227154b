import { HOME_WORDS } from "../words/place-words.ts";
import { createMatcher } from "../words/word-list.ts";
import { foldWords } from "./fold-text.ts";
import { namesSite } from "./name-of-site.ts";
import type { Chosen, Read } from "./ordered-claims.ts";
import { sameAddress } from "./same-address.ts";
import type { Step } from "./source-claims.ts";

const home = createMatcher(HOME_WORDS);

/** Longest name of a section, as for the visible path. */
const LONGEST_SECTION = 45;

/** "Category: Rivers" */
const LABEL = /^(?:category|kategorie|catégorie|categor[ií]a|kategoria|рубрика|категорія)\s*:\s*/iu;

/** What systems call the section of an article that its author put in none. */
const NO_SECTION =
  /^(?:un-?categori[sz]ed|unkategorisiert|nicht kategorisiert|non (?:class[ée]|catégorisé)|sin categor[ií]a|senza categoria|sem categoria|geen categorie|niet gecategoriseerd|bez kategorii|bez kategorie|nezařazené|без рубрики|без категорії|okategoriserad(?:e|t)?|ikke[ -]kategoriseret|ukategorisert|luokittelematon|kategori(?:siz|lenmemiş)|kategorizálatlan|χωρίς κατηγορία|tanpa kategori|未分類|未分类|미분류|분류되지 않음|غير مصنف|دسته‌بندی نشده)$/iu;

/** Whether a section's name says that the article is in none. */
export const isNoSection = (name: string): boolean => NO_SECTION.test(name.trim());

export interface SectionPage {
  readonly headline: string | null;
  readonly url: string | null;
  readonly siteNames: readonly string[];
}

/** The last step of a path that is neither the front page, the site, nor the article itself. */
function lastStep(trail: readonly Step[], { headline, url, siteNames }: SectionPage): string | undefined {
  const title = foldWords(headline ?? "");
  const isSection = ({ name, url: href }: Step): boolean => {
    const folded = foldWords(name);
    return (
      folded !== "" &&
      name.length <= LONGEST_SECTION &&
      !home.is(name) &&
      !isNoSection(name) &&
      !namesSite(name, siteNames, url) &&
      !(title !== "" && (title.startsWith(folded) || folded.startsWith(title))) &&
      !(href !== null && url !== null && sameAddress(href, url, url))
    );
  };
  return trail
    .map(({ name, url: href }) => ({ name: name.replace(LABEL, ""), url: href }))
    .findLast(isSection)?.name;
}

/** The section: what a source calls it, else where the page's path leads through. */
export function chooseSection(
  claims: readonly Chosen<string>[],
  reads: readonly Read[],
  page: SectionPage,
): Chosen<string> | null {
  const trails = reads.flatMap(({ name, claims: { trail } }) => {
    const value = lastStep(trail ?? [], page);
    return value === undefined ? [] : [{ value, source: name }];
  });
  return claims.find(({ value }) => !isNoSection(value)) ?? trails[0] ?? null;
}
