import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as fc from "fast-check";
import { toArticleRecord } from "../../extractor/article-record.ts";
import { isTextless } from "../../extractor/blocks.ts";
import { listBlocks } from "../../extractor/list-blocks.ts";
import { parseHtml } from "../../extractor/dom/parse-html.ts";
import { extract } from "../../extractor/extract.ts";

const URL_OF_PAGE = "https://islander.example/news/story";
const folder = new URL("../fixtures/passes/", import.meta.url);
const pages = readdirSync(folder).map((rule) => readFileSync(new URL(`${rule}/page.html`, folder), "utf8"));

const lettersOf = (text: string): string =>
  Array.from(text.match(/[\p{L}\p{N}]/gu) ?? [])
    .toSorted()
    .join("");

function visibleText(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return (node as Text).data;
  if (node.nodeType !== node.ELEMENT_NODE || isTextless(node as Element)) return "";
  return Array.from(node.childNodes, visibleText).join(" ");
}

function assertAccounted(html: string): void {
  const { articleBody, extraction } = extract({ html, url: URL_OF_PAGE });
  const all = `${articleBody} ${extraction.removed.map(({ text }) => text).join(" ")}`;
  const { body } = parseHtml(html, { url: URL_OF_PAGE, engine: "slim" });
  assert.equal(lettersOf(all), lettersOf(visibleText(body)));
}

test("kept and removed together are the page's text, letter by letter", () => {
  for (const html of pages) assertAccounted(html);
});

const inline = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replace(/[<>&]/gu, "")),
  fc.constantFrom(
    "<b>bold</b>",
    "<a href='/x'>a link to somewhere</a>",
    "<br>",
    "<br><br>",
    "<button>Press</button>",
    "<span hidden>unseen</span>",
    "A sentence that is long enough to be taken for prose by whoever looks at it, with a comma.",
  ),
);
const tags = fc.constantFrom(
  "p",
  "div",
  "section",
  "article",
  "ul",
  "li",
  "table",
  "td",
  "h2",
  "blockquote",
  "nav",
  "pre",
  "figure",
  "noscript",
  "header",
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    inline,
    fc
      .tuple(tags, fc.array(tie("tree"), { maxLength: 5 }))
      .map(([tag, inner]) => `<${tag}>${inner.join(" ")}</${tag}>`),
  ),
}));

test("kept and removed are the page's text on pages of any shape", () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 12 }), (parts) => {
      assertAccounted(`<html><body>${parts.join("\n")}</body></html>`);
    }),
    { numRuns: 150 },
  );
});

test("the slim DOM and jsdom give the same extraction", () => {
  for (const html of pages.slice(0, 12)) {
    const [slim, reference] = (["slim", "jsdom"] as const).map((dom) =>
      extract({ html, url: URL_OF_PAGE }, { dom }),
    );
    assert.deepEqual(slim, reference);
  }
});

test("a type that is to be kept stays, and nothing else changes", () => {
  const html = readFileSync(new URL("figcaption/page.html", folder), "utf8");
  const caption = "An otter looks back at the queue.";
  const plain = extract({ html, url: URL_OF_PAGE });
  const keeping = extract({ html, url: URL_OF_PAGE }, { keep: ["caption"] });
  assert.ok(!plain.articleBody.split("\n").includes(caption));
  assert.ok(keeping.articleBody.split("\n").includes(caption));
  assert.equal(keeping.articleBody.replace(`${caption}\n\n`, ""), plain.articleBody);
});

test("an empty page and a page without a body give an empty article", () => {
  for (const html of [
    "",
    "<html></html>",
    "<body></body>",
    "plain",
    "<frameset><frame src='/a'></frameset>",
  ]) {
    const { articleBody, wordCount } = extract({ html, url: null });
    assert.ok(articleBody === "" || articleBody === "plain");
    assert.ok(wordCount <= 1);
  }
});

test("a block ends at block elements and at two line breaks", () => {
  const html = "<body><div>one <b>two</b><p>three</p>four<br><br>five<br>six</div></body>";
  const { blocks } = listBlocks(parseHtml(html, { url: null, engine: "slim" }).body);
  assert.deepEqual(
    blocks.map(({ tag, text, whole }) => [tag, text, whole]),
    [
      ["div", "one two", false],
      ["p", "three", true],
      ["div", "four", false],
      ["div", "five six", false],
    ],
  );
});

test("a record's id comes from the canonical address, its hash from the folded text", () => {
  const html = `<link rel="canonical" href="https://islander.example/otters"><p>${"Otters wait for no ferry. ".repeat(30)}</p>`;
  const first = toArticleRecord(extract({ html, url: `${URL_OF_PAGE}?a=1` }), {
    url: `${URL_OF_PAGE}?a=1`,
    fetch: null,
  });
  const second = toArticleRecord(extract({ html, url: URL_OF_PAGE }), { url: URL_OF_PAGE, fetch: null });
  assert.equal(first.id, second.id);
  assert.match(first.id, /^[\da-f]{16}$/u);
  assert.equal(first.dedup.contentHash, second.dedup.contentHash);
  assert.equal(
    toArticleRecord(extract({ html, url: null }), { url: null, id: "line-7", fetch: null }).id,
    "line-7",
  );
});
