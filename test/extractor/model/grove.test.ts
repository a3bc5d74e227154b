import assert from "node:assert/strict";
import { test } from "node:test";
import { logOdds } from "../../../extractor/model/boosted-trees.ts";
import { anyRanges, type ColumnRanges } from "../../../extractor/model/column-ranges.ts";
import { logOddsOfRows, plantGrove } from "../../../extractor/model/grove.ts";
import { settleRows } from "../../../extractor/model/settle-rows.ts";
import { binSample } from "../../../scripts/train/bin-sample.ts";
import { boostTrees, seededRandom } from "../../../scripts/train/boost-trees.ts";

const ROWS = 400;

/** A model of some noise and its rows, as trees and as a sheet. */
function growModel() {
  const random = seededRandom(11);
  const rows = Array.from({ length: ROWS }, () => Float32Array.of(random(), random(), random()));
  const answers = rows.map(([x = 0, y = 0]) => (x > 0.5 !== y > 0.5 ? 1 : 0));
  const model = boostTrees(
    binSample({ names: ["x", "y", "noise"], rows, answers, weights: rows.map(() => 1) }),
    {
      trees: 40,
      leaves: 6,
      shrinkage: 0.3,
      rowShare: 0.8,
      featureShare: 1,
      leastHessian: 0.1,
      leastRows: 5,
      drawsThresholds: false,
      ridge: 1,
      seed: 7,
    },
  );
  const values = Float32Array.from(
    { length: 3 * ROWS },
    (_, i) => rows[i % ROWS]?.[Math.floor(i / ROWS)] ?? 0,
  );
  return { model, rows, values };
}

/** Between which numbers the model's columns lie. */
function rangesOf(values: Float32Array): ColumnRanges {
  const ranges = anyRanges(3);
  for (let column = 0; column < 3; column++) {
    const numbers = values.subarray(column * ROWS, (column + 1) * ROWS);
    ranges.least[column] = Math.min(...numbers);
    ranges.most[column] = Math.max(...numbers);
  }
  return ranges;
}

test("a grove answers what its trees answer, to the last bit", () => {
  const { model, rows, values } = growModel();
  assert.deepEqual(
    Array.from(logOddsOfRows(plantGrove(model), values, ROWS)),
    rows.map((row) => logOdds(model, row)),
  );
});

test("a row that stops early is on the side of its limit where all trees put it", () => {
  const { model, rows, values } = growModel();
  const exact = rows.map((row) => logOdds(model, row));
  // The last limits are the answers themselves, where the slightest difference would tell.
  for (const limitOf of [() => -1, () => 0, () => 1.5, (i: number) => exact[i] ?? 0]) {
    const limits = Float64Array.from(exact, (_, i) => limitOf(i));
    for (const ranges of [rangesOf(values), anyRanges(3)]) {
      const odds = settleRows(plantGrove(model), values, { rows: ROWS, limits, ranges });
      assert.deepEqual(
        Array.from(odds, (sum, i) => sum >= (limits[i] ?? 0)),
        exact.map((sum, i) => sum >= (limits[i] ?? 0)),
      );
    }
  }
  const ranges = rangesOf(values);
  const odds = settleRows(plantGrove(model), values, { rows: ROWS, limits: new Float64Array(ROWS), ranges });
  assert.ok(
    odds.some((sum) => !Number.isFinite(sum)),
    "none stopped early",
  );
  const limits = new Float64Array(ROWS).fill(Number.NaN);
  assert.deepEqual(Array.from(settleRows(plantGrove(model), values, { rows: ROWS, limits, ranges })), exact);
});
