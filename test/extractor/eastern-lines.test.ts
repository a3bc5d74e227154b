import assert from "node:assert/strict";
import { test } from "node:test";
import { visibleText } from "../../bench/visible-words.ts";
import { parseHtml } from "../../extractor/dom/parse-html.ts";
import { extract } from "../../extractor/extract.ts";
import { extractWhole } from "../../extractor/extract-whole.ts";
import { readDocument } from "../../extractor/read-document.ts";

// Source lines of Chinese and Japanese text are one line of text; everything else keeps a space where a line of the source ended.

const LINES: Readonly<Record<string, { readonly html: string; readonly text: string }>> = {
  "Japanese wrapped by hand": {
    html: "漁師たちは夜明け前に\n  港へ戻り、\r\n魚を並べた。",
    text: "漁師たちは夜明け前に港へ戻り、魚を並べた。",
  },
  "Chinese wrapped by hand": {
    html: "渡轮因为水獭\n\t晚点了四十分钟。",
    text: "渡轮因为水獭晚点了四十分钟。",
  },
  "a line that ends in an element": {
    html: "値段は<b>\n去年\n</b>より高い。",
    text: "値段は去年より高い。",
  },
  "quotation marks at both ends of a line": { html: "「はい」\n「いいえ」", text: "「はい」「いいえ」" },
  "entries of a menu": { html: "<a>表紙</a>\n<a>天気</a>", text: "表紙 天気" },
  "a single space that the author typed": { html: "港の朝市 <b>速報</b> 記事", text: "港の朝市 速報 記事" },
  "Korean, which puts spaces between words": { html: "배가\n늦었다", text: "배가 늦었다" },
  "letters beside characters": { html: "港は Skarn\nにある。\nABC", text: "港は Skarn にある。 ABC" },
  "a forced break": { html: "港の朝<br>\n市場の昼", text: "港の朝 市場の昼" },
  "a picture between characters": { html: "港の\n<img src=/a.png>\n朝", text: "港の 朝" },
};

function textOf(html: string): string {
  const { body } = readDocument(`<body><p>${html}</p></body>`, { url: null, engine: "slim" });
  return body.textContent.replaceAll(/\s+/g, " ");
}

for (const [what, { html, text }] of Object.entries(LINES)) {
  test(`${what} reads as a browser sets it`, () => {
    assert.equal(textOf(html), text);
  });
}

test("white space of preformatted text stays", () => {
  const document = readDocument("<body><pre>一行目\n二行目</pre></body>", { url: null, engine: "slim" });
  assert.equal(document.querySelector("pre")?.textContent, "一行目\n二行目");
});

const PAGE = `<html lang="ja"><title>港の朝市 | スカルン新聞</title><body><nav><a href="/">表紙</a>
<a href="/t">天気</a></nav><article><h1>港の
朝市</h1><p>漁師たちは夜明け前に港へ戻り、
とれたばかりの魚を石の台に並べた。<b>値段は
</b>去年より少し高いという。</p><p>市場の組合によると、朝のうちに
ほとんどの魚が売り切れ、昼には台を洗う音だけが
残るそうだ。</p></article></body></html>`;

test("an article, its headline and the whole page come without spaces inside of words", () => {
  const { articleBody } = extract({ html: PAGE, url: null });
  assert.match(articleBody, /港へ戻り、とれたばかりの魚/);
  assert.match(articleBody, /値段は去年より/);
  assert.match(articleBody, /朝のうちにほとんどの魚が売り切れ、昼には台を洗う音だけが残るそうだ。/);
  assert.match(extractWhole({ html: PAGE, url: null }).articleBody, /港の朝市/);
});

test("jsdom's document gives the same article", () => {
  const [slim, reference] = (["slim", "jsdom"] as const).map((dom) =>
    extract({ html: PAGE, url: null }, { dom }),
  );
  assert.deepEqual(slim, reference);
});

test("the page's text as the ledger is held to it has no such spaces either", () => {
  assert.match(visibleText(parseHtml(PAGE, { url: null, engine: "jsdom" }).body), /並べた。値段は去年より/);
});
