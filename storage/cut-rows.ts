/** What one multi-row statement may hold. */
export interface StatementLimits {
  readonly rows: number;
  /** Of all its text; a row that is longer by itself has a statement of its own. */
  readonly characters: number;
}

/** The rows of a multi-row insert, cut into what one statement holds, in order. */
export function* cutRows<Value>(
  rows: readonly (readonly Value[])[],
  limits: StatementLimits,
): Generator<readonly (readonly Value[])[]> {
  let start = 0;
  let characters = 0;
  for (const [i, row] of rows.entries()) {
    let own = 0;
    for (const value of row) own += typeof value === "string" ? value.length : 0;
    if (i > start && (i - start === limits.rows || characters + own > limits.characters)) {
      yield rows.slice(start, i);
      start = i;
      characters = 0;
    }
    characters += own;
  }
  if (start < rows.length) yield rows.slice(start);
}
