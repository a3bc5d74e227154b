import type { DatabaseSync, StatementSync } from "node:sqlite";

/** A table of statements, prepared under their names. */
export function prepareAll<Name extends string>(
  db: DatabaseSync,
  texts: Readonly<Record<Name, string>>,
): { readonly [Key in Name]: StatementSync } {
  const prepared = Object.entries<string>(texts).map(([name, text]) => [name, db.prepare(text)]);
  return Object.fromEntries(prepared) as { readonly [Key in Name]: StatementSync };
}
