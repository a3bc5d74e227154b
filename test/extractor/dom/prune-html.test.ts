import assert from "node:assert/strict";
import { test } from "node:test";
import { Readability } from "@mozilla/readability";
import * as fc from "fast-check";
import { emptyStyles } from "../../../extractor/dom/empty-styles.ts";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { pruneHtml } from "../../../extractor/dom/prune-html.ts";
import { serialiseMarkdown } from "../../../extractor/serialise/serialise-markdown.ts";
import { oddHtml } from "./odd-html.ts";
import { storyPage } from "./story-page.ts";

const URL = "https://harbour.example/news/ferry.html";

function read(html: string, engine: "slim" | "jsdom"): ReturnType<Readability["parse"]> {
  return new Readability(parseHtml(html, { url: URL, engine })).parse();
}

const fold = (text: string | null | undefined): string =>
  (text ?? "(no article)").replaceAll(/\s+/g, " ").trim();

test("Readability reads the same article in both engines, pruned or not", () => {
  fc.assert(
    fc.property(storyPage, (html) => {
      const reference = read(html, "jsdom");
      // jsdom gets its style sheets emptied.
      assert.deepEqual(read(emptyStyles(html), "slim"), reference);
      const pruned = read(pruneHtml(html), "slim");
      assert.equal(fold(pruned?.textContent), fold(reference?.textContent));
      assert.equal(pruned?.title, reference?.title);
      assert.equal(pruned?.byline, reference?.byline);
    }),
    { numRuns: 150 },
  );
});

test("a page becomes the same Markdown from both engines", () => {
  fc.assert(
    fc.property(storyPage, (html) => {
      const [ours, theirs] = (["slim", "jsdom"] as const).map((engine) => {
        const document = parseHtml(pruneHtml(html), { url: URL, engine });
        return serialiseMarkdown(document.body, URL);
      });
      assert.equal(ours, theirs);
    }),
    { numRuns: 100 },
  );
});

/** The text a reader would find: scripts, styles and what is in noscript left out. */
function plainText(html: string): string {
  const document = parseHtml(html, { url: URL, engine: "slim" });
  for (const element of document.querySelectorAll("script, style, noscript")) element.remove();
  return document.documentElement.textContent ?? "";
}

test("pruning keeps the text of odd HTML", () => {
  // Broken tables and frames move what stands in them, and a noscript or style in them decides where it goes.
  const plain = oddHtml.map((html) =>
    html.replaceAll(/<\/?(?:frameset|noscript|style|script|select|svg|math)\b[^>]*>/gi, ""),
  );
  fc.assert(
    fc.property(plain, (html) => assert.equal(plainText(pruneHtml(html)), plainText(html))),
    { numRuns: 500 },
  );
});

const PRUNED: readonly (readonly [what: string, html: string, pruned: string])[] = [
  ["a script", "a<script>x</script>b", "a<script></script>b"],
  ["a script with attributes", `a<script async src="x>y">x</script >b`, "a<script></script>b"],
  ["an upper-case script", "a<SCRIPT>x</Script>b", "a<script></script>b"],
  [
    "a script within an escaped script",
    "a<script><!-- <script>x</script> --></script>b",
    "a<script></script>b",
  ],
  [
    "a script that opens and closes a comment at once",
    "a<script><!--><script></script>b",
    "a<script></script>b",
  ],
  ["an unclosed script", "a<script>x<p>y", "a<script></script>"],
  ["a style", "a<style>p > b {}</style>b", "a<style></style>b"],
  ["what a comment says", "a<!-- long words -->b", "a<!--x-->b"],
  ["a blank comment's length", "a<!--          -->b", "a<!---->b"],
  ["a comment up to its bang", "a<!-- words --!>b-->", "a<!--x-->b-->"],
  ["a blank drawing", "<svg a=b>\n<g><path d='M0'/></g></svg>c", "<svg a=b>\n</svg>c"],
  ["an event handler", `<p onclick="a > b" class=x>y`, "<p  class=x>y"],
  ["a style that hides nothing", `<p style="color:red">y`, "<p >y"],
  ["a script's state", `<p data-state="${"x".repeat(80)}" data-kind=lead>y`, "<p  data-kind=lead>y"],
  [
    "a resource link in the head",
    "<head><link rel=preload href=x><link rel=canonical href=y>",
    "<head><link rel=canonical href=y>",
  ],
  ["a script in the head, whole", "<head><script>x</script><title>y</title>", "<head><title>y</title>"],
  [
    "what an application keeps",
    `<script id=state type=application/json>{"a":1}</script>`,
    "<script></script>",
  ],
  ["a counting noscript", "a<noscript><iframe src=x></iframe></noscript>b", "a<noscript></noscript>b"],
];

