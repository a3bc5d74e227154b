import { Readability } from "@mozilla/readability";

/** What Readability asks of a document when it looks for images. */
interface ImageSource {
  readonly createElement: (name: string) => Element;
  readonly getElementsByTagName: (name: string) => readonly Element[];
}

/** What Readability does and knows, under names that its types do not tell. */
interface ReadabilityItself {
  readonly _grabArticle: (this: unknown, page?: unknown) => Element | null;
  readonly _unwrapNoscriptImages: (this: unknown, document: ImageSource) => void;
  readonly REGEXPS: Readonly<
    Record<"commas" | "adWords" | "loadingWords" | "byline" | "hasContent" | "hashUrl", RegExp>
  >;
  readonly DIV_TO_P_ELEMS: ReadonlySet<string>;
  readonly PHRASING_ELEMS: readonly string[];
  readonly PRESENTATIONAL_ATTRIBUTES: readonly string[];
}

export const READABILITY = Readability.prototype as unknown as ReadabilityItself;
