import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";
import type { ExtractOptions } from "../../extractor/extract.ts";

const folder = new URL("../fixtures/passes/", import.meta.url);

const lines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "");

function optionsOf(rule: string): ExtractOptions {
  const file = new URL(`${rule}/options.json`, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ExtractOptions) : {};
}

// Each folder is named after a rule and holds a page with what the rule removes and a look-alike that must stay.
for (const rule of readdirSync(folder)) {
  test(`the rule ${rule} removes what it names and keeps its look-alike`, () => {
    const html = readFileSync(new URL(`${rule}/page.html`, folder), "utf8");
    const expected = readFileSync(new URL(`${rule}/expected.txt`, folder), "utf8");
    const { articleBody, extraction } = extract(
      { html, url: "https://islander.example/news/story" },
      { ...optionsOf(rule), model: "none" },
    );
    assert.deepEqual(lines(articleBody), lines(expected));
    assert.ok(
      extraction.removed.some((block) => block.rule === rule),
      `no block was removed by ${rule}: ${JSON.stringify(extraction.removed)}`,
    );
  });
}
