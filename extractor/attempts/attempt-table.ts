import type { HideableAttribute, ReadabilityView } from "../readability/run-readability.ts";
import { runReadability } from "../readability/run-readability.ts";
import { hidesItself } from "../blocks.ts";
import { takeStatedBody } from "./stated-body.ts";
import { takeHeadedArticle, takeMarkedElement, takeProseElement, takeTextElement } from "./whole-element.ts";
import type { Attempt, AttemptInput, Candidate } from "./attempt.ts";

/** The first is Readability as it is; the others are asked only when it found too little, and the best-scored wins. */
export const ATTEMPTS: readonly Attempt[] = [
  {
    name: "readability",
    description: "Readability on the page without what the passes before pointed at",
    run: (input) => readability(input, {}),
  },
  {
    name: "unhide",
    description: "Readability with hidden wrappers shown: script moves or reveals them later",
    run: (input) =>
      hasHidden(input) ? readability(input, { hidesAttribute: isHiding, showsFallbacks: true }) : null,
  },
  {
    name: "ignore-names",
    description: "Readability without classes and ids, whose names may mislead it",
    run: (input) => readability(input, { hidesAttribute: isNaming }),
  },
  {
    name: "unhide-ignore-names",
    description: "Readability with hidden wrappers shown and without classes and ids",
    run: (input) =>
      hasHidden(input)
        ? readability(input, { hidesAttribute: (name, element) => isHiding(name, element) || isNaming(name) })
        : null,
  },
  {
    name: "headed-article",
    description: "the article element under the page's headline, of a page that says it is one article",
    run: takeHeadedArticle,
  },
  {
    name: "marked-element",
    description: "the element that the page marks as its content, whole",
    run: takeMarkedElement,
  },
  {
    name: "prose-element",
    description: "the smallest element that holds most of the page's prose, whole",
    run: takeProseElement,
  },
  {
    name: "stated-body",
    description: "the blocks whose text the page states as its article body",
    run: takeStatedBody,
  },
  {
    name: "text-element",
    description: "the marked element with the most text, or the body, for pages without paragraphs",
    run: takeTextElement,
  },
];

function readability(
  { page, skipped, createScratch }: AttemptInput,
  view: Pick<ReadabilityView, "root" | "hidesAttribute" | "showsFallbacks">,
): Candidate | null {
  const choice = runReadability(page, {
    ...view,
    scratch: createScratch(),
    skips: (element) => skipped.has(element),
  });
  return choice.blocks.size === 0 ? null : choice;
}

function hasHidden({ page, removed }: AttemptInput): boolean {
  return page.blocks.some((block) => block.hidden && !removed.has(block));
}

function isNaming(name: HideableAttribute): boolean {
  return name === "class" || name === "id";
}

function isHiding(name: HideableAttribute, element: Element): boolean {
  return name === "hidden" || name === "aria-hidden" || (name === "style" && hidesItself(element));
}
