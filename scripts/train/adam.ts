/** Adam (Kingma and Ba, 2015) with weight decay apart from it (Loshchilov and Hutter, 2019). */

/** An array that is learned, and whether its numbers decay towards 0. */
export interface Part {
  readonly values: Float64Array;
  readonly decays: boolean;
}

export interface AdamOptions {
  readonly momentum: number;
  readonly memory: number;
  /** Share of a number that is lost in a step, times the rate. */
  readonly decay: number;
}

export class Adam {
  readonly #parts: readonly Part[];
  readonly #moments: readonly { readonly first: Float64Array; readonly second: Float64Array }[];
  readonly #options: AdamOptions;
  #count = 0;

  constructor(parts: readonly Part[], options: AdamOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#moments = parts.map(({ values }) => ({
      first: new Float64Array(values.length),
      second: new Float64Array(values.length),
    }));
  }

  /** Moves the parts against their slopes, and empties these. `slopes` are in the order of the parts. */
  step(slopes: readonly Float64Array[], rate: number): void {
    this.#count++;
    const { momentum, memory, decay } = this.#options;
    const [firstBias, secondBias] = [1 - momentum ** this.#count, 1 - memory ** this.#count];
    this.#parts.forEach(({ values, decays }, k) => {
      const { first, second } = this.#moments[k] as { first: Float64Array; second: Float64Array };
      const slope = slopes[k] as Float64Array;
      const lost = decays ? decay : 0;
      for (let i = 0; i < values.length; i++) {
        const g = slope[i] as number;
        first[i] = momentum * (first[i] as number) + (1 - momentum) * g;
        second[i] = memory * (second[i] as number) + (1 - memory) * g * g;
        const way = (first[i] as number) / firstBias / (Math.sqrt((second[i] as number) / secondBias) + 1e-8);
        values[i] = (values[i] as number) - rate * (way + lost * (values[i] as number));
      }
      slope.fill(0);
    });
  }
}

/** Numbers from 0 on in a random order. */
export function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
