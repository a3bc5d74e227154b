import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { extract } from "../../extractor/extract.ts";
import type { BlockType } from "../../types.ts";

const story = (boat: string): string =>
  `<p>The pilot boat ${boat} went out at four, and the clerk of the harbour, who likes his ledgers straight, wrote that the sea was grey, the wind was east, and the gulls were many.</p>`;

const PAGE = `<!doctype html><html lang="en"><title>Pilot boat goes out at four</title><body>
<header><a href="/">Quay Gazette</a><nav><a href="/n">News</a> <a href="/s">Sport</a></nav></header>
<div class="menu">Tides at the quay</div>
<main><article><h1>Pilot boat goes out at four</h1><p class="byline">By <a href="/a/mo">Mo Tarn</a></p><time datetime="2025-03-01T04:00:00Z">1 March 2025</time>
<div class="share"><a href="https://facebook.com/sharer">Share on Facebook</a><a href="https://x.com/share">Tweet</a></div>
${story("Heron")}${story("Plover")}${story("Dunlin")}${story("Avocet")}<p>Views: 1,204</p>
<div class="tags">Tags: <a href="/t/boats">boats</a>, <a href="/t/sea">sea</a></div>
<div class="author-bio"><p>Mo Tarn has covered the harbour for the Gazette since 1998. Follow Mo on X.</p></div></article>
<section class="related"><h2>Related articles</h2><ul><li><a href="/r1">Lock gate sticks</a></li><li><a href="/r2">Eel fair opens</a></li></ul></section></main>
<footer>© 2025 Quay Gazette. All rights reserved.</footer></body></html>`;

/** What each type is on the page. */
const BLOCKS: readonly (readonly [BlockType, string])[] = [
  ["byline", "By Mo Tarn"],
  ["timestamp", "1 March 2025"],
  ["share", "Share on Facebook Tweet"],
  ["view-counter", "Views: 1,204"],
  ["tags", "Tags: boats, sea"],
  ["author-bio", "Mo Tarn has covered the harbour for the Gazette since 1998. Follow Mo on X."],
];

const squash = (text: string | null | undefined): string => (text ?? "").replaceAll(/\s+/gu, "");

for (const [type, text] of BLOCKS) {
  test(`${type} goes by default, is listed so, and stays when it is asked for, wherever in the article it stands`, () => {
    const plain = extract({ html: PAGE, url: null });
    assert.ok(!plain.articleBody.includes(text));
    const listed = plain.extraction.removed.filter((block) => block.type === type);
    assert.ok(
      listed.some((block) => block.text === text),
      JSON.stringify(listed),
    );
    const kept = extract({ html: PAGE, url: null }, { keep: [type] });
    assert.ok(kept.articleBody.split(/\n+/u).includes(text), kept.articleBody);
    assert.equal(kept.articleBody.split(/\n+/u).length, plain.articleBody.split(/\n+/u).length + 1);
    const both = extract({ html: PAGE, url: null }, { keep: [type], drop: [type] });
    assert.equal(both.articleBody, plain.articleBody);
  });
}

test("what stands outside of the article does not come into it", () => {
  for (const type of ["navigation", "related", "legal"] as const) {
    const { articleBody } = extract({ html: PAGE, url: null }, { keep: [type] });
    assert.doesNotMatch(articleBody, /Sport|Lock gate|rights/u);
  }
});

test("a path leads to what was removed and to nothing more", () => {
  const { document } = new JSDOM(PAGE).window;
  const { removed } = extract({ html: PAGE, url: null }).extraction;
  for (const { path, text, type, rule } of removed) {
    assert.equal(document.querySelectorAll(path).length, 1, path);
    assert.equal(squash(document.querySelector(path)?.textContent), squash(text), `${type} ${rule} ${path}`);
  }
  assert.deepEqual(
    removed.filter(({ text }) => text === "Tides at the quay").map(({ type }) => type),
    ["navigation"],
  );
});
