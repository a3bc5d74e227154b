/**
 * `npm run bench:dom -- --data DIR [--limit N]`: holds the slim DOM to jsdom. Readability, unmodified, reads every page of a
 * folder in jsdom, in the slim DOM, and in the slim DOM after pruning; pages whose text differs are listed, and make it end
 * with status 1.
 */
import { Readability } from "@mozilla/readability";
import { setImmediate } from "node:timers/promises";
import { parseHtml, type ParseHtmlOptions } from "../extractor/dom/parse-html.ts";
import { readBenchOptions, readPages } from "./page-files.ts";

const PAGE_URL = "https://paper.example/section/story.html";

interface Reading {
  readonly text: string | null;
  readonly html: string | null;
}

function read(html: string, options: Pick<ParseHtmlOptions, "engine" | "prunes">): Reading {
  try {
    const article = new Readability(parseHtml(html, { url: PAGE_URL, ...options })).parse();
    return { text: article?.textContent ?? null, html: article?.content ?? null };
  } catch (error) {
    return { text: `(failed: ${String(error)})`, html: null };
  }
}

/** Where two texts part, with a little of both around it. */
function firstDifference(a: string | null, b: string | null): string {
  if (a === null || b === null)
    return `${a === null ? "no article" : `${a.length} characters`} / ${b === null ? "no article" : `${b.length} characters`}`;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 20);
  return `${JSON.stringify(a.slice(from, at + 40))} / ${JSON.stringify(b.slice(from, at + 40))}`;
}

function fold(text: string | null): string | null {
  return text === null ? null : text.replaceAll(/\s+/g, " ").trim();
}

async function main(): Promise<void> {
  const options = readBenchOptions("npm run bench:dom");
  const counts = { pages: 0, slimText: 0, slimHtml: 0, prunedText: 0, prunedHtml: 0, prunedSpace: 0 };
  for (const { name, html } of readPages(options)) {
    const reference = read(html, { engine: "jsdom" });
    const slim = read(html, { engine: "slim" });
    const pruned = read(html, { engine: "slim", prunes: true });
    counts.pages++;
    // jsdom lets go of a page only once the event loop has turned.
    await setImmediate();
    if (slim.html !== reference.html) counts.slimHtml++;
    if (pruned.html !== reference.html) counts.prunedHtml++;
    if (slim.text !== reference.text) {
      counts.slimText++;
      console.log(`${name} slim: ${firstDifference(reference.text, slim.text)}`);
    }
    if (fold(pruned.text) !== fold(reference.text)) {
      counts.prunedText++;
      console.log(`${name} pruned: ${firstDifference(fold(reference.text), fold(pruned.text))}`);
    } else if (pruned.text !== reference.text) counts.prunedSpace++;
  }
  console.log(`${counts.pages} pages against jsdom`);
  console.log(`slim DOM:           ${counts.slimText} differ in text, ${counts.slimHtml} in HTML`);
  console.log(
    `pruned, slim DOM:   ${counts.prunedText} differ in text, ${counts.prunedSpace} in white space only, ${counts.prunedHtml} in HTML`,
  );
  process.exitCode = counts.slimText + counts.prunedText > 0 ? 1 : 0;
}

await main();
