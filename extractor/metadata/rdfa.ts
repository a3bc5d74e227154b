import type { PageIndex } from "./index-page.ts";
import { valueOf } from "./microdata.ts";
import type { Source } from "./source-claims.ts";

/** The first element whose RDFa property ends in one of these names, whatever its prefix (schema:, dc:, sioc:, v:). */
function find(page: PageIndex, names: RegExp): Element | undefined {
  return page.properties.find(({ element }) =>
    (element.getAttribute("property") ?? "")
      .split(/\s+/)
      .some((name) => names.test(name.replace(/^.*[:/#]/, ""))),
  )?.element;
}

function text(element: Element | undefined): string | undefined {
  return element ? valueOf(element) || undefined : undefined;
}

/** RDFa Lite (`property` in the body), as Drupal and library systems write it. */
export const rdfa: Source = {
  name: "rdfa",
  read(page) {
    if (page.properties.length === 0) return {};
    const author = find(page, /^(?:author|creator)$/);
    const date = find(page, /^(?:datePublished|issued|created|date)$/);
    const name = text(author);
    return {
      headline: text(find(page, /^headline$/)),
      authors: name === undefined ? [] : [{ name, url: author?.getAttribute("href") ?? null }],
      published: text(date),
      modified: text(find(page, /^(?:dateModified|modified)$/)),
      bylineElements: author ? [author] : [],
      dateElements: date ? [date] : [],
    };
  },
};
