import { eachElement } from "./collect.ts";
import { ELEMENT_NODE, type SlimNode } from "./node.ts";
import { parseSelector } from "./parse-selector.ts";
import type { ComplexSelector, Compound, SelectorList, SimpleSelector } from "./selector-ast.ts";
import { ANY_TAG_BITS, bitOfTag } from "./tag-bits.ts";

/** What a selector asks of an element. */
export interface Matchable extends SlimNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
}

type Predicate = (element: Matchable, scope: SlimNode) => boolean;

export interface CompiledSelector {
  readonly matches: Predicate;
  /** The tag bits that a matching element has one of. */
  readonly bits: number;
}

/** Selectors come from code, not from pages, so there are few; the bound only guards against a mistake. */
const MAX_CACHED_SELECTORS = 2000;
const compiled = new Map<string, CompiledSelector>();

/** Parses and compiles a selector list; each text once. Throws a DOMException named SyntaxError. */
export function compileSelector(text: string): CompiledSelector {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const selector = compileList(parseSelector(text));
  if (compiled.size >= MAX_CACHED_SELECTORS) compiled.clear();
  compiled.set(text, selector);
  return selector;
}

function compileList(list: SelectorList): CompiledSelector {
  const tags = list.map(tagOnly);
  if (tags.every((tag) => tag !== null)) {
    const names = new Set(tags);
    const bits = tags.reduce((all, tag) => all | bitOfTag(tag), 0);
    const [only] = tags;
    return names.size === 1
      ? { matches: (element) => element.localName === only, bits }
      : { matches: (element) => names.has(element.localName), bits };
  }
  const predicates = list.map(compileComplex);
  return {
    matches: anyOf(predicates),
    bits: list.reduce((all, complex) => all | bitsOf(complex), 0),
  };
}

function anyOf(predicates: readonly Predicate[]): Predicate {
  const [only] = predicates;
  if (predicates.length === 1 && only !== undefined) return only;
  return (element, scope) => {
    for (const predicate of predicates) if (predicate(element, scope)) return true;
    return false;
  };
}

function tagOnly(complex: ComplexSelector): string | null {
  const [simple, ...others] = complex.length === 1 ? (complex[0]?.simples ?? []) : [];
  if (simple?.kind !== "tag" || others.length > 0 || simple.name === "*") return null;
  return simple.name.toLowerCase() === simple.name ? simple.name : null;
}

function bitsOf(complex: ComplexSelector): number {
  const last = complex.at(-1);
  for (const simple of last?.simples ?? []) {
    if (simple.kind === "tag" && simple.name !== "*") return bitOfTag(simple.name.toLowerCase());
  }
  return ANY_TAG_BITS;
}

/** Right to left: the last compound first, then what must stand before or above it. */
function compileComplex(complex: ComplexSelector): Predicate {
  let left: Predicate | null = null;
  for (const compound of complex) {
    const here = compileCompound(compound);
    left = left === null || compound.combinator === null ? here : combine(left, compound.combinator, here);
  }
  return left ?? (() => false);
}

function combine(
  left: Predicate,
  combinator: NonNullable<Compound["combinator"]>,
  here: Predicate,
): Predicate {
  switch (combinator) {
    case ">":
      return (element, scope) => {
        if (!here(element, scope)) return false;
        const parent = parentElementOf(element);
        return parent !== null && left(parent, scope);
      };
    case " ":
      return (element, scope) => {
        if (!here(element, scope)) return false;
        for (let above = parentElementOf(element); above !== null; above = parentElementOf(above)) {
          if (left(above, scope)) return true;
        }
        return false;
      };
    case "+":
      return (element, scope) => {
        if (!here(element, scope)) return false;
        const previous = element.previousElementSibling as Matchable | null;
        return previous !== null && left(previous, scope);
      };
    case "~":
      return (element, scope) => {
        if (!here(element, scope)) return false;
        let previous = element.previousElementSibling as Matchable | null;
        for (; previous !== null; previous = previous.previousElementSibling as Matchable | null) {
          if (left(previous, scope)) return true;
        }
        return false;
      };
  }
}

function compileCompound(compound: Compound): Predicate {
  const predicates = compound.simples.map(compileSimple);
  const [first, second] = predicates;
  if (predicates.length === 1 && first !== undefined) return first;
  if (predicates.length === 2 && first !== undefined && second !== undefined) {
    return (element, scope) => first(element, scope) && second(element, scope);
  }
  return (element, scope) => predicates.every((predicate) => predicate(element, scope));
}

function compileSimple(simple: SimpleSelector): Predicate {
  switch (simple.kind) {
    case "tag":
      return compileTag(simple.name);
    case "id":
      return (element) => element.getAttribute("id") === simple.id;
    case "class":
      return (element) => hasWord(element.getAttribute("class"), simple.name);
    case "attribute":
      return compileAttribute(simple);
    case "any-of": {
      const { matches } = compileList(simple.list);
      return simple.negated ? (element, scope) => !matches(element, scope) : matches;
    }
    case "has":
      return compileHas(simple.list);
    case "nth":
      return (element) => isNth(indexOf(element, simple), simple.step, simple.offset);
    case "only-child":
      return (element) =>
        indexOf(element, { fromEnd: false, ofType: simple.ofType }) === 1 &&
        indexOf(element, { fromEnd: true, ofType: simple.ofType }) === 1;
    case "state":
      return compileState(simple.name);
  }
}

