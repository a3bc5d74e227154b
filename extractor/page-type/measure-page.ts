import type { Block } from "../blocks.ts";
import type { Metadata } from "../metadata/extract-metadata.ts";
import { measureClaims } from "./measure-claims.ts";
import { measureMarkup } from "./measure-markup.ts";
import { measureProse } from "./measure-prose.ts";
import { measureUrl } from "./measure-url.ts";
import { share } from "./page-tally.ts";

/** What of a page is measured; a `Page` has it all. */
export interface PageToMeasure {
  readonly body: Element;
  /** Every text block of the body. */
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
  readonly url: string | null;
}

/** Named numbers about a page; the model of page types reads nothing else. Every page has the same names in the same order. */
export type PageMeasures = Readonly<Record<string, number>>;

/** Everything that tells page types apart, as named numbers. Nothing in them identifies a site. */
export function measurePage({ body, blocks, metadata, url }: PageToMeasure): PageMeasures {
  const markup = measureMarkup(body, url);
  const prose = measureProse(blocks, markup["text"] ?? 0);
  const of = (name: string): number => markup[name] ?? 0;
  const paragraphs = prose["prose"] ?? 0;
  return {
    ...measureUrl(url),
    ...measureClaims(metadata),
    ...markup,
    ...prose,
    proseToLinks: share(paragraphs, of("a") + 1),
    headingsToProse: share(of("h2") + of("h3"), paragraphs + 1),
    pricesToProse: share(of("price"), paragraphs + 1),
    yearsToProse: share(of("years"), paragraphs + 1),
  };
}
