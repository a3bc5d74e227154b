import type { Block } from "../blocks.ts";
import { commonAncestor } from "../build-article.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import type { Body } from "./pass.ts";

/** What the paragraphs of this article look like, to tell others from them. */
export interface BodyShape {
  /** The paragraphs that are surely the article, in order. */
  readonly prose: readonly Block[];
  /** The deepest element that holds them all. */
  readonly container: Element;
  /** Element and class of most of them. */
  readonly signature: string;
  readonly first: Block | undefined;
  readonly last: Block | undefined;
}

export function shapeOf(page: Page, body: Body): BodyShape {
  const prose = body.kept.filter((block) => isProse(block));
  const counts = new Map<string, number>();
  for (const block of prose) {
    const signature = signatureOf(block.element);
    counts.set(signature, (counts.get(signature) ?? 0) + 1);
  }
  return {
    prose,
    container: commonAncestor(
      prose.map((block) => block.element),
      page.body,
    ),
    signature: [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "",
    first: prose[0],
    last: prose.at(-1),
  };
}

/** Elements of one signature are set alike. */
export function signatureOf(element: Element): string {
  return `${element.localName}.${element.getAttribute("class") ?? ""}`;
}