function compileTag(name: string): Predicate {
  if (name === "*") return () => true;
  const lower = name.toLowerCase();
  return (element) => element.localName === lower || element.localName === name;
}

function compileAttribute(simple: Extract<SimpleSelector, { kind: "attribute" }>): Predicate {
  const { name, operator, value, ignoreCase } = simple;
  const test = attributeTest(operator, value);
  return (element) => {
    const actual = element.getAttribute(name);
    return actual !== null && test(ignoreCase ? actual.toLowerCase() : actual);
  };
}

function attributeTest(
  operator: Extract<SimpleSelector, { kind: "attribute" }>["operator"],
  value: string,
): (actual: string) => boolean {
  switch (operator) {
    case "exists":
      return () => true;
    case "=":
      return (actual) => actual === value;
    case "~=":
      return (actual) => value !== "" && hasWord(actual, value);
    case "|=":
      return (actual) => actual === value || actual.startsWith(`${value}-`);
    case "^=":
      return (actual) => value !== "" && actual.startsWith(value);
    case "$=":
      return (actual) => value !== "" && actual.endsWith(value);
    case "*=":
      return (actual) => value !== "" && actual.includes(value);
  }
}

/** `:has()`: each relative selector is anchored at the element, which stands in for its missing left side. */
function compileHas(list: SelectorList): Predicate {
  const searches = list.map((complex) => {
    const sideways = complex[0]?.combinator === "+" || complex[0]?.combinator === "~";
    const anchored = [
      { simples: [{ kind: "state", name: "scope" }], combinator: null } as Compound,
      ...complex,
    ];
    return { sideways, matches: compileComplex(anchored), bits: bitsOf(complex) };
  });
  return (element) =>
    searches.some(({ sideways, matches, bits }) => {
      const test = (inner: SlimNode): boolean => matches(inner as Matchable, element);
      if (!sideways) return someBelow(element, bits, test);
      for (let next = element.nextElementSibling; next !== null; next = next.nextElementSibling) {
        if (test(next) || someBelow(next, bits, test)) return true;
      }
      return false;
    });
}

function someBelow(root: SlimNode, bits: number, test: (element: SlimNode) => boolean): boolean {
  let found = false;
  eachElement(root, bits, (element) => (found = test(element)));
  return found;
}

function compileState(name: Extract<SimpleSelector, { kind: "state" }>["name"]): Predicate {
  switch (name) {
    case "empty":
      return (element) => {
        for (let child = element.firstChild; child !== null; child = child.nextSibling) {
          if (child.nodeType === ELEMENT_NODE || child.textContent !== "") {
            if (child.nodeType === ELEMENT_NODE || child.nodeName === "#text") return false;
          }
        }
        return true;
      };
    case "root":
      return (element) => element.parentNode !== null && element.parentNode.nodeName === "#document";
    case "scope":
      return (element, scope) =>
        element === scope || (scope.nodeType !== ELEMENT_NODE && element.parentNode === scope);
    case "link":
      return (element) =>
        (element.localName === "a" || element.localName === "area") && element.getAttribute("href") !== null;
    case "checked":
      return (element) =>
        element.getAttribute(element.localName === "option" ? "selected" : "checked") !== null;
    case "disabled":
      return (element) => element.getAttribute("disabled") !== null;
  }
}

function parentElementOf(element: Matchable): Matchable | null {
  const parent = element.parentNode;
  return parent !== null && parent.nodeType === ELEMENT_NODE ? (parent as unknown as Matchable) : null;
}

/** Whether a space-separated list holds a word. */
export function hasWord(list: string | null, word: string): boolean {
  if (list === null) return false;
  if (list === word) return word !== "";
  let at = list.indexOf(word);
  while (at >= 0) {
    const end = at + word.length;
    if (
      (at === 0 || isSpace(list.charCodeAt(at - 1))) &&
      (end === list.length || isSpace(list.charCodeAt(end)))
    ) {
      return word !== "";
    }
    at = list.indexOf(word, at + 1);
  }
  return false;
}

/** ASCII white space (Infra Standard): space, tab, LF, FF, CR. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
}

/** 1-based position among the siblings. */
function indexOf(element: Matchable, among: { readonly fromEnd: boolean; readonly ofType: boolean }): number {
  let index = 1;
  let sibling: SlimNode | null = element;
  for (;;) {
    sibling = among.fromEnd ? sibling.nextElementSibling : sibling.previousElementSibling;
    if (sibling === null) return index;
    if (!among.ofType || (sibling as Matchable).localName === element.localName) index++;
  }
}

function isNth(index: number, step: number, offset: number): boolean {
  if (step === 0) return index === offset;
  return (index - offset) % step === 0 && (index - offset) / step >= 0;
}
