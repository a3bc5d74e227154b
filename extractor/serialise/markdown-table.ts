/**
 * Tables of one line per cell become pipe tables (GitHub Flavored Markdown §4.10); tables for layout give way to what is in
 * their cells.
 */

/** Writes the parts of tables. */
export interface TableWriter {
  readonly cell: (content: string, cell: Element) => string;
  readonly row: (content: string, row: Element) => string;
}

export function createTableWriter(): TableWriter {
  const readTable = createTableReader();
  return {
    cell: (content, cell) =>
      readTable(cell).isData
        ? ` ${oneLine(content)} |${" |".repeat(extraColumns(cell))}`
        : `\n\n${content.trim()}\n\n`,
    row: (content, row) => {
      const { isData, first } = readTable(row);
      if (!isData) {
        return content;
      }
      const line = `|${content.trimEnd()}\n`;
      return row === first ? `${line}|${rulesOf(row)}\n` : line;
    },
  };
}

interface TableFacts {
  /** Cells of a line each; else the table is layout. */
  readonly isData: boolean;
  readonly first: Element | null;
}

/** Reads each table once, however many cells ask. */
function createTableReader(): (part: Element) => TableFacts {
  const known = new WeakMap<Element, TableFacts>();
  return (part) => {
    const table = part.closest("table");
    if (table === null) {
      return { isData: false, first: null };
    }
    const facts = known.get(table) ?? { isData: isData(table), first: table.querySelector("tr") };
    known.set(table, facts);
    return facts;
  };
}

/** The line under the head: a rule for each column, with its alignment. */
function rulesOf(row: Element): string {
  return Array.from(row.children)
    .map((cell) => ` ${RULES[alignmentOf(cell)]} |`.repeat(1 + extraColumns(cell)))
    .join("");
}

const RULES = { none: "---", left: ":---", center: ":---:", right: "---:" } as const;

function alignmentOf(cell: Element): keyof typeof RULES {
  const styled = /text-align\s*:\s*(\w+)/iu.exec(cell.getAttribute("style") ?? "")?.[1];
  const said = (styled ?? cell.getAttribute("align") ?? "").toLowerCase();
  return said === "left" || said === "center" || said === "right" ? said : "none";
}

/** A cell with more than a line of text in it is layout. */
const BLOCKS_IN_CELL = "p, div, ul, ol, table, blockquote, pre, h1, h2, h3, h4, h5, h6";

function isData(table: Element): boolean {
  const first = table.querySelector("tr");
  return (
    first !== null &&
    first.children.length > 1 &&
    !Array.from(table.querySelectorAll("td, th")).some((cell) => holdsSeveral(cell))
  );
}

/** One paragraph in a cell is a line; two are layout. */
function holdsSeveral(cell: Element): boolean {
  return cell.querySelectorAll(BLOCKS_IN_CELL).length > 1 || cell.querySelector("table, pre") !== null;
}

function extraColumns(cell: Element): number {
  const span = Number.parseInt(cell.getAttribute("colspan") ?? "1", 10);
  return Number.isNaN(span) ? 0 : Math.min(Math.max(span, 1), MOST_COLUMNS) - 1;
}

/** A page may claim any number of columns; no table that is read has more. */
const MOST_COLUMNS = 50;

function oneLine(content: string): string {
  return content
    .replace(/\s+/gu, " ")
    .trim()
    .replaceAll("|", String.raw`\|`);
}
