/**
 * Takes a block's features one by one, in the same order for every block of a page. The first block's row writes the
 * names down; the rows after it only fill in numbers.
 */
export class FeatureRow {
  private readonly names: string[];
  private readonly first: boolean;
  private readonly values: number[] | Float32Array;
  private at = 0;

  /** `names` is empty for the first row, and then holds the names for the others. */
  constructor(names: string[]) {
    this.names = names;
    this.first = names.length === 0;
    this.values = this.first ? [] : new Float32Array(names.length);
  }

  put(name: string, value: number): void {
    if (this.first) this.names.push(name);
    this.values[this.at++] = value;
  }

  flag(name: string, condition: boolean): void {
    this.put(name, condition ? 1 : 0);
  }

  toArray(): Float32Array {
    return this.values instanceof Float32Array ? this.values : Float32Array.from(this.values);
  }
}
