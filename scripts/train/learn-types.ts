/** From pages of known type to the network that tells page types apart. */
import { KNOWN_TYPES, rowOf } from "../../extractor/page-type/classify-page.ts";
import { readMeasure, squash, type TypeNet, type TypeNetFile } from "../../extractor/page-type/type-net.ts";
import {
  joinTypeNets,
  trainTypeNet,
  type TypeLesson,
  type TypeNetOptions,
  type TypeReading,
} from "./train-type-net.ts";
import type { TypedPage } from "./typed-page.ts";

// Cross-validated over hosts: twice the width or half of it, and more layers, are within .001 of the average precision.
const OPTIONS: TypeNetOptions = {
  width: 16,
  epochs: 40,
  batch: 64,
  rate: 0.003,
  decay: 0.05,
  dropout: 0.4,
  measureDropout: 0.2,
  seed: 1,
};
/** Networks that are averaged: each alone depends on where it started. */
const NETS = 4;

/** What a page weighs whose type nobody noted: enough to teach other makes of article, too little to hide other types. */
const UNTYPED_WEIGHT = 0.1;
/** What the bare copy of a page weighs: with it, pages without metadata and class names are told apart better. */
const BARE_WEIGHT = 0.2;

/** Added to a measure's spread, so that one that hardly varies is not blown up. */
const LEAST_SPREAD = 0.01;

const DIGITS = 4;
const listOf = (values: Iterable<number>): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(DIGITS)));

function planReading(pages: readonly TypedPage[]): TypeReading {
  const rows = pages.map(({ measures }) => rowOf(measures).map(squash));
  const columns = Int32Array.from(rows[0] ?? [], (_, k) => k);
  const mean = (of: (row: Float32Array) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  // As they will stand in the file.
  const usual = Float64Array.from(listOf(Array.from(columns, (k) => mean((row) => row[k] as number))));
  const strays = Array.from(columns, (k) =>
    Math.sqrt(mean((row) => ((row[k] as number) - (usual[k] as number)) ** 2)),
  );
  return {
    columns,
    usual,
    spread: Float64Array.from(listOf(strays.map((stray) => stray + LEAST_SPREAD))),
    types: KNOWN_TYPES.length,
  };
}

function toLessons(pages: readonly TypedPage[], { usual, spread }: TypeReading): TypeLesson[] {
  return pages.flatMap(({ type, isTyped, measures, bareMeasures }) => {
    const weight = isTyped ? 1 : UNTYPED_WEIGHT;
    return [
      { measures, weight },
      { measures: bareMeasures, weight: weight * BARE_WEIGHT },
    ].map((copy) => ({
      type: KNOWN_TYPES.indexOf(type),
      weight: copy.weight,
      inputs: Float64Array.from(rowOf(copy.measures), (value, k) =>
        readMeasure(value, usual[k] as number, spread[k] as number),
      ),
    }));
  });
}

function toFile(net: TypeNet, names: readonly string[]): TypeNetFile {
  const { width, types, weights, out } = net;
  return {
    description: "A network over page measures: how likely each type is.",
    types: KNOWN_TYPES,
    bias: listOf(net.bias),
    outBias: listOf(net.outBias),
    out: Array.from(net.bias, (_, a) => listOf(out.slice(a * types, (a + 1) * types))),
    measures: Array.from(net.columns, (column, k) => [
      names[column] ?? "",
      net.usual[k] ?? 0,
      net.spread[k] ?? 1,
      ...listOf(weights.slice(k * width, (k + 1) * width)),
    ]),
  };
}

export function learnTypes(pages: readonly TypedPage[]): TypeNetFile {
  const reading = planReading(pages);
  const lessons = toLessons(pages, reading);
  const nets = Array.from({ length: NETS }, (_, n) =>
    trainTypeNet(lessons, reading, { ...OPTIONS, seed: OPTIONS.seed + n }),
  );
  return toFile(joinTypeNets(nets), Object.keys(pages[0]?.measures ?? {}));
}
