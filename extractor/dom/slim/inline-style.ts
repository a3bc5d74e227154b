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
  const values = new Map<string, { readonly value: string; readonly important: boolean }>();
  for (const [, rawName = "", rawValue = ""] of cssText.replaceAll(COMMENT, " ").matchAll(DECLARATION)) {
    const name = rawName.toLowerCase();
    const important = IMPORTANT.test(rawValue);
    const value = rawValue.replace(IMPORTANT, "").trim();
    if (value === "" || !isValid(name, value.toLowerCase())) continue;
    if (!important && values.get(name)?.important === true) continue;
    values.set(name, {
      value: name === "display" || name === "visibility" ? value.toLowerCase() : value,
      important,
    });
  }
  const get = (name: string): string => values.get(name)?.value ?? "";
  return { display: get("display"), visibility: get("visibility"), cssText, getPropertyValue: get };
}

function isValid(name: string, value: string): boolean {
  if (name === "display") return DISPLAY.test(value);
  if (name === "visibility") return VISIBILITIES.has(value);
  return true;
}

export const NO_STYLE: InlineStyle = Object.freeze(readInlineStyle(""));
