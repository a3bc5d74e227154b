import assert from "node:assert/strict";
import { test } from "node:test";
import { contributions, logOdds, probability } from "../../../extractor/model/boosted-trees.ts";
import { readModel, toModelFile } from "../../../extractor/model/read-model.ts";
import { binSample } from "../../../scripts/train/bin-sample.ts";
import { boostTrees, seededRandom } from "../../../scripts/train/boost-trees.ts";

const OPTIONS = {
  trees: 40,
  leaves: 6,
  shrinkage: 0.3,
  rowShare: 0.8,
  featureShare: 1,
  leastHessian: 0.1,
  leastRows: 5,
  ridge: 1,
  drawsThresholds: false,
  seed: 7,
};

/** Two coordinates that answer "yes" when exactly one of them is above 0.5, and one that says nothing. */
function exclusiveOr(count: number, seed: number) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, () => Float32Array.of(random(), random(), random()));
  const answers = rows.map(([x = 0, y = 0]) => (x > 0.5 !== y > 0.5 ? 1 : 0));
  return { names: ["x", "y", "noise"], rows, answers, weights: rows.map(() => 1) };
}

test("learns what no single feature tells", () => {
  const model = boostTrees(binSample(exclusiveOr(1500, 1)), OPTIONS);
  const fresh = exclusiveOr(500, 2);
  const right = fresh.rows.filter((row, i) => logOdds(model, row) > 0 === (fresh.answers[i] === 1));
  assert.ok(right.length >= 475, `${right.length} of 500 right`);
});

test("learns the same from thresholds drawn by lot, with more trees", () => {
  const sample = binSample(exclusiveOr(1500, 1));
  const searched = boostTrees(sample, OPTIONS);
  const drawn = boostTrees(sample, { ...OPTIONS, trees: 160, drawsThresholds: true });
  const fresh = exclusiveOr(500, 2);
  const right = fresh.rows.filter((row, i) => logOdds(drawn, row) > 0 === (fresh.answers[i] === 1));
  assert.ok(right.length >= 460, `${right.length} of 500 right`);
  const first = new Set(drawn.trees.map((tree) => tree.threshold[0]));
  assert.ok(first.size > new Set(searched.trees.slice(0, 20).map((tree) => tree.threshold[0])).size);
  assert.deepEqual(
    boostTrees(sample, { ...OPTIONS, drawsThresholds: true }),
    boostTrees(sample, { ...OPTIONS, drawsThresholds: true }),
  );
});

test("gives the same trees for the same seed, and others for another", () => {
  const sample = binSample(exclusiveOr(300, 3));
  assert.deepEqual(boostTrees(sample, OPTIONS), boostTrees(sample, OPTIONS));
  assert.notDeepEqual(boostTrees(sample, OPTIONS), boostTrees(sample, { ...OPTIONS, seed: 8 }));
});

test("follows the weights where answers contradict each other", () => {
  const rows = Array.from({ length: 100 }, () => Float32Array.of(1));
  const answers = rows.map((_, i) => i % 2);
  const model = boostTrees(
    binSample({ names: ["x"], rows, answers, weights: answers.map((a) => (a ? 3 : 1)) }),
    OPTIONS,
  );
  assert.ok(Math.abs(probability(logOdds(model, [1])) - 0.75) < 0.02);
});

test("rows of no weight are held out", () => {
  const sample = exclusiveOr(300, 6);
  const isHeld = sample.rows.map((_, i) => i % 3 === 0);
  const weights = isHeld.map((held) => (held ? 0 : 1));
  const lies = sample.answers.map((answer, i) => (isHeld[i] === true ? 1 - answer : answer));
  const binned = binSample({ ...sample, weights });
  assert.deepEqual(boostTrees({ ...binned, answers: lies }, OPTIONS), boostTrees(binned, OPTIONS));
});

test("contributions add up to the log odds", () => {
  const model = boostTrees(binSample(exclusiveOr(600, 4)), OPTIONS);
  const row = [0.9, 0.1, 0.5];
  const start = model.base + model.trees.reduce((sum, tree) => sum + (tree.value[0] ?? 0), 0);
  const added = contributions(model, row).reduce((sum, { weight }) => sum + weight, 0);
  assert.ok(Math.abs(start + added - logOdds(model, row)) < 1e-9);
});

test("a model survives its file, whatever the order of the columns", () => {
  const model = boostTrees(binSample(exclusiveOr(600, 5)), OPTIONS);
  const file = JSON.parse(JSON.stringify(toModelFile(model, "test")));
  const read = readModel(file, ["other", "noise", "y", "x"]);
  assert.equal(logOdds(read, [0, 0.3, 0.2, 0.8]), logOdds(model, [0.8, 0.2, 0.3]));
  assert.throws(() => readModel(file, ["x"]), /unknown feature: (y|noise)/);
});
