/**
 * The features of a page's blocks as one sheet of numbers: a row a block, a column a feature. A page has a hundred
 * thousand of them, so nothing is made for a number or a row, and a column is found by a number, not by its name.
 */

const known: string[] = [];

/** Declares a feature, once, where the file that measures it is loaded; gives its column. */
export function feature(name: string): number {
  return known.push(name) - 1;
}

/** The names of all features, by column. */
export const featureNames = (): readonly string[] => known;

export class FeatureSheet {
  readonly rows: number;
  /** Column after column, `rows` numbers each; in the precision that the model was trained with. */
  readonly values: Float32Array;

  /** @param room A sheet whose memory this one takes, if it is large enough: what stands there is lost. */
  constructor(rows: number, room?: FeatureSheet) {
    const size = rows * known.length;
    this.rows = rows;
    this.values =
      room === undefined || room.values.length < size
        ? new Float32Array(size)
        : room.values.subarray(0, size).fill(0);
  }

  put(row: number, column: number, value: number): void {
    this.values[column * this.rows + row] = value;
  }

  flag(row: number, column: number, condition: boolean): void {
    this.values[column * this.rows + row] = condition ? 1 : 0;
  }

  /** A feature of the page itself, the same in all rows. */
  fill(column: number, value: number): void {
    this.values.fill(value, column * this.rows, (column + 1) * this.rows);
  }

  /** A copy of one row, in the order of `featureNames()`. */
  row(row: number): Float32Array {
    return Float32Array.from(known, (_, column) => this.values[column * this.rows + row] ?? 0);
  }
}
