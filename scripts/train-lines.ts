/**
 * Trains the model of lines of text mode on folders of pages with known content, and writes extractor/text-mode/line-model.json.
 *
 *   node scripts/train-lines.ts --data DIR [--data DIR2 …] [--hosts all|training] [--out FILE] [--epochs N]
 *
 * Each DIR holds `truth.jsonl.gz` and `pages/<id>.html.gz`. A page becomes the dump that a reader would copy: a line for each
 * block. `--hosts training` leaves out the pages of 1 host in 4; the table shows both parts side by side.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { toNetFile } from "../extractor/model/read-net.ts";
import { LINE_FEATURES } from "../extractor/text-mode/line-features.ts";
import { learnLines, readDumps, scoreDumps } from "./train/learn-lines.ts";
import { readHosts } from "./train/read-pages.ts";

const DEFAULT_OUT = new URL("../extractor/text-mode/line-model.json", import.meta.url).pathname;

const { values } = parseArgs({
  options: {
    data: { type: "string", multiple: true, default: [] },
    hosts: { type: "string", default: "all" },
    out: { type: "string", default: DEFAULT_OUT },
    epochs: { type: "string", default: "16" },
  },
});
if (values.data.length === 0) {
  console.error(
    "usage: node scripts/train-lines.ts --data DIR [--data DIR2 …] [--hosts all|training] [--out FILE] [--epochs N]",
  );
  process.exit(2);
}
const hosts = readHosts(values.hosts);
const dumps = values.data.flatMap((folder) => readDumps(folder));
const learned = hosts === "all" ? dumps : dumps.filter(({ isValidation }) => !isValidation);
console.error(`${dumps.length} dumps, ${learned.length} to learn from`);
const net = learnLines(learned, Number(values.epochs));
for (const [part, inside] of [
  ["training  ", dumps.filter(({ isValidation }) => !isValidation)],
  ["validation", dumps.filter(({ isValidation }) => isValidation)],
] as const)
  console.log(`${part}  ${scoreDumps(inside, net)}`);
const { features, ...layers } = toNetFile(
  net,
  LINE_FEATURES,
  "A network over the lines of a dump in their order: log odds of a line being content. See ../model/neighbour-net.ts.",
);
const head = Object.entries(layers).map(([name, value]) => `  "${name}": ${JSON.stringify(value)},\n`);
const lines = features.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
writeFileSync(values.out, `{\n${head.join("")}  "features": [\n${lines}\n  ]\n}\n`);
console.log(`wrote ${values.out}`);
