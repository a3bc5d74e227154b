import type { BlockType, Extraction } from "../../types.ts";
import { extractPage, type ExtractOptions } from "../extract.ts";
import { listText } from "../ledger.ts";
import { judgeText } from "../text-mode/extract-text.ts";

/** A stretch of a page's text as `explain` shows it. */
export type AccountEntry =
  | { readonly kept: true; readonly role: "text" | "heading" | "item"; readonly text: string }
  | {
      readonly kept: false;
      readonly type: BlockType;
      readonly rule: string;
      /** Where it stood: an element's path, or a line. */
      readonly path: string;
      readonly text: string;
    };

/** All of a page's text in order, kept and removed, with what was made of it. */
export interface Account {
  readonly extraction: Extraction;
  readonly entries: readonly AccountEntry[];
}

/** A page as HTML, or as plain text. */
export type AccountInput =
  | { readonly html: string; readonly url: string | null }
  | { readonly text: string; readonly url: string | null };

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const ITEMS = new Set(["li", "dt", "dd"]);

/** Extracts a page and accounts for all of its text. */
export function accountFor(input: AccountInput, options: ExtractOptions = {}): Account {
  return "html" in input ? accountForHtml(input, options) : accountForText(input, options);
}

function accountForHtml(input: { html: string; url: string | null }, options: ExtractOptions): Account {
  const { extraction, page, selection } = extractPage(input, options);
  const entries = listText(page, selection).map((entry): AccountEntry => {
    if (!entry.kept) {
      return entry;
    }
    const role = HEADINGS.has(entry.tag) ? "heading" : ITEMS.has(entry.tag) ? "item" : "text";
    return { kept: true, role, text: entry.text };
  });
  return { extraction, entries };
}

function accountForText(input: { text: string; url: string | null }, options: ExtractOptions): Account {
  const { extraction, stretches } = judgeText(input, options);
  const entries = stretches.map(({ line, text, reason }): AccountEntry =>
    reason === null
      ? { kept: true, role: "text", text }
      : { kept: false, type: reason.type, rule: reason.rule, path: `line ${line.number}`, text },
  );
  return { extraction, entries };
}
