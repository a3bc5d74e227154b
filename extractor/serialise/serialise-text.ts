import { addressOf, isBlockElement } from "../blocks.ts";
import { joinsWord } from "../edge-within-word.ts";
import { preformattedText } from "./preformatted-text.ts";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Block elements that follow each other on lines of their own, without a blank line between them. */
const LINE_TAGS = new Set(["li", "tr", "dt", "dd", "option"]);

/** A page may break a paragraph in two with this many `<br>`. */
const PARAGRAPH_BREAKS = 2;

type Gap = "none" | "line" | "paragraph";

interface Writer {
  readonly write: (text: string) => void;
  /** Links side by side that lead to different places are words apart, set so by their style. */
  readonly startLink: (address: string) => void;
  readonly endLink: (address: string) => void;
  /** A picture stands between words; what closes a sentence may follow it. */
  readonly picture: () => void;
  readonly gap: (gap: Gap) => void;
  readonly lineBreak: () => void;
  /** A paragraph of its own in which white space counts. */
  readonly verbatim: (text: string) => void;
  readonly text: () => string;
}

/**
 * The article as plain text: paragraphs, headings and lists separated by a blank line, list items and table rows on
 * lines of their own, cells separated by ` | `, `<pre>` as it stands.
 */
export function serialiseText(article: Element): string {
  const writer = createWriter();
  writeChildren(article, writer);
  return writer.text();
}

const VISIBLE = /\S/;
const INVISIBLE = /[\u00ad\u200b\ufeff]/g;
/** White space that is more than a single space or another than that (`\ufeff` is among it), and what is invisible. */
const UNFOLDED = /[^\S ]|\s\s|[\u00ad\u200b]/;

/** White space folded and trimmed; most lines have nothing to fold. */
function foldLine(line: string): string {
  const trimmed = line.trim();
  if (!UNFOLDED.test(trimmed)) return trimmed;
  return trimmed.replaceAll(INVISIBLE, "").replaceAll(/\s+/g, " ").trim();
}

function createWriter(): Writer {
  let out = "";
  let line = "";
  let pending: Gap = "none";
  let breaks = 0;
  let linkEnded: string | null = null;
  let afterPicture = false;
  const settle = (): void => {
    if (line === "") {
      return;
    }
    const folded = foldLine(line);
    line = "";
    if (folded === "") {
      return;
    }
    if (out !== "") {
      out += pending === "paragraph" ? "\n\n" : pending === "line" ? "\n" : "";
    }
    out += folded;
    pending = "none";
  };
  return {
    write: (text) => {
      if (breaks > 0 && VISIBLE.test(text)) {
        breaks = 0;
      }
      linkEnded = text === "" ? linkEnded : null;
      if (text !== "") {
        line += afterPicture && joinsWord(line, text) ? ` ${text}` : text;
        afterPicture = false;
      }
    },
    picture: () => {
      afterPicture = true;
    },
    startLink: (address) => {
      line += linkEnded !== null && linkEnded !== address ? " " : "";
    },
    endLink: (address) => {
      linkEnded = address;
    },
    gap: (gap) => {
      settle();
      breaks = 0;
      if (pending !== "paragraph") {
        pending = gap;
      }
    },
    lineBreak: () => {
      settle();
      breaks += 1;
      if (pending !== "paragraph") {
        pending = breaks >= PARAGRAPH_BREAKS ? "paragraph" : "line";
      }
    },
    verbatim: (text) => {
      settle();
      const lines = text.replace(/^(?:[ \t]*\n)+|\s+$/gu, "");
      if (lines !== "") {
        out += out === "" ? lines : `\n\n${lines}`;
        pending = "paragraph";
      }
    },
    text: () => {
      settle();
      return out;
    },
  };
}

function writeChildren(parent: Element, writer: Writer): void {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT_NODE) {
      writer.write((node as Text).data);
    } else if (node.nodeType === ELEMENT_NODE) {
      writeElement(node as Element, writer);
    }
  }
}

function writeElement(element: Element, writer: Writer): void {
  const tag = element.localName;
  if (tag === "br") {
    writer.lineBreak();
  } else if (tag === "img") {
    writer.picture();
  } else if (tag === "pre") {
    writer.verbatim(preformattedText(element));
  } else if (tag === "tr" && isDataRow(element)) {
    writeRow(element, writer);
  } else if (isBlockElement(element)) {
    const gap = LINE_TAGS.has(tag) || isNestedList(element) ? "line" : "paragraph";
    writer.gap(gap);
    writeChildren(element, writer);
    writer.gap(gap);
  } else if (tag === "a") {
    writer.startLink(addressOf(element));
    writeChildren(element, writer);
    writer.endLink(addressOf(element));
  } else {
    writeChildren(element, writer);
  }
}

function isNestedList(element: Element): boolean {
  return (
    (element.localName === "ul" || element.localName === "ol") && element.parentElement?.localName === "li"
  );
}

/** A row of cells with one line each is data, be the line a paragraph; a cell with several is layout. */
function isDataRow(row: Element): boolean {
  const cells = Array.from(row.children);
  return (
    cells.length > 1 &&
    cells.every((cell) => (cell.localName === "td" || cell.localName === "th") && isLine(cell))
  );
}

function isLine(cell: Element): boolean {
  let blocks = 0;
  for (const inner of cell.getElementsByTagName("*")) {
    blocks += isBlockElement(inner) ? 1 : 0;
    if (blocks > 1 || inner.localName === "br" || inner.localName === "pre") return false;
  }
  return blocks === 0 || !hasTextBeside(cell);
}

/** Text beside a block is another line. */
function hasTextBeside(cell: Element): boolean {
  const block = Array.from(cell.getElementsByTagName("*")).find((inner) => isBlockElement(inner));
  return VISIBLE.test((cell.textContent ?? "").replace(block?.textContent ?? "", ""));
}

function writeRow(row: Element, writer: Writer): void {
  writer.gap("line");
  const cells = Array.from(row.children, (cell) => (cell.textContent ?? "").replace(/\s+/gu, " ").trim());
  writer.write(cells.some((cell) => cell !== "") ? cells.join(" | ") : "");
  writer.gap("line");
}
