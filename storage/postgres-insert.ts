import { CompiledQuery } from "kysely";
import type { PostgresTransaction } from "./postgres-connection.ts";

export type Value = string | number | Date | Buffer | null;

export interface InsertTarget {
  readonly table: string;
  readonly columns: readonly string[];
  /** What follows the rows: `ON CONFLICT …`. */
  readonly conflict?: string;
}

/** The protocol counts parameters in 16 bits. */
const MAX_PARAMETERS = 60_000;
/** A message has at most 1 GB, and a driver that builds it needs several times as much memory. */
const MAX_STATEMENT_CHARACTERS = 32 * 1024 * 1024;

/** Multi-row inserts, as text: building them as a tree costs more than the server spends on them. */
export async function insertRows(
  trx: PostgresTransaction,
  { table, columns, conflict = "" }: InsertTarget,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const maxRows = Math.floor(MAX_PARAMETERS / columns.length);
  for (let start = 0; start < rows.length;) {
    const end = endOfStatement(rows, start, maxRows);
    const places = Array.from({ length: end - start }, (_, row) => placesOf(row, columns.length));
    const text = `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${places.join(", ")} ${conflict}`;
    await trx.executeQuery(CompiledQuery.raw(text, rows.slice(start, end).flat()));
    start = end;
  }
}

function endOfStatement(rows: readonly (readonly Value[])[], start: number, maxRows: number): number {
  let characters = 0;
  let end = start;
  while (end < rows.length && end - start < maxRows) {
    for (const value of rows[end] ?? []) characters += typeof value === "string" ? value.length : 0;
    if (end > start && characters > MAX_STATEMENT_CHARACTERS) break;
    end += 1;
  }
  return end;
}

function placesOf(row: number, columns: number): string {
  let places = "";
  for (let i = 1; i <= columns; i += 1) places += `${i === 1 ? "" : ","}$${row * columns + i}`;
  return `(${places})`;
}
