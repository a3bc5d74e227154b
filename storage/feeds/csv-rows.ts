import type { FeedItem } from "./feed-item.ts";
import { COLUMNS, type Cell, type CellKind } from "./flat-row.ts";

/** CSV (RFC 4180): quoted where it must be, lines that end in CR LF, a header. An absent fact is an empty field. */
export function csvHeader(): string {
  return `${COLUMNS.map(({ name }) => name).join(",")}\r\n`;
}

export function csvRow(item: FeedItem): string {
  return `${COLUMNS.map(({ kind, cell }) => field(cell(item), kind)).join(",")}\r\n`;
}

function field(value: Cell, kind: CellKind): string {
  if (value === null) return "";
  const text = kind === "time" && typeof value === "number" ? new Date(value).toISOString() : String(value);
  // An empty text, unlike an absent one, is quoted.
  return text === "" || /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
