/** Between which numbers each column of a sheet lies: what is known of the page is the same in all rows, and most else lies in a part. */

export interface ColumnRanges {
  readonly least: Float32Array;
  readonly most: Float32Array;
}

/** Of a sheet whose columns lie one after the other, `rows` numbers each. What is no number counts as above all others. */
export function rangesOfColumns(values: Float32Array, rows: number): ColumnRanges {
  const columns = rows === 0 ? 0 : values.length / rows;
  const ranges = { least: new Float32Array(columns), most: new Float32Array(columns) };
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  for (let column = 0; column < columns; column++) noteRange(values, bits, ranges, { column, rows });
  return ranges;
}

/** `bits` are those of the values. */
function noteRange(
  values: Float32Array,
  bits: Int32Array,
  { least, most }: ColumnRanges,
  { column, rows }: { readonly column: number; readonly rows: number },
): void {
  const end = (column + 1) * rows;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let before = ~(bits[column * rows] as number);
  for (let at = column * rows; at < end; at++) {
    // Most are the same as the one before, which is soonest told by their bits.
    if (bits[at] === before) continue;
    before = bits[at] as number;
    const value = values[at] as number;
    if (value >= low && value <= high) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    else if (Number.isNaN(value)) high = Number.POSITIVE_INFINITY;
  }
  least[column] = low;
  most[column] = high;
}