for (const [what, html, pruned] of PRUNED) {
  test(`pruning drops ${what}`, () => assert.equal(pruneHtml(html), pruned));
}

const UNTOUCHED: readonly (readonly [what: string, html: string])[] = [
  ["data in a script", `<script type="application/ld+json">{"a":"<p>"}</script>`],
  ["a resource link in the body", "<body><link rel=preload href=x>"],
  ["tags in a textarea", "<textarea><script>x</script><!-- words --></textarea>"],
  ["tags in a title", "<title>On <style> and <script></title>"],
  ["everything after plaintext", "<plaintext><script>x</script>"],
  ["a tag in a quoted value", `<p title="<script>x</script>">y</p>`],
  ["an icon's title", "<svg><title>Share</title><path d=M0 /></svg>"],
  ["HTML in a drawing", "<svg><foreignObject><p>x</p></foreignObject></svg>"],
  ["a style that hides", `<p style="display:none">x</p>`],
  ["pictures' addresses", `<img srcset="a.jpg 1x, b.jpg 2x" data-src="${"a".repeat(90)}.jpg">`],
  ["a picture in noscript", "<noscript><img src=x></noscript>"],
  ["text that looks like a tag", "a < b <3 </> x<"],
  ["an unfinished tag", `<p>a<b class="x`],
];

for (const [what, html] of UNTOUCHED) {
  test(`pruning keeps ${what}`, () => assert.equal(pruneHtml(html), html));
}

/** A page's tree as pruning must leave it: elements, texts, comments, and of the attributes those that are asked for. */
function treeOf(html: string, prunes: boolean): string {
  const document = parseHtml(prunes ? html : pruneHtml(html), { url: URL, engine: "slim", prunes });
  const lines: string[] = [];
  const visit = (node: Node, indent: string): void => {
    const element = node.nodeType === node.ELEMENT_NODE ? (node as Element) : null;
    const asked = ["class", "id", "href", "style", "title", "src", "srcset", "data-src"].map(
      (name) => element?.getAttribute(name) ?? "",
    );
    lines.push(`${indent}${node.nodeName} ${asked.join("|")} ${element === null ? node.textContent : ""}`);
    for (const child of Array.from(node.childNodes)) visit(child, `${indent} `);
  };
  visit(document.documentElement, "");
  return lines.join("\n");
}

test("our parser leaves out what pruning drops", () => {
  for (const [, html] of [...PRUNED, ...UNTOUCHED]) assert.equal(treeOf(html, true), treeOf(html, false));
  // A set of frames takes the place of the body or does not, by what came before it.
  const unframed = (html: string): string => html.replaceAll(/<\/?frameset\b[^>]*>/gi, "");
  const isSame = (html: string): void => assert.equal(treeOf(html, true), treeOf(html, false));
  fc.assert(fc.property(storyPage.map(unframed), isSame), { numRuns: 100 });
  fc.assert(fc.property(oddHtml.map(unframed), isSame), { numRuns: 500 });
});

test("our parser keeps no attribute that nobody asks for, but at pictures", () => {
  const html = `<p Data-Kind=lead tabindex=0 CLASS="a" onclick="b()">x<img src=y data-kind=lead onload="c()"></p>`;
  const { body } = parseHtml(html, { url: URL, engine: "slim", prunes: true });
  assert.equal(body.innerHTML, `<p class="a">x<img src="y" data-kind="lead"></p>`);
});

test("pruning takes time in proportion to the page", () => {
  // Each of these took time with the square of its length in some scanner: at this size that would be minutes.
  const pages = [
    "<noscript><p>",
    "<svg>",
    "<!-- a -->",
    "<!-- --!>",
    `<a b="`,
    "<script><!-- <script>",
    "<math>",
    "<title>",
    "<",
    "</",
  ];
  for (const piece of pages) {
    const html = piece.repeat(200_000);
    assert.ok(pruneHtml(html).length <= html.length);
  }
});
