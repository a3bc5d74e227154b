/**
 * Trains the block model (extractor/model/block-model.json) on folders of pages with known content.
 *
 *   node scripts/train-blocks.ts --data DIR [--data DIR2 …] [--out FILE] [--trees N] [--leaves N] [--limit N]
 *
 * Each DIR holds `truth.jsonl.gz` and `pages/<id>.html.gz`. Pages of 1 host in 4 are never trained on; the table at the
 * end shows both parts side by side. The same folders and options give the same file.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type BoostedTrees, logOdds, probability } from "../extractor/model/boosted-trees.ts";
import { contentProbability } from "../extractor/model/classify-blocks.ts";
import { toModelFile } from "../extractor/model/read-model.ts";
import { binSample, type BoostOptions, boostTrees, type Sample } from "./train/boost-trees.ts";
import { type PageSample, samplePage } from "./train/page-sample.ts";
import { readKnownPages } from "./train/read-pages.ts";
import { type Choice, scorePages } from "./train/score-pages.ts";

const DEFAULT_OUT = new URL("../extractor/model/block-model.json", import.meta.url).pathname;

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
    limit: { type: "string", default: "Infinity" },
  },
});

function readFolder(folder: string, limit: number): PageSample[] {
  const pages: PageSample[] = [];
  for (const known of readKnownPages(folder).slice(0, limit)) {
    try {
      pages.push(samplePage(folder, known));
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
  for (const { table, answers: known, weights: heavy } of pages) {
    table.rows.forEach((row, i) => {
      const answer = known[i] ?? null;
      if (answer === null) return;
      rows.push(row);
      answers.push(answer);
      weights.push(heavy[i] ?? 0);
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
      "usage: node scripts/train-blocks.ts --data DIR [--data DIR2 …] [--out FILE] [--trees N] [--leaves N] [--limit N]",
    );
    process.exitCode = 2;
    return;
  }
  const pages = folders.flatMap((folder) => readFolder(folder, Number(values.limit)));
  const sample = toSample(pages.filter(({ validation }) => !validation));
  console.error(
    `${pages.length} pages, ${sample.rows.length} blocks to learn from, ${sample.names.length} features`,
  );
  const options = { ...DEFAULTS, trees: Number(values.trees), leaves: Number(values.leaves) };
  const model = boostTrees(binSample(sample), options);
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
