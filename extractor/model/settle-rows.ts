/** Which rows of a sheet reach a limit of log odds, without asking more trees than it takes to know. */
import type { ColumnRanges } from "./column-ranges.ts";
import { type Grove, logOddsOfRow } from "./grove.ts";
import { orderTrees } from "./order-trees.ts";

/** Trees between two looks at which rows are settled. */
const LOOK_EVERY = 8;
/** What rounding may change about a sum, and far more. */
const ROUNDING = 1e-6;

interface Descent {
  readonly grove: Grove;
  readonly ranges: ColumnRanges;
  readonly values: Float32Array;
  readonly rows: number;
  readonly odds: Float64Array;
  /** The rows that are not settled, first. */
  readonly list: Int32Array;
  /** Flocks that wait while another goes down; one at most for each node on the way. */
  readonly nodes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface SettleOptions {
  readonly rows: number;
  /** By row. */
  readonly limits: Float64Array;
  /** Wider ones than the sheet's own cost time alone. */
  readonly ranges: ColumnRanges;
}

/**
 * Log odds of every row of a sheet whose columns lie one after the other, `rows` numbers each, of which it matters only whether
 * they are at least the row's limit. A row whose trees ahead can change nothing about that goes no further, and comes out as
 * infinite, above its limit or below; any other is as exact as by logOddsOfRow, and so is one whose limit is NaN.
 */
export function settleRows(
  grove: Grove,
  values: Float32Array,
  { rows, limits, ranges }: SettleOptions,
): Float64Array {
  const order = orderTrees(grove, ranges);
  const odds = new Float64Array(rows).fill(grove.base);
  const list = new Int32Array(rows);
  for (let row = 0; row < rows; row++) list[row] = row;
  const descent: Descent = {
    grove,
    ranges,
    values,
    rows,
    odds,
    list,
    nodes: new Int32Array(grove.largest),
    starts: new Int32Array(grove.largest),
    ends: new Int32Array(grove.largest),
  };
  let open = rows;
  for (let tree = 0; tree < order.roots.length && open > 0; tree++) {
    if (tree % LOOK_EVERY === 0) {
      const least = (order.leastAhead[tree] as number) - ROUNDING;
      const most = (order.mostAhead[tree] as number) + ROUNDING;
      open = dropSettled(descent, open, { limits, least, most });
    }
    sendDown(descent, order.roots[tree] as number, open);
  }
  open = dropSettled(descent, open, { limits, least: -ROUNDING, most: ROUNDING });
  // Too close to say by sums in another order than the model's own.
  for (let i = 0; i < open; i++) {
    const row = list[i] as number;
    odds[row] = logOddsOfRow(grove, values, { row, rows });
  }
  return odds;
}

/** Takes rows off the list whose trees ahead, which add between `least` and `most`, change nothing; gives how many are left. */
function dropSettled(
  { list, odds }: Descent,
  open: number,
  { limits, least, most }: { readonly limits: Float64Array; readonly least: number; readonly most: number },
): number {
  let left = 0;
  for (let i = 0; i < open; i++) {
    const row = list[i] as number;
    const missing = (limits[row] as number) - (odds[row] as number);
    if (missing > most) odds[row] = Number.NEGATIVE_INFINITY;
    else if (missing < least) odds[row] = Number.POSITIVE_INFINITY;
    else list[left++] = row;
  }
  return left;
}

/**
 * Sends the open rows down one tree and adds what they come to. They go together and part where their numbers do, into flocks
 * that lie side by side in the list: no row is asked what is the same for all, and a node's column is read in one go. A
 * function of its own, since V8 compiles soonest what is called often.
 */
function sendDown(descent: Descent, root: number, open: number): void {
  const { values, rows, odds, list, nodes, starts, ends } = descent;
  const { feature, threshold, next, value } = descent.grove;
  const { least, most } = descent.ranges;
  let waiting = 1;
  nodes[0] = root;
  starts[0] = 0;
  ends[0] = open;
  while (waiting > 0) {
    let node = nodes[--waiting] as number;
    const from = starts[waiting] as number;
    let to = ends[waiting] as number;
    for (let column = feature[node] as number; column >= 0; column = feature[node] as number) {
      const limit = threshold[node] as number;
      const left = next[node] as number;
      if ((most[column] as number) <= limit) {
        node = left;
        continue;
      }
      if ((least[column] as number) > limit) {
        node = left + 1;
        continue;
      }
      const first = column * rows;
      // Those that go left come first: each row changes places with the first of the others, and is one of these or stays. No branch,
      // as no processor guesses which way a row goes.
      let end = from;
      for (let i = from; i < to; i++) {
        const row = list[i] as number;
        const goesLeft = Number((values[first + row] as number) <= limit);
        list[i] = list[end] as number;
        list[end] = row;
        end += goesLeft;
      }
      if (end === to) {
        node = left;
        continue;
      }
      node = left + 1;
      if (end === from) continue;
      nodes[waiting] = node;
      starts[waiting] = end;
      ends[waiting++] = to;
      node = left;
      to = end;
    }
    const leaf = value[node] as number;
    for (let i = from; i < to; i++) {
      const row = list[i] as number;
      odds[row] = (odds[row] as number) + leaf;
    }
  }
}
