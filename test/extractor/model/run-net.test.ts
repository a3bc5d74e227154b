import assert from "node:assert/strict";
import { test } from "node:test";
import { anyRanges } from "../../../extractor/model/column-ranges.ts";
import { NET_KERNEL } from "../../../extractor/model/net-kernel-bytes.ts";
import {
  type NeighbourLayer,
  type NeighbourNet,
  neighbourOdds,
} from "../../../extractor/model/neighbour-net.ts";
import { createNetReader } from "../../../extractor/model/run-net.ts";
import { assembleKernel } from "../../../scripts/assemble-kernel.ts";
import { seededRandom } from "../../../scripts/train/boost-trees.ts";

const random = seededRandom(7);
const numbers = (length: number): Float64Array => Float64Array.from({ length }, () => random() - 0.5);

const layer = (from: number, to: number, reach: readonly number[]): NeighbourLayer => ({
  reach,
  from,
  to,
  weights: numbers(reach.length * from * to),
  page: numbers(from * to),
  bias: numbers(to),
});

/** A network that reads two of three columns, the last ones first. */
function makeNet(columns: number, width: number, narrow: number): NeighbourNet {
  const read = Int32Array.from({ length: columns }, (_, i) => columns - 1 - i).filter((i) => i % 3 !== 1);
  return {
    columns: read,
    usual: new Float64Array(read.length),
    spread: Float64Array.from(read, () => 0.2 + random()),
    width,
    weights: numbers(read.length * width),
    bias: numbers(width),
    near: layer(width, narrow, [-2, -1, 0, 1, 2]),
    far: layer(narrow, narrow, [-6, -3, 0, 3, 6]),
    outFirst: numbers(width),
    outLast: numbers(narrow),
    outBias: numbers(1),
  };
}

/** Columns that are the same in all rows, columns that are mostly nothing, and columns of anything. */
function makeSheet(columns: number, rows: number): Float32Array {
  const sheet = new Float32Array(columns * rows);
  for (let column = 0; column < columns; column++) {
    const kind = column % 4;
    const alike = random();
    for (let row = 0; row < rows; row++) {
      const value = random() < 0.7 && kind !== 3 ? 0 : 4 * random() - 2;
      sheet[column * rows + row] = kind === 0 ? alike : value;
    }
  }
  return sheet;
}

function assertSame(net: NeighbourNet, read: ReturnType<typeof createNetReader>, rows: number): void {
  const sheet = makeSheet(30, rows);
  const expected = neighbourOdds(net, sheet, rows);
  const odds = read(sheet, rows);
  assert.equal(odds.length, rows);
  const farthest = expected.reduce((most, odd, i) => Math.max(most, Math.abs(odd - (odds[i] as number))), 0);
  assert.ok(farthest < 1e-4, `${rows} rows: off by ${farthest}`);
}

void test("the kernel's bytes are what its source assembles to (else: npm run assemble)", () => {
  assert.equal(NET_KERNEL, assembleKernel());
});

for (const [width, narrow] of [
  [24, 16],
  [48, 32],
  [13, 5],
] as const)
  void test(`a network of width ${width} and ${narrow} answers as in plain TypeScript, page after page`, () => {
    const net = makeNet(30, width, narrow);
    const read = createNetReader(net);
    for (const rows of [5, 1, 200, 2, 13]) assertSame(net, read, rows);
  });

void test("long pages: columns in several goes, and a memory of their own", () => {
  const net = makeNet(30, 24, 16);
  const read = createNetReader(net);
  for (const rows of [20_000, 3, 40_000, 3]) assertSame(net, read, rows);
});

void test("the columns that are read are noted with the numbers between which they lie", () => {
  const net = makeNet(30, 24, 16);
  const read = createNetReader(net);
  for (const rows of [1, 3, 4, 18, 20_000]) {
    const sheet = makeSheet(30, rows);
    // Every third is left out; see makeNet.
    const unread = 1;
    const [broken = 0, ...whole] = net.columns;
    sheet[broken * rows + rows - 1] = Number.NaN;
    const ranges = anyRanges(30);
    read(sheet, rows, ranges);
    for (const column of whole) {
      const numbers = sheet.subarray(column * rows, (column + 1) * rows).toSorted();
      assert.equal(ranges.least[column], numbers[0]);
      assert.equal(ranges.most[column], numbers[rows - 1]);
    }
    for (const column of [unread, broken]) {
      assert.equal(ranges.least[column], Number.NEGATIVE_INFINITY, "nothing is known of it");
      assert.equal(ranges.most[column], Number.POSITIVE_INFINITY);
    }
  }
});

void test("a page without blocks has no odds", () => {
  assert.equal(createNetReader(makeNet(30, 24, 16))(new Float32Array(0), 0).length, 0);
});
