/**
 * Trains the model of page types and writes extractor/page-type/weights.json.
 *
 *   node scripts/train-page-type.ts --data DIR [--articles DIR] [--hosts all|training] [--write]
 *
 * Each DIR holds `truth.jsonl.gz` and `pages/<id>.html.gz`; the lines of --data's truth give a `pageType`, and the pages
 * of --articles, whose types nobody noted, are taken for articles. Two figures are shown: what a model says of validation
 * hosts (1 in 4) that learned from the others, and cross-validation by host over those that `--hosts` names, which is what
 * to expect of pages nobody has seen. Without --write nothing is saved; what is shipped learned from all hosts.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ARTICLE_FROM, classifyMeasures } from "../extractor/page-type/classify-page.ts";
import { learnTypes } from "./train/learn-types.ts";
import { FOLDS } from "./train/hold-out-types.ts";
import { readHosts } from "./train/read-pages.ts";
import { readTypedPages, type TypedPage } from "./train/typed-page.ts";

interface Judged {
  readonly page: TypedPage;
  readonly said: string;
  readonly article: number;
}

type Judge = (pages: readonly TypedPage[]) => Judged[];

function judgeBy(training: readonly TypedPage[]): Judge {
  const model = learnTypes(training);
  return (pages) =>
    pages.map((page) => {
      const { pageType, chances } = classifyMeasures(page.measures, { model });
      return { page, said: pageType, article: chances.article };
    });
}

function crossValidate(pages: readonly TypedPage[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const held = pages.filter((page) => page.hostNumber % FOLDS === fold);
    return judgeBy(pages.filter((page) => page.hostNumber % FOLDS !== fold))(held);
  }).flat();
}

const figure = (value: number): string => value.toFixed(3);

function report(name: string, judged: readonly Judged[]): void {
  const typed = judged.filter(({ page }) => page.isTyped);
  const said = typed.filter(({ said }) => said === "article");
  const are = typed.filter(({ page }) => page.type === "article");
  const right = said.filter(({ page }) => page.type === "article").length;
  const exact = typed.filter(({ page, said }) => said === page.type).length;
  const untyped = judged.filter(({ page }) => !page.isTyped);
  console.log(
    `${name}  pages ${typed.length}  article precision ${figure(right / said.length)}  recall ${figure(right / are.length)}  ` +
      `all types right ${figure(exact / typed.length)}` +
      (untyped.length > 0
        ? `  |  untyped pages ${untyped.length}, taken for articles ${figure(untyped.filter(({ said }) => said === "article").length / untyped.length)}`
        : ""),
  );
}

/** Precision and recall at other thresholds, to choose ARTICLE_FROM by. */
function reportThresholds(judged: readonly Judged[]): void {
  const typed = judged.filter(({ page }) => page.isTyped);
  const all = typed.filter(({ page }) => page.type === "article").length;
  for (let from = 0.3; from < 0.75; from += 0.05) {
    const said = typed.filter(({ article }) => article >= from);
    const right = said.filter(({ page }) => page.type === "article").length;
    console.log(
      `  from ${figure(from)}  precision ${figure(right / said.length)}  recall ${figure(right / all)}`,
    );
  }
}

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    articles: { type: "string" },
    hosts: { type: "string", default: "all" },
    write: { type: "boolean" },
  },
});
if (values.data === undefined) {
  console.error(
    "usage: node scripts/train-page-type.ts --data DIR [--articles DIR] [--hosts all|training] [--write]",
  );
  process.exit(2);
}
const hosts = readHosts(values.hosts);
const pages = [
  ...readTypedPages(values.data),
  ...(values.articles === undefined ? [] : readTypedPages(values.articles)),
];
const training = pages.filter((page) => !page.isValidation);
const learned = hosts === "all" ? pages : training;
const crossValidated = crossValidate(learned);
report(`${hosts} hosts, cross-validated, from ${ARTICLE_FROM}`, crossValidated);
reportThresholds(crossValidated);
report(
  `validation hosts, from ${ARTICLE_FROM}`,
  judgeBy(training)(pages.filter((page) => page.isValidation)),
);
if (values.write === true) {
  const file = new URL("../extractor/page-type/weights.json", import.meta.url);
  const model = learnTypes(learned);
  const { measures, out, ...head } = model;
  const lines = (rows: readonly unknown[]): string =>
    rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
  writeFileSync(
    file,
    `${JSON.stringify(head).slice(0, -1)},\n  "out": [\n${lines(out)}\n  ],\n  "measures": [\n${lines(measures)}\n  ]}\n`,
  );
  console.log(`wrote ${file.pathname}`);
}
