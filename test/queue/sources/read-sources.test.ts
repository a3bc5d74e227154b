import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { readSources } from "../../../queue/sources/read-sources.ts";
import { SCHEMA_PATH, sourcesJsonSchema } from "../../../queue/sources/source-schema.ts";

const rootFile = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** Every problem as the command line shows it, without the file's name. */
function problemsOf(text: string): readonly string[] {
  const read = readSources(text);
  if (read.ok) return [];
  return read.problems.map(({ line, column, path, message }) => `${line}:${column}: ${path}: ${message}`);
}

function assertProblems(text: string, expected: readonly (readonly [where: string, says: RegExp])[]): void {
  const problems = problemsOf(text);
  assert.deepEqual(
    problems.map((problem) => problem.split(": ").slice(0, 2).join(": ")),
    expected.map(([where]) => where),
    problems.join("\n"),
  );
  for (const [index, [, says]] of expected.entries()) assert.match(problems[index] ?? "", says);
}

test("a file gives its sources with their defaults", () => {
  const read = readSources(`sources:\n  - name: weir\n    seeds: [https://weir.example/]\n`);
  assert.deepEqual(read, {
    ok: true,
    sources: [
      {
        name: "weir",
        seeds: ["https://weir.example/"],
        cron: null,
        timezone: "UTC",
        include: [],
        exclude: [],
        depth: null,
        limit: null,
        delay: 1000,
        render: "auto",
        keep: [],
        drop: [],
        mode: "balanced",
        since: null,
        discover: false,
      },
    ],
  });
});

test("everything that is wrong is said at once, each with its line and column", () => {
  const text = `# what we read
sources:
  - name: Kestrel Post
    seeds: [https://kestrel.example/]
    cron: "61 * * * *"
  - name: weir
    seeds:
      - weir.example
      - https://weir.example/rss.xml
    croon: "@daily"
    timezone: Mars/Base
    depth: -1
    limit: 0
    delay: fast
    render: sometimes
    keep: [captions]
    include: ["news"]
    since: lately
  - seeds: []
    name: weir
    cron: "* * *"
    depth: 1.5
    discover: yes
  - 7
  - name: lock
`;
  assertProblems(text, [
    ["3:11: sources[0].name", /"Kestrel Post" must be lower-case letters/u],
    ["5:11: sources[0].cron", /"61 \* \* \* \*" is no cron expression: minute 61 is not within 0 to 59$/u],
    ["8:9: sources[1].seeds[0]", /not an absolute URL.*https:\/\/weir\.example/u],
    ["10:5: sources[1]", /unknown key "croon"; did you mean cron\?/u],
    ["11:15: sources[1].timezone", /"Mars\/Base" is no time zone/u],
    ["12:12: sources[1].depth", /must be at least 0/u],
    ["13:12: sources[1].limit", /must be at least 1/u],
    ["14:12: sources[1].delay", /must be a number, not "fast"/u],
    ["15:13: sources[1].render", /"sometimes" is none of auto, never, always/u],
    ["16:12: sources[1].keep[0]", /"captions" is none of .*caption/u],
    ["17:15: sources[1].include[0]", /"news" begins with neither/u],
    ["18:12: sources[1].since", /"lately" is no date and no duration/u],
    ["19:12: sources[2].seeds", /must not be empty/u],
    ["20:11: sources[2].name", /"weir" is the name of sources\[1\] already/u],
    ["21:11: sources[2].cron", /it has 3 fields; write five/u],
    ["22:12: sources[2].depth", /must be a whole number, not 1\.5/u],
    ["23:15: sources[2].discover", /must be true or false, not "yes"/u],
    ["24:5: sources[3]", /must be a map, not 7/u],
    ["25:5: sources[4].seeds", /is missing/u],
  ]);
});

test("broken YAML is said by line, with a word on asterisks", () => {
  assertProblems("sources:\n  - name: weir\n    cron: */15 * * * *\n", [["3:16: ", /must stand in quotes/u]]);
  assertProblems("sources:\n  - name: a\n    name: b\n", [["3:5: ", /unique/u]]);
  assertProblems("", [["1:1: ", /must be a map, not nothing/u]]);
  assertProblems("sources: {}\n", [["1:10: sources", /must be a list, not a map/u]]);
  assertProblems("sorces: []\n", [
    ["1:1: sources", /is missing/u],
    ["1:1: ", /unknown key "sorces"; did you mean sources\?/u],
  ]);
});

const CRONS: Readonly<Record<string, RegExp | null>> = {
  "*/15 7-22 * * MON-FRI": null,
  "*/2 * * * * *": null,
  "@hourly": null,
  "0 0 L * *": null,
  "0 6 * * THU": null,
  "60 * * * *": /minute 60 is not within 0 to 59/u,
  "0 24 * * *": /hour 24 is not within 0 to 23/u,
  "0 0 32 * *": /day of month 32 is not within 1 to 31/u,
  "0 0 1 13 *": /month 13 is not within 1 to 12/u,
  "0 0 * * 8": /day of week 8 is not within 0 to 7/u,
  "90 * * * * *": /second 90 is not within 0 to 59/u,
  "0 0 30 2 *": /day of month/iu,
  "*/0 * * * *": /minute \*\/0/u,
  "a * * * *": /minute a/u,
  "H * * * *": /no fixed time/u,
  "* * * * * * *": /it has 7 fields/u,
  "": /it has 0 fields/u,
  "@sometimes": /is no cron expression/u,
};

for (const [cron, says] of Object.entries(CRONS)) {
  test(`cron ${JSON.stringify(cron)} ${says === null ? "is read" : "is refused by its field"}`, () => {
    const text = `sources:\n  - name: weir\n    seeds: [https://weir.example/]\n    cron: ${JSON.stringify(cron)}\n`;
    const problems = problemsOf(text);
    if (says === null) assert.deepEqual(problems, []);
    else assert.match(problems.join("\n"), says);
  });
}

test("the published schema is the one that reads the file", () => {
  assert.deepEqual(JSON.parse(rootFile(SCHEMA_PATH)), JSON.parse(sourcesJsonSchema()), "run npm run schema");
});

test("the example is right by the reader and by the published schema, which refuses what is wrong", () => {
  const example = rootFile("schema/sources.example.yaml");
  assert.deepEqual(problemsOf(example), []);
  assert.match(example, /^# yaml-language-server: \$schema=\.\/sources\.schema\.json$/mu);
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(rootFile(SCHEMA_PATH)) as object);
  assert.ok(validate(parse(example)), JSON.stringify(validate.errors));
  for (const wrong of [
    { sources: [{ name: "weir" }] },
    { sources: [{ name: "weir", seeds: ["https://weir.example/"], croon: "@daily" }] },
    { sources: [{ name: "Weir", seeds: ["https://weir.example/"] }] },
    { sources: [{ name: "weir", seeds: ["https://weir.example/"], render: "sometimes" }] },
  ])
    assert.equal(validate(wrong), false, JSON.stringify(wrong));
});
