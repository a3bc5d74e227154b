import type { Metadata } from "../metadata/extract-metadata.ts";
import { measureClaims } from "./measure-claims.ts";
import { measureMarkup } from "./measure-markup.ts";
import { measureUrl } from "./measure-url.ts";

export interface PageToMeasure {
  /** The page as it was parsed, before anything was removed. */
  readonly document: Document;
  readonly metadata: Metadata;
  readonly url: string | null;
}

/** Named numbers about a page; the model of page types reads nothing else. */
export type PageMeasures = Readonly<Record<string, number>>;

/** Everything that tells page types apart, as named numbers. Nothing in them identifies a site. */
export function measurePage({ document, metadata, url }: PageToMeasure): PageMeasures {
  return { ...measureUrl(url), ...measureClaims(metadata), ...measureMarkup(document, url) };
}
