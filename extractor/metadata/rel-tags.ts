import { spacedText } from "./fold-text.ts";
import { asideOf } from "./is-aside.ts";
import type { Source } from "./source-claims.ts";

/** More links are a cloud of all tags. */
const MOST_TAGS = 40;
const LONGEST_TAG = 60;

const isCategory = (element: Element): boolean => /\bcategory\b/i.test(element.getAttribute("rel") ?? "");

/** What the article's own links are filed under: `rel="tag"` (microformats.org/wiki/rel-tag), with `category` as WordPress writes it. */
export const relTags: Source = {
  name: "rel-tag",
  read(page) {
    if (page.tagLinks.length === 0 || page.tagLinks.length > MOST_TAGS) return {};
    const own = page.tagLinks
      .map(({ element }) => element)
      .filter((element) => asideOf(element, page.trunk) === "no");
    const names = (elements: readonly Element[]): string[] =>
      elements
        .map((element) => spacedText(element).replace(/^#\s*/, ""))
        .filter((name) => name !== "" && name.length <= LONGEST_TAG);
    return {
      keywords: names(own.filter((element) => !isCategory(element))),
      section: names(own.filter(isCategory))[0],
    };
  },
};
