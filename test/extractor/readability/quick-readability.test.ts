import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Readability } from "@mozilla/readability";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { GRABBED, QuickReadability } from "../../../extractor/readability/quick-readability.ts";

const OPTIONS = { charThreshold: 1, keepClasses: true, disableJSONLD: true };

const folder = new URL("../../fixtures/passes/", import.meta.url);
const pages: readonly (readonly [string, string])[] = [
  ...readdirSync(folder).map(
    (rule) => [rule, readFileSync(new URL(`${rule}/page.html`, folder), "utf8")] as const,
  ),
  ["ferry", ferryPage()],
];

/** What Readability looks at closely: spaces and commas of all kinds, hidden parts, layout tables, lists, breaks, styled pictures. */
function ferryPage(): string {
  const paragraph = (place: string): string =>
    `<p style="color:red">The ferry\u00a0\u2003 to ${place}，, left at noon、 and\n\n  came back، late; nobody waited,\tthey said.</p>`;
  const body = ["the north", "the south", "both islands"].map(paragraph).join("<div> </div>");
  return `<title>Ferries of the strait - The Islander</title><body>
    <div class="byline author">By Ann Reed</div>
    <div class="content"><h1>Ferries of the strait</h1>${body}
      <div aria-hidden="true">out of sight, out of mind</div><div style="display:none">hidden, too</div>
      <div><span>A line</span> and <a href="#top">another</a><br><br>after two breaks, a third</div>
      <div>loading…</div><div>Ad</div>
      <table><tr><td><p>a cell of layout, alone</p></td></tr></table>
      <ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>
      <figure style="background:url(a.jpg)" class="lazy"><figcaption>A quay</figcaption></figure>
      <noscript><img src="/quay.jpg"></noscript><img alt="no source">
      <div class="related"><a href="/c">Three</a>, <a href="/d">Four</a></div>
    </div><footer>Imprint, contact</footer></body>`;
}

function textOf(readability: Readability): string | null {
  try {
    return readability.parse()?.textContent ?? null;
  } catch (error) {
    assert.equal(error, GRABBED);
    return (readability as QuickReadability).answer?.textContent ?? null;
  }
}

const squash = (text: string | null): string | undefined => text?.replaceAll(/\s+/gu, " ").trim();

for (const engine of ["slim", "jsdom"] as const) {
  for (const [name, html] of pages) {
    test(`finds in ${name} what Readability itself finds, over ${engine}`, () => {
      const read = (): Document => parseHtml(html, { url: "https://islander.example/a", engine });
      const plain = textOf(new Readability(read(), OPTIONS));
      assert.equal(squash(textOf(new QuickReadability(read(), OPTIONS))), squash(plain));
      assert.ok(plain !== null);
    });
  }
}
