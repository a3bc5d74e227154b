import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import {
  accountedText,
  differenceOf,
  lettersOf,
  visibleText,
  wordsOf,
} from "../../../bench/visible-words.ts";
import { decodeBody } from "../../../crawler/decode-body.ts";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extract } from "../../../extractor/extract.ts";
import type { ExtractOptions } from "../../../extractor/extract.ts";
import { extractText } from "../../../extractor/text-mode/extract-text.ts";
import type { Extraction } from "../../../types.ts";
import { anyHtml, sitePage } from "./odd-pages.ts";

const URL_OF_PAGE = "https://islander.example/news/story";

const bodyText = (html: string): string =>
  visibleText(parseHtml(html, { url: URL_OF_PAGE, engine: "slim" }).body);

const fold = (text: string): string => text.replace(/[\u00ad\u200b\u2060\ufeff]/gu, "").replace(/\s+/gu, "");

const options: fc.Arbitrary<ExtractOptions> = fc.constantFrom<ExtractOptions>(
  {},
  { model: "none" },
  { keep: ["caption", "related", "comments", "byline"] },
  { drop: ["dateline", "wire-credit"] },
);

/** Every line of the article stands on the page; cells of a row are set apart by ` | `, empty ones too. */
function assertFromPage({ articleBody }: Extraction, html: string): void {
  const page = fold(bodyText(html));
  for (const cell of articleBody.split(/\n|(?<=^| )\|(?= |$)/mu)) {
    assert.ok(page.includes(fold(cell)), `not on the page: ${JSON.stringify(cell)}`);
  }
}

function assertAccounted(extraction: Extraction, html: string): void {
  const page = bodyText(html);
  const accounted = accountedText(extraction);
  const none = { lost: [], invented: [] };
  assert.deepEqual(differenceOf(lettersOf(page), lettersOf(accounted)), none);
}

test("any page: no crash, no text that is not on it, and all its letters are kept or removed", () => {
  fc.assert(
    fc.property(anyHtml, options, (html, chosen) => {
      const extraction = extract({ html, url: URL_OF_PAGE }, chosen);
      assertFromPage(extraction, html);
      assertAccounted(extraction, html);
    }),
    { numRuns: 300 },
  );
});

test("pages made of what pages are made of: all their words are kept or removed", () => {
  fc.assert(
    fc.property(sitePage, options, (html, chosen) => {
      const accounted = accountedText(extract({ html, url: null }, chosen));
      assert.deepEqual(differenceOf(wordsOf(bodyText(html)), wordsOf(accounted)), { lost: [], invented: [] });
    }),
    { numRuns: 150 },
  );
});

const charset = fc.constantFrom(
  null,
  "text/html",
  "text/html; charset=utf-8",
  "text/html; charset=windows-1251",
  "text/html; charset=shift_jis",
  "text/html; charset=euc-kr",
  "text/html; charset=gb18030",
  "text/html; charset=utf-16le",
  "text/html; charset=iso-2022-jp",
  "text/html; charset=no-such-thing",
);

/** Pages as bytes: noise, text in another encoding than the one that is named, bytes lost or doubled on the way. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  sitePage.map((html) => Buffer.from(html, "utf16le")),
  sitePage.map((html) => Buffer.from(html, "latin1")),
  fc.tuple(sitePage, fc.nat(), fc.uint8Array({ maxLength: 12 })).map(([html, at, noise]) => {
    const bytes = Buffer.from(html, "utf8");
    const place = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, place), noise, bytes.subarray(place + (noise[0] ?? 0))]);
  }),
);

test("any bytes under any encoding's name decode, and extract", () => {
  fc.assert(
    fc.property(anyBytes, charset, (bytes, contentType) => {
      const { html } = decodeBody(bytes, contentType);
      const extraction = extract({ html, url: URL_OF_PAGE });
      assertFromPage(extraction, html);
      assertAccounted(extraction, html);
    }),
    { numRuns: 150 },
  );
});

test("broken JSON-LD, addresses and dates break nothing", () => {
  const values = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.json(), fc.webUrl());
  fc.assert(
    fc.property(sitePage, values, values, (html, value, other) => {
      const attribute = value.replaceAll('"', "&quot;");
      const head = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":${other},"datePublished":"${value}"</script>
        <meta property="og:url" content="${attribute}"><link rel="canonical" href="${attribute}"><meta name="author" content="${attribute}">
        <meta property="article:published_time" content="${attribute}"><meta property="og:image" content="${attribute}">`;
      const page = html.replace("<head>", () => `<head>${head}`);
      assertFromPage(extract({ html: page, url: URL_OF_PAGE }), page);
    }),
    { numRuns: 60 },
  );
});

test("a nested, long or repetitive page is read in time that grows with its length", () => {
  const pages = [
    "<div>".repeat(30_000),
    "<b><i>".repeat(5_000),
    `<table>${"<tr><td>1</td><td>2</td></tr>".repeat(3_000)}</table>`,
    `<p>${"a ".repeat(200_000)}</p>`,
    `<p>${"(".repeat(50_000)}</p>`,
    `<p>${"—".repeat(50_000)}A</p>`,
    `<p>${"AB ".repeat(20_000)}</p>`,
    `<p>${"<a href=/x>x</a>".repeat(5_000)}</p>`,
    `<p>${"1.".repeat(30_000)}</p>`,
    "<!--".repeat(20_000),
    "<script>".repeat(20_000),
    `<p ${"a='b' ".repeat(20_000)}>text`,
    "&".repeat(100_000),
  ];
  for (const html of pages) {
    const { articleBody } = extract({ html, url: URL_OF_PAGE });
    assert.equal(typeof articleBody, "string");
  }
});

test("text mode: no line that is not in the dump", () => {
  fc.assert(
    fc.property(sitePage, fc.string({ unit: "binary", maxLength: 200 }), (html, noise) => {
      const text = `${html.replace(/<[^>]*>/gu, "\n")}\n${noise}`;
      const { articleBody } = extractText({ text, url: URL_OF_PAGE });
      const dump = fold(text);
      for (const line of articleBody.split("\n")) assert.ok(dump.includes(fold(line)), line);
    }),
    { numRuns: 100 },
  );
});
