/** Takes a block's features one by one. The names are the same for every block, so they are written down once. */
export class FeatureRow {
  private readonly names: string[] | null;
  private readonly values: number[] = [];

  /** `names` collects the names of the features in the order they come, when given. */
  constructor(names: string[] | null) {
    this.names = names;
  }

  put(name: string, value: number): void {
    this.names?.push(name);
    this.values.push(value);
  }

  flag(name: string, condition: boolean): void {
    this.put(name, condition ? 1 : 0);
  }

  toArray(): Float32Array {
    return Float32Array.from(this.values);
  }
}
