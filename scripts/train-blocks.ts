/**
 * Trains the block model (extractor/model/block-model.json) on folders of pages with known content.
 *
 *   node scripts/train-blocks.ts --data DIR [--data DIR2 …] [--out FILE] [--trees N] [--leaves N] [--forests N] [--limit N]
 *
 * Each DIR holds `truth.jsonl.gz` and `pages/<id>.html.gz`. Pages of 1 host in 4 are never trained on; the table at the
 * end shows both parts side by side. The same folders and options give the same file. Train page types first: what kind of
 * page it is goes in as a feature, for pages trained on as judged by a model that does not know their hosts.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type BoostedTrees, logOdds, probability } from "../extractor/model/boosted-trees.ts";
import { contentProbability } from "../extractor/model/classify-blocks.ts";
import { toModelFile } from "../extractor/model/read-model.ts";
import {
  averageTrees,
  binSample,
  type BoostOptions,
  boostTrees,
  type Sample,
  seededRandom,
} from "./train/boost-trees.ts";
import { holdOutTypes, type TypeModelFor } from "./train/hold-out-types.ts";
import { type PageSample, samplePage } from "./train/page-sample.ts";
import { readKnownPages } from "./train/read-pages.ts";
import { type Choice, scorePages } from "./train/score-pages.ts";

const DEFAULT_OUT = new URL("../extractor/model/block-model.json", import.meta.url).pathname;

/** A page with more blocks than this is sampled: its thousand-and-first table cell teaches nothing new. */
const MOST_BLOCKS = 150;

/** Chosen by cross-validation over hosts of the training part. */
const DEFAULTS: BoostOptions = {
  trees: 200,
  leaves: 12,
  shrinkage: 0.08,
  rowShare: 0.5,
  featureShare: 0.2,
  leastHessian: 10,
  leastRows: 120,
  ridge: 10,
  seed: 1,
};

const { values } = parseArgs({
  options: {
    data: { type: "string", multiple: true, default: [] },
    out: { type: "string", default: DEFAULT_OUT },
    trees: { type: "string", default: String(DEFAULTS.trees) },
    leaves: { type: "string", default: String(DEFAULTS.leaves) },
    forests: { type: "string", default: "2" },
    limit: { type: "string", default: "Infinity" },
  },
});

function readFolder(folder: string, limit: number, modelFor: TypeModelFor): PageSample[] {
  const pages: PageSample[] = [];
  for (const known of readKnownPages(folder).slice(0, limit)) {
    try {
      pages.push(samplePage(folder, known, modelFor(known.url)));
    } catch (error) {
      console.error(`left out ${known.id} (${known.url}): ${String(error)}`);
    }
    if (pages.length % 200 === 0) console.error(`${folder}: ${pages.length} pages`);
  }
  return pages;
}

function toSample(pages: readonly PageSample[]): Sample {
  const rows: Float32Array[] = [];
  const answers: number[] = [];
  const weights: number[] = [];
  const random = seededRandom(DEFAULTS.seed);
  for (const { table, answers: known, weights: heavy } of pages) {
    const share = Math.min(1, MOST_BLOCKS / known.filter((answer) => answer !== null).length);
    table.rows.forEach((row, i) => {
      const answer = known[i] ?? null;
      if (answer === null || random() >= share) return;
      rows.push(row);
      answers.push(answer);
      weights.push((heavy[i] ?? 0) / share);
    });
  }
  const mean = weights.reduce((a, b) => a + b, 0) / weights.length;
  const names = pages.find(({ table }) => table.names.length)?.table.names ?? [];
  return { names, rows, answers, weights: weights.map((weight) => weight / mean) };
}

function report(name: string, pages: readonly PageSample[], choice: Choice): void {
  for (const validation of [false, true]) {
    const score = scorePages(
      pages.filter((page) => page.validation === validation),
      choice,
    );
    const figures = Object.entries(score).map(([key, value]) => `${key} ${value.toFixed(4)}`);
    console.log(`${name.padEnd(12)} ${validation ? "validation" : "training  "}  ${figures.join("  ")}`);
  }
}

function chooseBy(model: BoostedTrees): Choice {
  const known = new Map<Float32Array, boolean>();
  return ({ table, pageType }, i) => {
    const row = table.rows[i];
    if (!row) return false;
    const answer = known.get(row) ?? probability(logOdds(model, row)) >= contentProbability(pageType);
    known.set(row, answer);
    return answer;
  };
}

function main(): void {
  const folders = values.data;
  if (!folders.length) {
    console.error(
      "usage: node scripts/train-blocks.ts --data DIR [--data DIR2 …] [--out FILE] [--trees N] [--leaves N] [--forests N] [--limit N]",
    );
    process.exitCode = 2;
    return;
  }
  const modelFor = holdOutTypes(folders);
  const pages = folders.flatMap((folder) => readFolder(folder, Number(values.limit), modelFor));
  const sample = toSample(pages.filter(({ validation }) => !validation));
  console.error(
    `${pages.length} pages, ${sample.rows.length} blocks to learn from, ${sample.names.length} features`,
  );
  const options = { ...DEFAULTS, trees: Number(values.trees), leaves: Number(values.leaves) };
  const binned = binSample(sample);
  const model = averageTrees(
    Array.from({ length: Number(values.forests) }, (_, i) =>
      boostTrees(binned, { ...options, seed: DEFAULTS.seed + i }),
    ),
  );
  const file = toModelFile(
    model,
    "Boosted trees over block features: log odds of a block being content. See classify-blocks.ts.",
  );
  const { trees, ...head } = file;
  const lines = trees.map((tree) => `    ${JSON.stringify(tree)}`).join(",\n");
  writeFileSync(
    values.out,
    `${JSON.stringify(head, null, 2).replace(/\n\}$/, "")},\n  "trees": [\n${lines}\n  ]\n}\n`,
  );
  report("rules alone", pages, (page, i) => page.kept[i] ?? false);
  report("with model", pages, chooseBy(model));
}

main();
