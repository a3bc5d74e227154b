/**
 * Trains the model of page types and writes extractor/page-type/weights.json.
 *
 *   node scripts/train-page-type.ts --data DIR [--write]
 *
 * DIR holds `truth.jsonl.gz` (one `{id, url, pageType}` a line) and `pages/<id>.html.gz`. Hosts are split by their hash:
 * one in four is for validation and never trained on. Prints figures for training hosts (cross-validated by host) and
 * validation hosts side by side; a gap between them is over-fitting. Without --write nothing is saved.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { parseHtml } from "../extractor/dom/parse-html.ts";
import { extractMetadata } from "../extractor/metadata/extract-metadata.ts";
import { predict, type BoostedTrees } from "../extractor/page-type/boosted-trees.ts";
import { ARTICLE_FROM } from "../extractor/page-type/classify-page.ts";
import { measurePage, type PageMeasures } from "../extractor/page-type/measure-page.ts";
import { growTrees, type GrowOptions } from "./grow-trees.ts";

const CLASSES = ["article", "forum", "documentation", "listing", "product", "service", "collection"];
const FOLDS = 5;
// Shallow trees, many of them, each on half of the measures: deeper or faster ones gained nothing on held-out hosts.
const OPTIONS: GrowOptions = {
  classes: CLASSES,
  rounds: 150,
  depth: 3,
  rate: 0.06,
  ridge: 3,
  leaf: 8,
  columns: 0.3,
  rows: 0.7,
  seed: 1,
};

interface Page {
  readonly host: string;
  readonly label: number;
  readonly measures: PageMeasures;
}

const hostOf = (url: string): string => (URL.parse(url)?.hostname ?? url).replace(/^www\./, "");
const hash = (text: string): number => createHash("sha1").update(text).digest()[0] ?? 0;
const isValidation = ({ host }: Page): boolean => hash(host) < 64;
const foldOf = ({ host }: Page): number => hash(`fold ${host}`) % FOLDS;

function readPages(folder: string): Page[] {
  const lines = gunzipSync(readFileSync(join(folder, "truth.jsonl.gz")))
    .toString("utf8")
    .split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const truth = JSON.parse(line) as {
        readonly id: string;
        readonly url: string;
        readonly pageType: string;
      };
      const html = gunzipSync(readFileSync(join(folder, "pages", `${truth.id}.html.gz`))).toString("utf8");
      const document = parseHtml(html, { url: truth.url, engine: "slim" });
      const metadata = extractMetadata(document, { url: truth.url });
      return {
        host: hostOf(truth.url),
        label: CLASSES.indexOf(truth.pageType),
        measures: measurePage({ document, metadata, url: truth.url }),
      };
    });
}

interface Judged {
  readonly page: Page;
  readonly chances: readonly number[];
}

const judge = (model: BoostedTrees, pages: readonly Page[]): Judged[] =>
  pages.map((page) => ({ page, chances: predict(model, page.measures) }));

function report(name: string, judged: readonly Judged[]): void {
  const said = judged.filter(({ chances }) => (chances[0] ?? 0) >= ARTICLE_FROM);
  const are = judged.filter(({ page }) => page.label === 0);
  const right = said.filter(({ page }) => page.label === 0).length;
  const typed = judged.filter(
    ({ page, chances }) => chances.indexOf(Math.max(...chances)) === page.label,
  ).length;
  const figure = (value: number) => value.toFixed(3);
  console.log(
    `${name.padEnd(28)} pages ${judged.length}  article precision ${figure(right / said.length)}  recall ${figure(right / are.length)}  all types right ${figure(typed / judged.length)}`,
  );
}

function crossValidate(pages: readonly Page[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = growTrees(
      pages.filter((page) => foldOf(page) !== fold),
      OPTIONS,
    );
    return judge(
      model,
      pages.filter((page) => foldOf(page) === fold),
    );
  }).flat();
}

const { values } = parseArgs({ options: { data: { type: "string" }, write: { type: "boolean" } } });
if (values.data === undefined) {
  console.error("usage: node scripts/train-page-type.ts --data DIR [--write]");
  process.exit(2);
}
const pages = readPages(values.data);
const training = pages.filter((page) => !isValidation(page));
const model = growTrees(training, OPTIONS);
report("training hosts, cross-valid.", crossValidate(training));
report("validation hosts", judge(model, pages.filter(isValidation)));
if (values.write === true) {
  const file = join(import.meta.dirname, "..", "extractor", "page-type", "weights.json");
  const lines = model.trees.map(
    (trees) => `[\n${trees.map((tree) => `    ${JSON.stringify(tree)}`).join(",\n")}\n  ]`,
  );
  writeFileSync(
    file,
    `{\n  "classes": ${JSON.stringify(model.classes)},\n  "start": ${JSON.stringify(model.start)},\n  "trees": [${lines.join(", ")}]\n}\n`,
  );
  console.log(`wrote ${file}`);
}
