/**
 * Trains the block model (extractor/model/block-model.json) on folders of pages with known content.
 *
 *   node scripts/train-blocks.ts --data DIR [--data DIR2 …] [--hosts all|training] [--cross-validate] [--out FILE]
 *     [--trees N] [--leaves N] [--forests N] [--limit N]
 *
 * Each DIR holds `truth.jsonl.gz` and `pages/<id>.html.gz`. `--hosts training` leaves out the pages of 1 host in 4, and the
 * table shows both parts side by side; what is shipped learned from all. `--cross-validate` shows how well models do on hosts
 * that they have not learned from, which is what to expect of pages nobody has seen. The same folders and options give the
 * same file. Train page types first: what kind of page it is goes in as a feature, as judged by a model that
 * does not know the page's host.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { BoostedTrees } from "../extractor/model/boosted-trees.ts";
import { probability } from "../extractor/model/boosted-trees.ts";
import { contentProbability } from "../extractor/model/classify-blocks.ts";
import { toModelFile } from "../extractor/model/read-model.ts";
import { holdOutTypes, type TypeModelFor } from "./train/hold-out-types.ts";
import {
  askBlocks,
  crossValidate,
  learnBlocks,
  type LearnOptions,
  type Odds,
  toBlockSample,
} from "./train/learn-blocks.ts";
import { type PageSample, samplePage } from "./train/page-sample.ts";
import { type Hosts, readHosts, readKnownPages } from "./train/read-pages.ts";
import { type Choice, scorePages } from "./train/score-pages.ts";
import { readTypedPages } from "./train/typed-page.ts";

const DEFAULT_OUT = new URL("../extractor/model/block-model.json", import.meta.url).pathname;
const USAGE =
  "usage: node scripts/train-blocks.ts --data DIR [--data DIR2 …] [--hosts all|training] [--cross-validate] [--out FILE] " +
  "[--trees N] [--leaves N] [--forests N] [--limit N]";

/** Chosen by cross-validation over hosts. */
const DEFAULTS: LearnOptions = {
  trees: 220,
  leaves: 8,
  forests: 2,
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
    hosts: { type: "string", default: "all" },
    "cross-validate": { type: "boolean", default: false },
    out: { type: "string", default: DEFAULT_OUT },
    trees: { type: "string", default: String(DEFAULTS.trees) },
    leaves: { type: "string", default: String(DEFAULTS.leaves) },
    forests: { type: "string", default: String(DEFAULTS.forests) },
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

function readAll(folders: readonly string[], hosts: Hosts): PageSample[] {
  const typed = folders.flatMap((folder) => readTypedPages(folder));
  const modelFor = holdOutTypes(hosts === "all" ? typed : typed.filter((page) => !page.isValidation));
  return folders.flatMap((folder) => readFolder(folder, Number(values.limit), modelFor));
}

function report(name: string, pages: readonly PageSample[], choice: Choice): void {
  const parts = [
    ["all hosts ", pages],
    ["training  ", pages.filter(({ validation }) => !validation)],
    ["validation", pages.filter(({ validation }) => validation)],
  ] as const;
  for (const [part, inside] of parts) {
    const figures = Object.entries(scorePages(inside, choice)).map(
      ([key, value]) => `${key} ${value.toFixed(4)}`,
    );
    console.log(`${name.padEnd(22)} ${part}  ${figures.join("  ")}`);
  }
}

const chooseBy =
  (odds: Odds): Choice =>
  (page, i) =>
    probability(odds.get(page)?.[i] ?? Number.NEGATIVE_INFINITY) >= contentProbability(page.pageType);

function write(model: BoostedTrees): void {
  const { trees, ...head } = toModelFile(
    model,
    "Boosted trees over block features: log odds of a block being content. See classify-blocks.ts.",
  );
  const lines = trees.map((tree) => `    ${JSON.stringify(tree)}`).join(",\n");
  writeFileSync(
    values.out,
    `${JSON.stringify(head, null, 2).replace(/\n\}$/, "")},\n  "trees": [\n${lines}\n  ]\n}\n`,
  );
}

function main(): void {
  if (values.data.length === 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const hosts = readHosts(values.hosts);
  const options = {
    ...DEFAULTS,
    trees: Number(values.trees),
    leaves: Number(values.leaves),
    forests: Number(values.forests),
  };
  const pages = readAll(values.data, hosts);
  const learned = hosts === "all" ? pages : pages.filter(({ validation }) => !validation);
  const sample = toBlockSample(learned, options.seed);
  console.error(
    `${pages.length} pages, ${sample.binned.count} blocks to learn from, ${sample.binned.names.length} features`,
  );
  report("rules alone", pages, (page, i) => page.kept[i] ?? false);
  const model = learnBlocks(sample.binned, options);
  write(model);
  report(`${hosts} hosts learned`, pages, chooseBy(askBlocks(model, pages)));
  if (values["cross-validate"])
    report("cross-validated", learned, chooseBy(crossValidate(learned, sample, options)));
}

main();
