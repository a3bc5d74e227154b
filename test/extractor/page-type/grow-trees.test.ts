import assert from "node:assert/strict";
import { test } from "node:test";
import { predict } from "../../../extractor/page-type/boosted-trees.ts";
import { growTrees, randomFrom, type GrowOptions, type Sample } from "../../../scripts/grow-trees.ts";

const OPTIONS: GrowOptions = {
  classes: ["same", "different"],
  rounds: 40,
  depth: 2,
  rate: 0.3,
  ridge: 1,
  leaf: 2,
  columns: 1,
  rows: 0.9,
  seed: 7,
};

// Two coins: alone neither says anything, together they decide. The third measure is noise.
function coins(seed: number): Sample[] {
  const random = randomFrom(seed);
  return Array.from({ length: 300 }, () => {
    const [left, right] = [Math.round(random()), Math.round(random())];
    return { measures: { left, right, noise: random() }, label: left === right ? 0 : 1 };
  });
}

test("trees learn what only two measures together decide, and carry it to new samples", () => {
  const model = growTrees(coins(1), OPTIONS);
  for (const { measures, label } of coins(2)) assert.ok((predict(model, measures)[label] ?? 0) > 0.8);
});

test("the same seed grows the same trees", () => {
  assert.deepEqual(growTrees(coins(1), OPTIONS), growTrees(coins(1), OPTIONS));
});
