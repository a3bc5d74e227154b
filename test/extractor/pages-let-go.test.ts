import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { extract } from "../../extractor/extract.ts";

// A text cut out of a page shares the page's characters. Whatever outlives the page must have its own, or all pages stay in memory.

const PAGES = 60;
const PAGE_CHARACTERS = 500_000;
const MEGABYTE = 2 ** 20;

/** A page whose names, of elements, classes, attributes, people and sections, no other page has. Its length is a comment. */
function pageOfOwnNames(number: number): string {
  const own = `harbour-office-of-pier-number-${number}`;
  return `<html lang="en"><head><title>Otters of pier number ${number} hold up the ferry again</title><meta name="author" content="Person Of Pier ${number}">
    <meta property="article:section" content="${own} and all its piers"></head><body class="${own}-body"><${own} data-${own}="x">
    <article class="${own}-article" id="${own}-id"><h1>Otters of pier number ${number} hold up the ferry again</h1><p class="byline-${own}">By Person Of Pier ${number}</p>
    <p>The ferry to pier number ${number} left forty minutes late on Monday because a family of otters had taken the gangway.</p>
    <p>Deckhands tried herring, then patience; the harbour master of pier number ${number} wrote it into his log and made tea.</p></article>
    <aside class="related-${own}"><a href="/${own}/seals">Seals of pier number ${number} counted</a></aside></${own}>
    <!-- ${String(number).padEnd(PAGE_CHARACTERS, "otter ")} --></body></html>`;
}

test("pages that were read are let go, whatever they call their elements", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heapAfter = (first: number): number => {
    for (let number = first; number < first + PAGES; number++) {
      // As from a file: the page is in one piece.
      const html = Buffer.from(pageOfOwnNames(number)).toString();
      assert.match(extract({ html, url: null }).articleBody, /otters had taken the gangway/);
    }
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = heapAfter(0);
  const after = heapAfter(PAGES);
  const kept = after - before;
  // All of them would be 30 MB.
  assert.ok(kept < 5 * MEGABYTE, `${(kept / MEGABYTE).toFixed(1)} MB of ${PAGES} pages stayed`);
});
