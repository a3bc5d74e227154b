import type { DatabaseSync, StatementSync } from "node:sqlite";
import { cutRows } from "./cut-rows.ts";

export type SqliteValue = string | number | Uint8Array | null;

/** Each call of the driver costs as much as some rows; all of its text is copied before the first row is written. */
const LIMITS = { rows: 40, characters: 4 * 1024 * 1024 };

/** Multi-row inserts into a table, prepared once for each number of rows. */
export function rowInserter(
  db: DatabaseSync,
  table: string,
  columns: readonly string[],
): (rows: readonly (readonly SqliteValue[])[]) => void {
  const prepared = new Map<number, StatementSync>();
  const row = `(${columns.map(() => "?").join(", ")})`;
  function statementOf(rows: number): StatementSync {
    const statement =
      prepared.get(rows) ??
      db.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES ${Array(rows).fill(row).join(", ")}`);
    prepared.set(rows, statement);
    return statement;
  }
  return (rows) => {
    for (const some of cutRows(rows, LIMITS)) statementOf(some.length).run(...some.flat());
  };
}
