import type { DatabaseSync, StatementSync } from "node:sqlite";

export type SqliteValue = string | number | Uint8Array | null;

/** Rows of one statement: each call of the driver costs as much as some rows. */
const ROWS = 40;
/** Characters of one statement, all of which are copied before the first row is written. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

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
    for (let start = 0; start < rows.length;) {
      const end = endOfStatement(rows, start);
      statementOf(end - start).run(...rows.slice(start, end).flat());
      start = end;
    }
  };
}

function endOfStatement(rows: readonly (readonly SqliteValue[])[], start: number): number {
  let characters = 0;
  let end = start;
  while (end < rows.length && end - start < ROWS) {
    for (const value of rows[end] ?? []) characters += typeof value === "string" ? value.length : 0;
    if (end > start && characters > MAX_CHARACTERS) break;
    end += 1;
  }
  return end;
}
