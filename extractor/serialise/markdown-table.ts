import type TurndownService from "turndown";

/**
 * Tables for Turndown, over the standard tree alone: the plug-in's own reads `rows`, `cells` and `parentNode.rowIndex`.
 * Tables of one line per cell become pipe tables; tables for layout give way to what is in their cells.
 */
export function addTableRules(turndown: TurndownService): void {
  turndown.addRule("cell", {
    filter: ["td", "th"],
    replacement: (content, node) => {
      const cell = node as Element;
      return isData(tableOf(cell))
        ? ` ${oneLine(content)} |${" |".repeat(extraColumns(cell))}`
        : `\n\n${content.trim()}\n\n`;
    },
  });
  turndown.addRule("row", {
    filter: "tr",
    replacement: (content, node) => {
      const row = node as Element;
      const table = tableOf(row);
      if (!isData(table)) {
        return content;
      }
      const line = `|${content.trimEnd()}\n`;
      return isFirstRow(row, table) ? `${line}|${" --- |".repeat(columnsOf(row))}\n` : line;
    },
  });
  turndown.addRule("tableSection", {
    filter: ["thead", "tbody", "tfoot"],
    replacement: (content) => content,
  });
  turndown.addRule("table", { filter: "table", replacement: (content) => `\n\n${content.trim()}\n\n` });
}

/** A cell with more than a line of text in it is layout. */
const BLOCKS_IN_CELL = "p, div, ul, ol, table, blockquote, pre, h1, h2, h3, h4, h5, h6";

function isData(table: Element | null): boolean {
  const first = table?.querySelector("tr") ?? null;
  return (
    table !== null &&
    first !== null &&
    first.children.length > 1 &&
    !Array.from(table.querySelectorAll("td, th")).some((cell) => holdsSeveral(cell))
  );
}

/** One paragraph in a cell is a line; two are layout. */
function holdsSeveral(cell: Element): boolean {
  return cell.querySelectorAll(BLOCKS_IN_CELL).length > 1 || cell.querySelector("table, pre") !== null;
}

function tableOf(element: Element): Element | null {
  return element.closest("table");
}

function isFirstRow(row: Element, table: Element | null): boolean {
  return table?.querySelector("tr") === row;
}

function extraColumns(cell: Element): number {
  const span = Number.parseInt(cell.getAttribute("colspan") ?? "1", 10);
  return Number.isNaN(span) ? 0 : Math.min(Math.max(span, 1), MOST_COLUMNS) - 1;
}

/** A page may claim any number of columns; no table that is read has more. */
const MOST_COLUMNS = 50;

function columnsOf(row: Element): number {
  return Array.from(row.children).reduce((sum, cell) => sum + 1 + extraColumns(cell), 0);
}

function oneLine(content: string): string {
  return content
    .replace(/\s+/gu, " ")
    .trim()
    .replaceAll("|", String.raw`\|`);
}
