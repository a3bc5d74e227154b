/** Pages as the network over neighbours learns from them: what is usual left out, the rest scaled. */
import { readValue } from "../../extractor/model/neighbour-net.ts";
import type { PageSample } from "./page-sample.ts";

/** Features that say the same of all but so small a share of the blocks are not read. */
const LEAST_UNUSUAL = 0.002;
/** Blocks of a page that are looked at to see what is usual. */
const LOOK_BLOCKS = 60;
const LEAST_SPREAD = 1e-3;

/** The features that are read, by column, with the commonest value of each and how far values stray from it. */
export interface Reading {
  readonly columns: Int32Array;
  readonly usual: Float64Array;
  readonly spread: Float64Array;
}

/** A page's blocks, in row-compressed form: for each block the features that are not usual. */
export interface NetPage {
  readonly rows: number;
  /** Where each row's numbers begin; one more than rows. */
  readonly starts: Int32Array;
  readonly features: Uint16Array;
  readonly values: Float32Array;
  readonly answers: Float32Array;
  readonly weights: Float32Array;
  readonly fold: number;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

export function planReading(pages: readonly PageSample[]): Reading {
  const rows = pages.flatMap(({ table }) => {
    const step = Math.max(1, Math.ceil(table.rows.length / LOOK_BLOCKS));
    return table.rows.filter((_, i) => i % step === 0);
  });
  const columns: number[] = [];
  const usual: number[] = [];
  const spread: number[] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const values = rows.map((row) => row[column] ?? 0);
    const normal = commonest(values);
    if (values.filter((value) => value !== normal).length < LEAST_UNUSUAL * values.length) continue;
    columns.push(column);
    usual.push(normal);
    const variance = values.reduce((sum, value) => sum + (value - normal) ** 2, 0) / values.length;
    spread.push(Math.max(LEAST_SPREAD, Number(Math.sqrt(variance).toPrecision(4))));
  }
  return {
    columns: Int32Array.from(columns),
    usual: Float64Array.from(usual),
    spread: Float64Array.from(spread),
  };
}

export function toNetPage(page: PageSample, { columns, usual, spread }: Reading): NetPage {
  const { rows } = page.table;
  const starts = new Int32Array(rows.length + 1);
  const features: number[] = [];
  const values: number[] = [];
  rows.forEach((row, i) => {
    for (let k = 0; k < columns.length; k++) {
      const value = row[columns[k] as number] as number;
      if (value === usual[k]) continue;
      features.push(k);
      values.push(readValue(value, usual[k] as number, spread[k] as number));
    }
    starts[i + 1] = features.length;
  });
  return {
    rows: rows.length,
    starts,
    features: Uint16Array.from(features),
    values: Float32Array.from(values),
    answers: Float32Array.from(page.answers, (answer) => answer ?? 0),
    weights: Float32Array.from(page.answers, (answer, i) => (answer === null ? 0 : (page.weights[i] ?? 0))),
    fold: page.fold,
  };
}
