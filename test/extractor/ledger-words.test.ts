import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  accountedText,
  differenceOf,
  visibleText,
  withoutOpenFrames,
  wordsOf,
} from "../../bench/visible-words.ts";
import { parseHtml } from "../../extractor/dom/parse-html.ts";
import { extract } from "../../extractor/extract.ts";

// What an extraction kept and removed has the words of the page, no two run together that the page shows apart.

const URL_OF_PAGE = "https://islander.example/news/story";
const STORY = `<p>The ferry to Skarn left forty minutes late on Monday because a family of otters had taken the gangway, and nobody
  on the pier wanted to be the one to move them.</p><p>Deckhands tried herring, then patience. The harbour master, who has kept a
  log of such delays since 2009, wrote the word otters in it for the eleventh time and went back to his tea.</p>`;

const PARTS: Readonly<Record<string, { readonly html: string; readonly shown: RegExp }>> = {
  "a picture between words": {
    html: `<p>Seals of<img src="/seal.png" alt="">this week were counted by the harbour master from his own window on the mole.</p>`,
    shown: /Seals of this/,
  },
  "a picture before a full stop": {
    html: `<p>The otters went home at noon and the harbour master went with them as far as the mole<img src="/otter.png" alt="">.</p>`,
    shown: /the mole\./,
  },
  "links in a row, and text right after them": {
    html: `<div><a href="/tides">Tides</a><a href="/wind">Wind</a><span>today</span></div>`,
    shown: /Tides Windtoday/,
  },
  "links in a row where white space is the page's own": {
    html: `<pre><a href="/mole">mole</a><a href="/crane">_crane</a></pre>`,
    shown: /mole_crane/,
  },
  "Japanese lines that the source breaks, within a text and at a link": {
    html: `<p>漁師たちは夜明け前に\n港へ戻り、とれたばかりの魚を石の台に並べた。\n<a href="/price">値段は去年より</a>少し高いという。</p>`,
    shown: /夜明け前に港へ戻り、とれたばかりの魚を石の台に並べた。値段は去年より少し高い/,
  },
  "elements that no standard knows": {
    html: `<div><timeago>22 December</timeago><span>Skarn</span></div>`,
    shown: /22 DecemberSkarn/,
  },
  "a link with lines of its own": {
    html: `<div><span>Fare</span><a href="/fares">12 crowns<div>for a day</div></a></div>`,
    shown: /Fare\s12 crowns\sfor a day/,
  },
  "a word that goes on behind a span with two paragraphs": {
    html: `<p>Gang<span>way, by the log<br><br>It says that the deckhands had brought her</span>rings for the otters.</p>`,
    shown: /Gangway, by the log\n\nIt says that the deckhands had brought herrings/,
  },
  "a word that goes on behind two spans that end together": {
    html: `<p><b><span>A line of the log<br><br>The gang</span></b>way was free at noon, it says, and the herrings were gone.</p>`,
    shown: /The gangway was free/,
  },
  "two paragraphs in a span, and a script right behind it": {
    html: `<p><span>A line of the log<br><br>The otters left</span><script>note("noon")</script> at noon, it says, and so did the herrings.</p>`,
    shown: /The otters left\s+at noon/,
  },
  "a span with a block of its own between other text": {
    html: `<div>Fares<span><div>12 crowns</div>by day</span>9 crowns at night, said the harbour master to the deckhands that were left.</div>`,
    shown: /12 crowns\s+by day\s+9 crowns/,
  },
  "a frame that a noscript leaves open": {
    html: `<noscript><iframe src="https://counter.example/ns" height="0" /></noscript><p>Passengers were offered soup.</p>`,
    shown: /offered soup/,
  },
};

describe("kept and removed have the page's words, with", () => {
  for (const [title, { html: part, shown }] of Object.entries(PARTS))
    test(title, () => {
      const html = `<html><head><title>Otters hold up the ferry</title></head><body><article><h1>Otters hold up the ferry</h1>
        ${part}${STORY}</article></body></html>`;
      const page = visibleText(
        parseHtml(withoutOpenFrames(html), { url: URL_OF_PAGE, engine: "jsdom" }).body,
      );
      const accounted = accountedText(extract({ html, url: URL_OF_PAGE }));
      assert.deepEqual(differenceOf(wordsOf(page), wordsOf(accounted)), { lost: [], invented: [] });
      assert.match(accounted, shown);
    });
});
