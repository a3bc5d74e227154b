import { CompiledQuery } from "kysely";
import { cutRows } from "./cut-rows.ts";
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
  const limits = {
    rows: Math.floor(MAX_PARAMETERS / columns.length),
    characters: MAX_STATEMENT_CHARACTERS,
  };
  for (const some of cutRows(rows, limits)) {
    const places = some.map((_, row) => placesOf(row, columns.length));
    const text = `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${places.join(", ")} ${conflict}`;
    await trx.executeQuery(CompiledQuery.raw(text, some.flat()));
  }
}

function placesOf(row: number, columns: number): string {
  let places = "";
  for (let i = 1; i <= columns; i += 1) places += `${i === 1 ? "" : ","}$${row * columns + i}`;
  return `(${places})`;
}
