import type { Block } from "../blocks.ts";
import { commonAncestor } from "../build-article.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import type { Body } from "./pass.ts";

/** How an element is set: elements of one signature look alike. */
export interface Signature {
  readonly tag: string;
  readonly classes: string;
}

/** What the paragraphs of this article look like, to tell others from them. */
export interface BodyShape {
  /** The paragraphs that are surely the article, in order. */
  readonly prose: readonly Block[];
  /** The deepest element that holds them all. */
  readonly container: Element;
  /** The same, but around a single one what it stands in. */
  readonly holder: Element;
  /** Element and class of most of them; null without any. */
  readonly signature: Signature | null;
  readonly first: Block | undefined;
  readonly last: Block | undefined;
}

export function shapeOf(page: Page, body: Body): BodyShape {
  const prose = body.kept.filter((block) => isProse(block));
  const container = commonAncestor(
    prose.map((block) => block.element),
    page.body,
  );
  const isOnly = prose.length === 1 && prose[0]?.whole === true && container !== page.body;
  return {
    prose,
    container,
    holder: (isOnly ? container.parentElement : null) ?? container,
    signature: mostCommon(prose),
    first: prose[0],
    last: prose.at(-1),
  };
}

/** The signature of most blocks; of several, that of the first. */
function mostCommon(blocks: readonly Block[]): Signature | null {
  const counted = new Map<string, { readonly signature: Signature; count: number }>();
  let its: { readonly signature: Signature; count: number } | undefined;
  for (const { element } of blocks) {
    // Paragraphs in a row are mostly set alike.
    if (its === undefined || !isSetSo(element, its.signature)) {
      const signature = { tag: element.localName, classes: element.getAttribute("class") ?? "" };
      const key = `${signature.tag}.${signature.classes}`;
      its = counted.get(key) ?? { signature, count: 0 };
      counted.set(key, its);
    }
    its.count += 1;
  }
  let most: typeof its;
  for (const one of counted.values()) {
    most = most === undefined || one.count > most.count ? one : most;
  }
  return most?.signature ?? null;
}

/** Whether an element is of a signature: nothing is put together to compare. */
export function isSetSo(element: Element, signature: Signature | null): boolean {
  return (
    signature !== null &&
    element.localName === signature.tag &&
    (element.getAttribute("class") ?? "") === signature.classes
  );
}
