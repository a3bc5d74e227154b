import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbourOdds } from "../../../extractor/model/neighbour-net.ts";
import { readNet, toNetFile } from "../../../extractor/model/read-net.ts";
import { seededRandom } from "../../../scripts/train/boost-trees.ts";
import { planReading, toNetPage } from "../../../scripts/train/net-pages.ts";
import type { PageSample } from "../../../scripts/train/page-sample.ts";
import type { NetOptions } from "../../../scripts/train/start-net.ts";
import { trainNet } from "../../../scripts/train/train-net.ts";

const NAMES = ["same", "mark", "noise"] as const;
const OPTIONS: NetOptions = {
  width: 12,
  narrow: 8,
  epochs: 30,
  batch: 4,
  rate: 1e-2,
  decay: 0.01,
  dropout: 0.1,
  featureDropout: 0,
  seed: 1,
};

/** Pages on which a block is content when the block two before it is marked: nothing of its own tells. */
function makePages(count: number, seed: number): readonly PageSample[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, n): PageSample => {
    const marks = Array.from({ length: 30 }, () => Number(random() < 0.5));
    return {
      known: { id: String(n), url: "https://paper.test/" },
      validation: false,
      fold: 0,
      table: { names: NAMES, rows: marks.map((mark) => Float32Array.of(7, mark, random())) },
      texts: marks.map(() => ""),
      pageType: "article",
      kept: marks.map(() => false),
      answers: marks.map((_mark, i) => (marks[i - 2] === 1 ? 1 : 0)),
      weights: marks.map(() => 1),
    };
  });
}

function toSheet({ table }: PageSample): Float32Array {
  const sheet = new Float32Array(NAMES.length * table.rows.length);
  table.rows.forEach((row, i) => row.forEach((value, k) => (sheet[k * table.rows.length + i] = value)));
  return sheet;
}

const pages = makePages(40, 1);
const reading = planReading(pages);
const train = (options: NetOptions) => {
  const known = pages.map((page) => toNetPage(page, reading));
  return trainNet(known, reading, options);
};
const net = train(OPTIONS);

void test("learns what only the blocks before a block tell, also of pages it has not seen", () => {
  let [right, all] = [0, 0];
  for (const page of makePages(20, 2)) {
    const odds = neighbourOdds(net, toSheet(page), page.table.rows.length);
    page.answers.forEach((answer, i) => {
      all++;
      if (Number((odds[i] as number) > 0) === answer) right++;
    });
  }
  assert.ok(right / all > 0.97, `${right} of ${all} blocks right`);
});

void test("does not read a feature that all blocks have alike", () => {
  assert.deepEqual(Array.from(reading.columns), [1, 2]);
});

void test("the same pages and seed give the same network, another seed another", () => {
  const short = { ...OPTIONS, epochs: 2 };
  assert.deepEqual(train(short), train(short));
  assert.notDeepEqual(train(short), train({ ...short, seed: 2 }));
});

void test("its file gives the same answers, wherever a sheet has the features, and refuses unknown ones", () => {
  const file = JSON.parse(JSON.stringify(toNetFile(net, NAMES, "test")));
  const page = makePages(1, 3)[0] as PageSample;
  const rows = page.table.rows.length;
  const odds = neighbourOdds(net, toSheet(page), rows);
  const turned = toSheet(page);
  const moved = Float32Array.from([
    ...turned.slice(2 * rows),
    ...turned.slice(0, rows),
    ...turned.slice(rows, 2 * rows),
  ]);
  const read = neighbourOdds(readNet(file, ["noise", "same", "mark"]), moved, rows);
  for (let i = 0; i < rows; i++) assert.ok(Math.abs((odds[i] as number) - (read[i] as number)) < 0.02);
  assert.throws(() => readNet(file, ["noise"]), /unknown feature: mark/);
});

void test("a page without blocks has no odds", () => {
  assert.equal(neighbourOdds(net, new Float32Array(0), 0).length, 0);
});
