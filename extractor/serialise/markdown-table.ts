import type { MarkdownElement } from "./markdown-node.ts";
import { textOf } from "./markdown-node.ts";

/**
 * Tables of rows and columns become pipe tables (GitHub Flavored Markdown §4.10), lines and items in a cell set apart by `<br>`;
 * tables for layout give way to what is in their cells.
 */

/** A page may claim any number of columns; no table that is read has more. */
const MOST_COLUMNS = 50;

/** UTF-16 code units of a cell of several lines; one that holds more is a column of a page. */
const LONGEST_CELL = 600;

/** What no cell of data holds. */
const LAYOUT = new Set(["table", "pre", "blockquote"]);
const LINES = new Set(["p", "div", "ul", "ol", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6"]);
const HEADING = /^h[1-6]$/;

/** Writes what is in a cell. */
type CellWriter = (cell: MarkdownElement) => string;

/** The table with pipes, or null for one of layout. */
export function tableMarkdown(table: MarkdownElement, writeCell: CellWriter): string | null {
  const rows = rowsOf(table);
  if (!isData(rows)) {
    return null;
  }
  const lines = layOut(rows, writeCell);
  const width = Math.max(...lines.slice(0, MOST_ROWS_ASKED).map(({ length }) => length));
  const [head = [], ...body] = lines;
  while (head.length < width) {
    head.push("");
  }
  const rules = head.map((_, column) => RULES[alignmentOf(rows[0]?.[column]?.element)]);
  const captions = table.children.filter((child) => child.kind === "element" && child.tag === "caption");
  const caption = captions
    .map((child) => (child.kind === "element" ? writeCell(child).trim() : ""))
    .join(" ");
  const written = [head, rules, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `\n\n${caption === "" ? "" : `${caption}\n\n`}${written}\n\n`;
}

/** Rows that are wider than all of these lose what stands out. */
const MOST_ROWS_ASKED = 10_000;

/** The cells of each row that has any. */
function rowsOf(table: MarkdownElement): MarkdownElement[][] {
  const rows: MarkdownElement[][] = [];
  for (const child of table.children) {
    if (child.kind !== "element") continue;
    if (child.tag === "tr") {
      const cells = child.children.filter((cell) => cell.kind === "element");
      if (cells.length > 0) rows.push(cells);
    } else if (child.tag === "thead" || child.tag === "tbody" || child.tag === "tfoot") {
      for (const row of rowsOf(child)) rows.push(row);
    }
  }
  return rows;
}

function isData(rows: readonly (readonly MarkdownElement[])[]): boolean {
  return rows.some((cells) => cells.length > 1) && rows.every((cells) => cells.every(isCellOfData));
}

function isCellOfData(cell: MarkdownElement): boolean {
  const found = { lines: 0, hasHeading: false, isLayout: false };
  countLines(cell, found);
  if (found.isLayout || found.lines <= 1) {
    return !found.isLayout;
  }
  return !found.hasHeading && textOf(cell).length <= LONGEST_CELL;
}

function countLines(
  node: MarkdownElement,
  found: { lines: number; hasHeading: boolean; isLayout: boolean },
): void {
  for (const child of node.children) {
    if (child.kind !== "element") continue;
    found.lines += LINES.has(child.tag) ? 1 : 0;
    found.hasHeading ||= HEADING.test(child.tag);
    found.isLayout ||= LAYOUT.has(child.tag);
    countLines(child, found);
  }
}

/** Each row's cells in their columns: a cell that spans several has empty ones beside and below it. */
function layOut(rows: readonly (readonly MarkdownElement[])[], writeCell: CellWriter): string[][] {
  /** For each column, how many more rows are taken by a cell from above. */
  const taken: number[] = [];
  return rows.map((cells) => {
    const line: string[] = [];
    const passTaken = (): void => {
      while ((taken[line.length] ?? 0) > 0) {
        taken[line.length] = (taken[line.length] ?? 0) - 1;
        line.push("");
      }
    };
    for (const cell of cells) {
      passTaken();
      const below = spanOf(cell, "rowspan", rows.length) - 1;
      const columns = spanOf(cell, "colspan", MOST_COLUMNS);
      for (let column = 0; column < columns; column += 1) {
        taken[line.length] = below;
        line.push(column === 0 ? oneLine(writeCell(cell)) : "");
      }
    }
    passTaken();
    return line;
  });
}

function spanOf({ element }: MarkdownElement, name: string, most: number): number {
  const said = element.getAttribute(name);
  const span = said === null ? 1 : Number.parseInt(said, 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), most);
}

const RULES = { none: "---", left: ":---", center: ":---:", right: "---:" } as const;

function alignmentOf(cell: Element | undefined): keyof typeof RULES {
  const styled = /text-align\s*:\s*(\w+)/iu.exec(cell?.getAttribute("style") ?? "")?.[1];
  const said = (styled ?? cell?.getAttribute("align") ?? "").toLowerCase();
  return said === "left" || said === "center" || said === "right" ? said : "none";
}

/** The marks of lists, headings and rules, that stand for nothing in a line. */
const LINE_MARKS = /^[ \t]*(?:(?:[-*] {3}|\d+[.)] {2})[ \t]*)+|^#{1,6} |^___$/gm;

const MAY_HOLD_LINES = /[\n|]|^[-*#_\d]|\s\s/u;

function oneLine(content: string): string {
  const cell = content.trim();
  if (!MAY_HOLD_LINES.test(cell)) {
    return cell;
  }
  return cell
    .replaceAll(LINE_MARKS, "")
    .replaceAll(/\s*\n\s*/g, "<br>")
    .replaceAll(/\s+/gu, " ")
    .replaceAll("|", String.raw`\|`);
}
