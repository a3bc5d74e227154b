import { listBlocks } from "./blocks.ts";
import type { Block } from "./blocks.ts";
import { findHeadline } from "./find-headline.ts";
import type { Metadata } from "./metadata/extract-metadata.ts";

/** A parsed page as the passes see it. Nothing in it changes: what stays is decided beside it, in a Selection. */
export interface Page {
  readonly document: Document;
  readonly body: Element;
  readonly url: string | null;
  readonly metadata: Metadata;
  /** Every text block of the body, in document order. */
  readonly blocks: readonly Block[];
  /** The block that shows the headline, or null. */
  readonly headline: Block | null;
  /** The blocks below an element, in document order. */
  readonly blocksIn: (element: Element) => readonly Block[];
  /** Where they stand among all blocks; null for an element without any. */
  readonly spanOf: (element: Element) => BlockSpan | null;
}

/** Neighbouring blocks, by their index, first and last. */
export interface BlockSpan {
  readonly first: number;
  readonly last: number;
}

export interface PageInput {
  readonly document: Document;
  readonly url: string | null;
  readonly metadata: Metadata;
}

/** Reads a document into blocks. */
export function readPage({ document, url, metadata }: PageInput): Page {
  const body = document.body ?? document.documentElement;
  const blocks = listBlocks(body);
  const ranges = blockRanges(blocks, body);
  return {
    document,
    body,
    url,
    metadata,
    blocks,
    headline: findHeadline(blocks, metadata.facts.headline),
    blocksIn: (element) => {
      const range = ranges.get(element);
      return range === undefined ? [] : blocks.slice(range.first, range.last + 1);
    },
    spanOf: (element) => ranges.get(element) ?? null,
  };
}

interface BlockRange {
  readonly first: number;
  last: number;
}

/** Blocks stand in document order, so those of one element are neighbours: first and last say it all. */
function blockRanges(blocks: readonly Block[], body: Element): Map<Element, BlockRange> {
  const ranges = new Map<Element, BlockRange>();
  for (const block of blocks) {
    for (let up: Element | null = block.element; up !== null; up = up === body ? null : up.parentElement) {
      const range = ranges.get(up);
      if (range === undefined) {
        ranges.set(up, { first: block.index, last: block.index });
      } else {
        range.last = block.index;
      }
    }
  }
  return ranges;
}
