import type { PageIndex } from "./index-page.ts";

export interface RawPerson {
  /** As the page wrote it: it may hold several names, roles and prefixes. */
  readonly name: string;
  readonly url: string | null;
}

export interface RawImage {
  readonly url: string;
  readonly caption?: string | null;
  readonly credit?: string | null;
}

/** One step of the path from the front page to the article. */
export interface Step {
  readonly name: string;
  readonly url: string | null;
}

/** What one source says of the page, unjudged: raw strings, relative URLs, unsplit names. */
export interface SourceClaims {
  readonly type?: string | undefined;
  readonly headline?: string | undefined;
  readonly alternativeHeadline?: string | undefined;
  readonly description?: string | undefined;
  readonly section?: string | undefined;
  readonly trail?: readonly Step[] | undefined;
  readonly publisher?: string | undefined;
  readonly authors?: readonly RawPerson[] | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly dateline?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly language?: string | undefined;
  readonly canonical?: string | undefined;
  readonly images?: readonly RawImage[] | undefined;
  readonly free?: boolean | undefined;
  readonly body?: string | undefined;
  /** Every schema.org type that the source names anywhere on the page. */
  readonly types?: readonly string[] | undefined;
  readonly bylineElements?: readonly Element[] | undefined;
  readonly dateElements?: readonly Element[] | undefined;
}

/** One kind of source. `name` is what `fieldSources` shows. */
export interface Source {
  readonly name: string;
  read(page: PageIndex): SourceClaims;
}
