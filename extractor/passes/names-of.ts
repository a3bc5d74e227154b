import type { ElementSpan } from "../list-blocks.ts";
import { readNames } from "./read-names.ts";
import type { Names, NameSet } from "./read-names.ts";

/** What an element with blocks is called. The finders ask of the same few around each block: it is kept where nothing is looked up. */
export function namesOf(span: ElementSpan): Names {
  return (span.names ??= readNames(span.element));
}

/** True for an element whose class or id has one of a set's words. */
export function isCalled(span: ElementSpan, set: NameSet): boolean {
  return (namesOf(span).sets & set) !== 0;
}
