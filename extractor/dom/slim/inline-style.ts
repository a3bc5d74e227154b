/** The part of CSSStyleDeclaration that tells whether an element is shown. Absent properties are "". */
export interface InlineStyle {
  readonly display: string;
  readonly visibility: string;
  readonly cssText: string;
  getPropertyValue(name: string): string;
}

const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;
/** `name: value` up to the next semicolon that is not in quotes or parentheses. */
const DECLARATION = /([-\w]+)\s*:((?:[^;"'()]|"[^"]*"|'[^']*'|\([^)]*\))*)(?:;|$)/g;
const SHOWS_OR_HIDES = /display|visibility/i;
const NO_VALUES: ReadonlyMap<string, string> = new Map();
const IMPORTANT = /\s*!\s*important\s*$/i;
const VISIBILITIES: ReadonlySet<string> = new Set([
  "visible",
  "hidden",
  "collapse",
  "inherit",
  "initial",
  "unset",
  "revert",
]);
/** Display keywords (CSS Display 3 §2); a declaration with another value does not count. */
const DISPLAY =
  /^(?:none|contents|(?:(?:block|inline|run-in|flow|flow-root|table|flex|grid|ruby|list-item)(?:\s+|$))+|inline-(?:block|flex|grid|table)|table-[a-z-]+|ruby-[a-z-]+|inherit|initial|unset|revert|revert-layer|-webkit-[a-z-]+)$/;

/** Reads a `style` attribute. The last valid declaration of a property wins; one that is important beats others. */
export function readInlineStyle(cssText: string): InlineStyle {
  // Most styles say nothing of visibility, and every element is asked: look before reading.
  const values = SHOWS_OR_HIDES.test(cssText) ? readDeclarations(cssText) : NO_VALUES;
  return {
    display: values.get("display") ?? "",
    visibility: values.get("visibility") ?? "",
    cssText,
    getPropertyValue: (name) => readDeclarations(cssText).get(name) ?? "",
  };
}

function readDeclarations(cssText: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const important = new Set<string>();
  for (const [, rawName = "", rawValue = ""] of cssText.replaceAll(COMMENT, " ").matchAll(DECLARATION)) {
    const name = rawName.toLowerCase();
    const isImportant = IMPORTANT.test(rawValue);
    const value = rawValue.replace(IMPORTANT, "").trim();
    if (value === "" || !isValid(name, value.toLowerCase()) || (important.has(name) && !isImportant))
      continue;
    if (isImportant) important.add(name);
    values.set(name, name === "display" || name === "visibility" ? value.toLowerCase() : value);
  }
  return values;
}

function isValid(name: string, value: string): boolean {
  if (name === "display") return DISPLAY.test(value);
  if (name === "visibility") return VISIBILITIES.has(value);
  return true;
}

export const NO_STYLE: InlineStyle = Object.freeze(readInlineStyle(""));
