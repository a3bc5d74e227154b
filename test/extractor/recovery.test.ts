import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { chooseContent } from "../../extractor/attempts/choose-content.ts";
import { emptyDocument, parseHtml } from "../../extractor/dom/parse-html.ts";
import { extract } from "../../extractor/extract.ts";
import { extractMetadata } from "../../extractor/metadata/extract-metadata.ts";
import { policyFor } from "../../extractor/page-policy.ts";
import { readPage } from "../../extractor/page.ts";
import type { Page } from "../../extractor/page.ts";
import { findBefore, runAfter } from "../../extractor/passes/run-passes.ts";
import { PASSES_AFTER, PASSES_BEFORE } from "../../extractor/passes/table.ts";

const url = "https://islander.example/news/story";
const fixtures = new URL("../fixtures/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, fixtures), "utf8");

const lines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "");

function pageOf(html: string): Page {
  const document = parseHtml(html, { url, engine: "slim" });
  return readPage({ document, url, metadata: extractMetadata(document, { url }) });
}

const createScratch = (): Document => emptyDocument({ url, engine: "slim" });

/** What the rules keep with one pass left out, or with other attempts. */
function keptLines(html: string, without: string | null, names?: readonly string[]): readonly string[] {
  const page = pageOf(html);
  const choice = { keep: new Set<never>(), drop: new Set<never>() };
  const attempts = names ?? policyFor({ pageType: "article", confidence: 1 }).attempts;
  const before = findBefore(page, PASSES_BEFORE, choice);
  const { selection } = chooseContent(page, { before, attempts, createScratch });
  runAfter(
    page,
    selection,
    PASSES_AFTER.filter(({ name }) => name !== without),
    choice,
  );
  return selection.kept().map(({ text }) => text);
}

/** Folder to the pass that brings back what its page lost. */
const RECOVERIES: Readonly<Record<string, string>> = {
  gap: "gaps",
  attribution: "attributions",
  standfirst: "standfirst",
  sibling: "siblings",
};

for (const name of readdirSync(new URL("recovery/", fixtures))) {
  test(`the recovery ${name} brings back what was lost and leaves its look-alike out`, () => {
    const html = read(`recovery/${name}/page.html`);
    const expected = lines(read(`recovery/${name}/expected.txt`));
    assert.ok(RECOVERIES[name], `no pass is named for ${name}`);
    assert.deepEqual(lines(extract({ html, url }, { model: "none" }).articleBody), expected);
    assert.notDeepEqual(keptLines(html, RECOVERIES[name] ?? null), expected, "nothing was lost without it");
  });
}

for (const name of readdirSync(new URL("attempts/", fixtures))) {
  test(`the attempt on ${name} finds what Readability as it is does not`, () => {
    const html = read(`attempts/${name}/page.html`);
    const expected = lines(read(`attempts/${name}/expected.txt`));
    const { articleBody, extraction } = extract({ html, url }, { model: "none" });
    assert.deepEqual(lines(articleBody), expected);
    const attempt = /^fallback:(.+)$/u.exec(extraction.warnings[0] ?? "")?.[1];
    assert.ok(attempt !== undefined && name.startsWith(attempt), `${attempt} found it`);
    assert.notDeepEqual(keptLines(html, null, ["readability"]), expected, "Readability alone would do");
  });
}
