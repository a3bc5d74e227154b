/**
 * Trains the block model on folders of pages with known content: its trees (extractor/model/block-model.json) and its
 * network over neighbours (extractor/model/neighbour-model.json).
 *
 *   node scripts/train-blocks.ts --data DIR [--data DIR2 …] [--hosts all|training] [--cross-validate] [--out FOLDER]
 *     [--trees N] [--leaves N] [--forests N] [--epochs N] [--limit N]
 *
 * Each DIR holds `truth.jsonl.gz` and `pages/<id>.html.gz`. `--hosts training` leaves out the pages of 1 host in 4, and the
 * table shows both parts side by side; what is shipped learned from all. `--cross-validate` shows how well models do on hosts
 * that they have not learned from, which is what to expect of pages nobody has seen. The same folders and options give the
 * same files. Train page types first: what kind of page it is goes in as a feature, as judged by a model that
 * does not know the page's host.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { probability } from "../extractor/model/boosted-trees.ts";
import { contentProbability } from "../extractor/model/classify-blocks.ts";
import { featureNames } from "../extractor/model/feature-sheet.ts";
import { toModelFile } from "../extractor/model/read-model.ts";
import { toNetFile } from "../extractor/model/read-net.ts";
import { holdOutTypes, type TypeModelFor } from "./train/hold-out-types.ts";
import {
  askBlocks,
  crossValidate,
  learnBlocks,
  type LearnedModel,
  type LearnOptions,
  type Odds,
  toLessons,
} from "./train/learn-blocks.ts";
import { type PageSample, samplePage } from "./train/page-sample.ts";
import { type Hosts, readHosts, readKnownPages } from "./train/read-pages.ts";
import { type Choice, scorePages } from "./train/score-pages.ts";
import { readTypedPages } from "./train/typed-page.ts";

const DEFAULT_OUT = new URL("../extractor/model/", import.meta.url).pathname;
const USAGE =
  "usage: node scripts/train-blocks.ts --data DIR [--data DIR2 …] [--hosts all|training] [--cross-validate] [--out FOLDER] " +
  "[--trees N] [--leaves N] [--forests N] [--epochs N] [--limit N]";

/** Chosen by cross-validation over hosts. */
const DEFAULTS: LearnOptions = {
  trees: {
    trees: 440,
    leaves: 8,
    forests: 1,
    shrinkage: 0.08,
    rowShare: 0.5,
    featureShare: 0.2,
    leastHessian: 10,
    leastRows: 120,
    ridge: 10,
    drawsThresholds: true,
    seed: 1,
  },
  net: {
    width: 48,
    narrow: 32,
    epochs: 8,
    batch: 12,
    rate: 2e-3,
    decay: 0.02,
    dropout: 0.3,
    featureDropout: 0.1,
    seed: 1,
  },
};

const { values } = parseArgs({
  options: {
    data: { type: "string", multiple: true, default: [] },
    hosts: { type: "string", default: "all" },
    "cross-validate": { type: "boolean", default: false },
    out: { type: "string", default: DEFAULT_OUT },
    trees: { type: "string", default: String(DEFAULTS.trees.trees) },
    leaves: { type: "string", default: String(DEFAULTS.trees.leaves) },
    forests: { type: "string", default: String(DEFAULTS.trees.forests) },
    epochs: { type: "string", default: String(DEFAULTS.net.epochs) },
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

/** Writes a file a person can read: `head` as it is, then the list, an entry a line. */
function writeLines(file: string, head: object, [key, list]: readonly [string, readonly unknown[]]): void {
  const lines = list.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
  const rest = Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)},\n`);
  writeFileSync(join(values.out, file), `{\n${rest.join("")}  "${key}": [\n${lines}\n  ]\n}\n`);
}

function write(model: LearnedModel): void {
  const { trees, ...head } = toModelFile(
    model.trees,
    "Boosted trees over block features: log odds of a block being content. See classify-blocks.ts.",
  );
  writeLines("block-model.json", head, ["trees", trees]);
  const { features, ...layers } = toNetFile(
    model.net,
    featureNames(),
    "A network over the blocks of a page in their order: log odds of a block being content. See neighbour-net.ts.",
  );
  writeLines("neighbour-model.json", layers, ["features", features]);
}

function main(): void {
  if (values.data.length === 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const hosts = readHosts(values.hosts);
  const options: LearnOptions = {
    trees: {
      ...DEFAULTS.trees,
      trees: Number(values.trees),
      leaves: Number(values.leaves),
      forests: Number(values.forests),
    },
    net: { ...DEFAULTS.net, epochs: Number(values.epochs) },
  };
  const pages = readAll(values.data, hosts);
  const learned = hosts === "all" ? pages : pages.filter(({ validation }) => !validation);
  const lessons = toLessons(learned, options.trees.seed);
  const { count, names } = lessons.sample.binned;
  console.error(`${pages.length} pages, ${count} blocks to learn from, ${names.length} features`);
  report("rules alone", pages, (page, i) => page.kept[i] ?? false);
  const model = learnBlocks(lessons, options);
  write(model);
  report(`${hosts} hosts learned`, pages, chooseBy(askBlocks(model, pages)));
  if (values["cross-validate"])
    report("cross-validated", learned, chooseBy(crossValidate(learned, lessons, options)));
}

main();
