import type {
  AttributeOperator,
  Combinator,
  ComplexSelector,
  Compound,
  SelectorList,
  SimpleSelector,
} from "./selector-ast.ts";

/** CSS Syntax §4.2: an identifier with its escapes. */
const IDENTIFIER =
  /(?:--|-?(?:[a-z_]|[^\0-\x7f]|\\(?:[0-9a-f]{1,6}\s?|[^0-9a-f\n])))(?:[\w-]|[^\0-\x7f]|\\(?:[0-9a-f]{1,6}\s?|[^0-9a-f\n]))*|--/iy;
/** A hash may begin with a digit only when it is escaped; pages' ids often do, so digits are let in. */
const HASH_NAME = /(?:[\w-]|[^\0-\x7f]|\\(?:[0-9a-f]{1,6}\s?|[^0-9a-f\n]))+/iy;
const SPACE = /\s*/y;
const COMBINATOR = /\s*([>+~])\s*|\s+(?=[^\s,)])/y;
const ATTRIBUTE_OPERATOR = /\s*([~|^$*]?=)\s*/y;
const STRING = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y;
const NTH = /\s*(?:(odd|even)|([+-]?\d*)n(?:\s*([+-])\s*(\d+))?|([+-]?\d+))\s*\)/iy;
const ESCAPE = /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi;

/** Attributes whose values HTML compares without case in selectors (HTML Standard §4.17.2). */
const CASELESS_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    "accept accept-charset align alink axis bgcolor charset checked clear codetype color compact declare defer dir " +
    "direction disabled enctype face frame hreflang http-equiv lang language link media method multiple nohref noresize " +
    "noshade nowrap readonly rel rev rules scope scrolling selected shape target text type valign valuetype vlink"
  ).split(" "),
);

const FIXED_NTH: Readonly<Record<string, { readonly fromEnd: boolean; readonly ofType: boolean }>> = {
  "first-child": { fromEnd: false, ofType: false },
  "last-child": { fromEnd: true, ofType: false },
  "first-of-type": { fromEnd: false, ofType: true },
  "last-of-type": { fromEnd: true, ofType: true },
};

const OPEN_NTH: Readonly<Record<string, { readonly fromEnd: boolean; readonly ofType: boolean }>> = {
  "nth-child": { fromEnd: false, ofType: false },
  "nth-last-child": { fromEnd: true, ofType: false },
  "nth-of-type": { fromEnd: false, ofType: true },
  "nth-last-of-type": { fromEnd: true, ofType: true },
};

/** Where the parser stands in the selector's text. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** Parses a selector list. Throws a DOMException named SyntaxError, as `querySelector` does. */
export function parseSelector(text: string): SelectorList {
  const cursor: Cursor = { text, at: 0 };
  const list = parseList(cursor, "first");
  if (cursor.at < text.length) throw syntaxError(cursor);
  return list;
}

function parseList(cursor: Cursor, position: "first" | "relative"): SelectorList {
  const list: ComplexSelector[] = [];
  do {
    take(cursor, SPACE);
    list.push(parseComplex(cursor, position));
    take(cursor, SPACE);
  } while (skip(cursor, ","));
  return list;
}

function parseComplex(cursor: Cursor, position: "first" | "relative"): ComplexSelector {
  const compounds: Compound[] = [];
  let combinator: Combinator | null = null;
  if (position === "relative") combinator = (take(cursor, COMBINATOR)?.[1] as Combinator | undefined) ?? " ";
  for (;;) {
    compounds.push({ simples: parseCompound(cursor), combinator });
    const match = take(cursor, COMBINATOR);
    if (match === null) return compounds;
    combinator = (match[1] as Combinator | undefined) ?? " ";
  }
}

function parseCompound(cursor: Cursor): readonly SimpleSelector[] {
  const simples: SimpleSelector[] = [];
  if (skip(cursor, "*")) simples.push({ kind: "tag", name: "*" });
  else {
    const tag = take(cursor, IDENTIFIER);
    if (tag !== null) simples.push({ kind: "tag", name: unescape(tag[0]) });
  }
  for (;;) {
    if (skip(cursor, "#")) simples.push({ kind: "id", id: unescape(demand(cursor, HASH_NAME)[0]) });
    else if (skip(cursor, "."))
      simples.push({ kind: "class", name: unescape(demand(cursor, IDENTIFIER)[0]) });
    else if (skip(cursor, "[")) simples.push(parseAttribute(cursor));
    else if (skip(cursor, ":")) simples.push(parsePseudo(cursor));
    else break;
  }
  if (simples.length === 0) throw syntaxError(cursor);
  return simples;
}

