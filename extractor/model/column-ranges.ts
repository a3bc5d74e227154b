/** Between which numbers each column of a sheet lies: what is known of the page is the same in all rows, and most else lies in a part. */
export interface ColumnRanges {
  readonly least: Float32Array;
  readonly most: Float32Array;
}

/** Of columns of which nothing is known yet. */
export const anyRanges = (columns: number): ColumnRanges => ({
  least: new Float32Array(columns).fill(Number.NEGATIVE_INFINITY),
  most: new Float32Array(columns).fill(Number.POSITIVE_INFINITY),
});
