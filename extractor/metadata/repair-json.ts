/**
 * Reads JSON that people and templates wrote by hand: wrapped in comments or CDATA, with raw line breaks in strings,
 * comments between the values, trailing or missing commas, unescaped, single or HTML-escaped quotes, keys without quotes,
 * missing values, several values in a row, or cut off at the end.
 * One pass, linear in the input.
 */
export function parseLooseJson(source: string): unknown[] {
  const text = unwrap(source);
  if (text === "") return [];
  try {
    return [JSON.parse(text)];
  } catch {
    return parseRepaired(text);
  }
}

/** Beyond this a block is data, not metadata; repairing it would cost more than it can bring. */
const LONGEST_REPAIR = 500_000;

function unwrap(source: string): string {
  let text = source.replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, "");
  text = text
    .replace(
      /^(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?|(?:\/\/|\/\*)?\s*(?:-->|\]\]>)\s*(?:\*\/)?$/g,
      "",
    )
    .trim();
  if (/^[[{]\s*&quot;/.test(text)) text = text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return text.replace(/;+$/, "");
}

function parseRepaired(text: string): unknown[] {
  if (text.length > LONGEST_REPAIR) return [];
  const start = text.search(/[[{]/);
  if (start < 0) return [];
  try {
    return JSON.parse(`[${repair(text.slice(start))}]`) as unknown[];
  } catch {
    return [];
  }
}

interface Cursor {
  readonly text: string;
  /** Whether it is written as scripts write objects: keys without quotes, or single ones. */
  readonly isScript: boolean;
  at: number;
  readonly out: string[];
}

/** As far as the end of a comment is looked for. */
const LONGEST_COMMENT = 200;
/** As far as a key's colon is looked for. */
const LONGEST_WORD = 60;
const COMMENTS = String.raw`(?:\/\/[^\n]*\n\s*|\/\*[^*]*\*\/\s*)*`;
/** A comma with the next value or key behind it, and comments between the two. */
const GOES_ON = new RegExp(String.raw`^,\s*${COMMENTS}(?:["{[\]}\d-]|true|false|null)`);
/** The same in what is written as a script's object: `{headline: 'x', author: 'y'}`. */
const SCRIPT_GOES_ON = new RegExp(String.raw`^,\s*${COMMENTS}(?:["'{[\]}\d-]|[\w@$]+\s*[:,\]}])`);
const SCRIPT_START = /^[[{\s]*(?:'|[A-Za-z_$][\w$]*\s*:)/;

/** A quote ends its string only where JSON could go on: before `,` `:` `}` `]` or the end. */
function endsString({ text, isScript }: Cursor, quote: number): boolean {
  let next = quote + 1;
  while (next < text.length && /\s/.test(text[next] ?? "")) next++;
  const char = text[next];
  if (char === undefined || char === ":" || char === "}" || char === "]") return true;
  if (char === "/") return /^\/[/*]/.test(text.slice(next, next + 2));
  if (char === ",")
    return (isScript ? SCRIPT_GOES_ON : GOES_ON).test(text.slice(next, next + LONGEST_COMMENT));
  // A missing comma: the quote stands at the end of its line and the next line begins a key.
  return char === '"' && text.slice(quote + 1, next).includes("\n");
}

function copyString(cursor: Cursor): void {
  const { text, out } = cursor;
  const quote = text[cursor.at];
  out.push('"');
  cursor.at++;
  for (; cursor.at < text.length; cursor.at++) {
    const char = text[cursor.at] ?? "";
    if (char === "\\") {
      const next = text[cursor.at + 1] ?? "";
      if (
        /["\\/bfnrt]/.test(next) ||
        (next === "u" && /^[\da-f]{4}/i.test(text.slice(cursor.at + 2, cursor.at + 6)))
      )
        out.push(char, next);
      else out.push(next === "\n" ? " " : next);
      cursor.at++;
    } else if (char === quote) {
      if (endsString(cursor, cursor.at)) break;
      out.push(char === '"' ? '\\"' : char);
    } else if (char === '"') {
      out.push('\\"');
    } else out.push(char < " " ? " " : char);
  }
  out.push('"');
  cursor.at++;
}

function lastSolid(out: readonly string[]): string {
  for (let i = out.length - 1; i >= 0; i--) if ((out[i] ?? "").trim() !== "") return out[i] ?? "";
  return "";
}

function dropTrailingComma(out: string[]): void {
  while (out.length > 0 && /^[\s,]*$/.test(out[out.length - 1] ?? "")) out.pop();
}

function skipComment(cursor: Cursor): boolean {
  const pair = cursor.text.slice(cursor.at, cursor.at + 2);
  if (pair !== "//" && pair !== "/*") return false;
  const end = cursor.text.indexOf(pair === "//" ? "\n" : "*/", cursor.at);
  cursor.at = end < 0 ? cursor.text.length : end + (pair === "//" ? 1 : 2);
  return true;
}

/** Copies a word that stands outside of any string: a value, or a key that lacks its quotes. */
function copyWord(cursor: Cursor): void {
  const word = /^[\w@$]+/.exec(cursor.text.slice(cursor.at, cursor.at + LONGEST_WORD))?.[0] ?? "";
  cursor.at += word.length;
  const isKey = /^\s*:/.test(cursor.text.slice(cursor.at, cursor.at + LONGEST_WORD));
  if (isKey) cursor.out.push(`"${word}"`);
  else cursor.out.push(/^(?:true|false|null)$/.test(word) ? word : "null");
}

function repair(text: string): string {
  const cursor: Cursor = { text, isScript: SCRIPT_START.test(text), at: 0, out: [] };
  const open: string[] = [];
  const { out } = cursor;
  while (cursor.at < text.length) {
    const char = text[cursor.at] ?? "";
    if (skipComment(cursor)) continue;
    const startsValue = char === '"' || (char === "'" && cursor.isScript) || char === "{" || char === "[";
    if (startsValue && /["}\]]$/.test(lastSolid(out))) out.push(",");
    if (char === '"' || (char === "'" && cursor.isScript)) {
      copyString(cursor);
      continue;
    }
    if (/[A-Za-z_$]/.test(char) && !/[\d.]$/.test(lastSolid(out))) {
      copyWord(cursor);
      continue;
    }
    // A template's value that was empty.
    if (/[,}]/.test(char) && lastSolid(out) === ":") out.push("null");
    if (char === "{" || char === "[") open.push(char === "{" ? "}" : "]");
    if (char === "}" || char === "]") {
      dropTrailingComma(out);
      if (open.pop() !== char) break;
    }
    const doubled = char === "," && /^[,[{]?$/.test(lastSolid(out));
    if (!doubled && !(char === ";" && open.length === 0)) out.push(char);
    cursor.at++;
  }
  dropTrailingComma(out);
  if (lastSolid(out) === ":") out.push("null");
  return out.join("") + open.toReversed().join("");
}