function parseAttribute(cursor: Cursor): SimpleSelector {
  take(cursor, SPACE);
  const name = unescape(demand(cursor, IDENTIFIER)[0]).toLowerCase();
  const operator = take(cursor, ATTRIBUTE_OPERATOR);
  let value = "";
  let ignoreCase = CASELESS_ATTRIBUTES.has(name);
  if (operator === null) take(cursor, SPACE);
  else {
    const quoted = take(cursor, STRING);
    value = unescape(quoted === null ? demand(cursor, IDENTIFIER)[0] : (quoted[1] ?? quoted[2] ?? ""));
    take(cursor, SPACE);
    if (skip(cursor, "i") || skip(cursor, "I")) ignoreCase = true;
    else if (skip(cursor, "s") || skip(cursor, "S")) ignoreCase = false;
    take(cursor, SPACE);
  }
  if (!skip(cursor, "]")) throw syntaxError(cursor);
  return {
    kind: "attribute",
    name,
    operator: (operator?.[1] as AttributeOperator | undefined) ?? "exists",
    value: ignoreCase ? value.toLowerCase() : value,
    ignoreCase,
  };
}

function parsePseudo(cursor: Cursor): SimpleSelector {
  const name = demand(cursor, IDENTIFIER)[0].toLowerCase();
  const fixed = FIXED_NTH[name];
  if (fixed !== undefined) return { kind: "nth", step: 0, offset: 1, ...fixed };
  const open = OPEN_NTH[name];
  if (open !== undefined) {
    if (!skip(cursor, "(")) throw syntaxError(cursor);
    return { kind: "nth", ...readNth(demand(cursor, NTH)), ...open };
  }
  switch (name) {
    case "only-child":
    case "only-of-type":
      return { kind: "only-child", ofType: name === "only-of-type" };
    case "empty":
    case "root":
    case "scope":
    case "link":
    case "checked":
    case "disabled":
      return { kind: "state", name };
    case "not":
    case "is":
    case "where":
      return { kind: "any-of", negated: name === "not", list: parseArguments(cursor, "first") };
    case "has":
      return { kind: "has", list: parseArguments(cursor, "relative") };
    default:
      throw syntaxError(cursor);
  }
}

function parseArguments(cursor: Cursor, position: "first" | "relative"): SelectorList {
  if (!skip(cursor, "(")) throw syntaxError(cursor);
  const list = parseList(cursor, position);
  if (!skip(cursor, ")")) throw syntaxError(cursor);
  return list;
}

/** `an+b` (Selectors §"The An+B microsyntax"). */
function readNth(match: RegExpExecArray): { readonly step: number; readonly offset: number } {
  const [, word, step, sign, offset, plain] = match;
  if (word !== undefined) return { step: 2, offset: word.toLowerCase() === "odd" ? 1 : 0 };
  if (plain !== undefined) return { step: 0, offset: Number(plain) };
  const factor = step === "" || step === "+" ? 1 : step === "-" ? -1 : Number(step);
  return { step: factor, offset: offset === undefined ? 0 : Number(`${sign}${offset}`) };
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match !== null) cursor.at += match[0].length;
  return match;
}

function demand(cursor: Cursor, pattern: RegExp): RegExpExecArray {
  const match = take(cursor, pattern);
  if (match === null) throw syntaxError(cursor);
  return match;
}

function skip(cursor: Cursor, character: string): boolean {
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at++;
  return true;
}

function unescape(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replaceAll(ESCAPE, (_, hex: string | undefined, character: string | undefined) =>
    hex === undefined ? (character ?? "") : String.fromCodePoint(Number.parseInt(hex, 16) || 0xfffd),
  );
}

function syntaxError(cursor: Cursor): DOMException {
  return new DOMException(`'${cursor.text}' is not a valid selector (at ${cursor.at})`, "SyntaxError");
}
