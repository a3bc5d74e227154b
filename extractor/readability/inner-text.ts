import type { TextMeasure } from "../dom/slim/text-measure.ts";
import { READABILITY } from "./readability-itself.ts";

const TEXT_NODE = 3;

/** A text that Readability asks the length of, and sometimes more: put together only where its letters matter. */
export class InnerText {
  declare readonly length: number;
  declare private readonly element: Element;
  declare private readonly commas: number;

  constructor(element: Element, { length, allCommas }: TextMeasure) {
    this.element = element;
    this.length = length;
    this.commas = allCommas;
  }

  /** Readability splits by commas alone, to count the parts. */
  split(separator: RegExp): { readonly length: number } {
    return separator === COMMAS ? { length: this.commas + 1 } : this.toString().split(separator);
  }

  search(pattern: RegExp): number {
    return this.toString().search(pattern);
  }

  toString(): string {
    return foldText(this.element.textContent ?? "");
  }
}

const { commas: COMMAS } = READABILITY.REGEXPS;

/** Longer than any word for advertisements or loading: of a longer text, no letter need be read. */
const LONGEST_LABEL = 20;

function onlyShort(pattern: RegExp): { readonly test: (text: InnerText | string) => boolean } {
  return { test: (text) => text.length <= LONGEST_LABEL && pattern.test(text.toString()) };
}

/** The expressions that it holds against texts. */
export const QUICK_REGEXPS = {
  ...READABILITY.REGEXPS,
  adWords: onlyShort(READABILITY.REGEXPS.adWords),
  loadingWords: onlyShort(READABILITY.REGEXPS.loadingWords),
};

/** Nothing but white space is below a node; most have a letter near their beginning. */
export function isBlank(node: Node): boolean {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE ? SOLID.test((child as Text).data) : !isBlank(child)) return false;
  }
  return true;
}

const SOLID = /\S/;

/** Reads elements' texts, and keeps the last answer for each: Readability asks a dozen times for the same. */
export function createTextReader(): (element: Element) => string {
  const known = new Map<Element, { readonly text: string; readonly folded: string }>();
  return (element) => {
    const text = element.textContent ?? "";
    const before = known.get(element);
    if (before?.text === text) return before.folded;
    const folded = foldText(text);
    known.set(element, { text, folded });
    return folded;
  };
}

function foldText(text: string): string {
  return text.trim().replaceAll(SPACE_RUNS, " ");
}

const SPACE_RUNS = /\s{2,}/g;
