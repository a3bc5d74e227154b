import type { Block } from "./blocks.ts";
import { findHeadline } from "./find-headline.ts";
import { listBlocks } from "./list-blocks.ts";
import type { BlockList, ElementSpan } from "./list-blocks.ts";
import type { Metadata } from "./metadata/extract-metadata.ts";

/** A parsed page as the passes see it. Nothing in it changes: what stays is decided beside it, in a Selection. */
export interface Page extends BlockList {
  readonly document: Document;
  readonly body: Element;
  readonly url: string | null;
  readonly metadata: Metadata;
  /** The block that shows the headline, or null. */
  readonly headline: Block | null;
  /** The blocks below an element, in document order. */
  readonly blocksIn: (element: Element) => readonly Block[];
  /** Where they stand among all blocks; null for an element without any. */
  readonly spanOf: (element: Element) => ElementSpan | null;
}

export interface PageInput {
  readonly document: Document;
  readonly url: string | null;
  readonly metadata: Metadata;
}

/** Reads a document into blocks. */
export function readPage({ document, url, metadata }: PageInput): Page {
  const body = document.body ?? document.documentElement;
  const { blocks, homes, spans } = listBlocks(body);
  const spanOf = new Map<Element, ElementSpan>();
  for (const span of spans) {
    spanOf.set(span.element, span);
  }
  return {
    document,
    body,
    url,
    metadata,
    blocks,
    homes,
    spans,
    headline: findHeadline(blocks, metadata.facts.headline),
    blocksIn: (element) => {
      const span = spanOf.get(element);
      return span === undefined ? [] : blocks.slice(span.first, span.last + 1);
    },
    spanOf: (element) => spanOf.get(element) ?? null,
  };
}
