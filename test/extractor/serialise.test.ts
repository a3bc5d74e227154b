import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../extractor/dom/parse-html.ts";
import { extract } from "../../extractor/extract.ts";
import { serialiseHtml } from "../../extractor/serialise/serialise-html.ts";
import { serialiseMarkdown } from "../../extractor/serialise/serialise-markdown.ts";
import { serialiseText } from "../../extractor/serialise/serialise-text.ts";

const URL_OF_PAGE = "https://islander.example/news/story";
const ENGINES = ["slim", "jsdom"] as const;

function articleOf(html: string, engine: (typeof ENGINES)[number]): Element {
  return parseHtml(`<body><div>${html}</div></body>`, { url: URL_OF_PAGE, engine }).body
    .firstElementChild as Element;
}

for (const engine of ENGINES) {
  test(`text: paragraphs apart, items and rows on lines of their own, code as it stands (${engine})`, () => {
    const html = `<h2>Tides</h2><p>High at <b>six</b>,\n low   at noon.</p><ul><li>Boots</li><li>Flask<ul><li>Tea</li></ul></li></ul>
      <table><tr><th>Day</th><th>Time</th></tr><tr><td>Monday</td><td>06:10</td></tr></table>
      First<br>line<br><br>Second<pre>if (tide) {\n  wait();\n}</pre><p>H<sub>2</sub>O</p>`;
    assert.equal(
      serialiseText(articleOf(html, engine)),
      "Tides\n\nHigh at six, low at noon.\n\nBoots\nFlask\nTea\n\nDay | Time\nMonday | 06:10\n\nFirst\nline\n\nSecond\n\n" +
        "if (tide) {\n  wait();\n}\n\nH2O",
    );
  });

  test(`markdown: headings, lists, tables, code, links, images, sub and sup (${engine})`, () => {
    const html = `<h2>Tides</h2><p>See <a href="/log">the log</a>, H<sub>2</sub>O and m<sup>2</sup>.</p><ol><li>One</li><li>Two</li></ol>
      <table><thead><tr><th>Day</th><th>Time</th></tr></thead><tbody><tr><td>Monday</td><td>06:10</td></tr></tbody></table>
      <pre><code>wait();</code></pre><p><img src="/otter.jpg" alt="An otter"></p><blockquote><p>Late again.</p></blockquote>
      <p><a href="javascript:alert(1)">bad</a></p>`;
    const markdown = serialiseMarkdown(articleOf(html, engine), URL_OF_PAGE);
    for (const part of [
      "## Tides",
      "See [the log](https://islander.example/log), H<sub>2</sub>O and m<sup>2</sup>.",
      "1.  One\n2.  Two",
      "| Day | Time |\n| --- | --- |\n| Monday | 06:10 |",
      "```\nwait();\n```",
      "![An otter](https://islander.example/otter.jpg)",
      "> Late again.",
    ]) {
      assert.ok(markdown.includes(part), `${part}\nis not in\n${markdown}`);
    }
    assert.ok(!markdown.includes("javascript:"));
  });

  test(`html: only listed elements and attributes, only safe links (${engine})`, () => {
    const html = `<p onclick="x()" class="a" style="color:red">Text &lt;b&gt; <a href="javascript:alert(1)">one</a>
      <a href="/two" target="_blank">two</a> <img src="data:image/png;base64,AA" alt="x"><img src="/three.jpg" onerror="x()"></p>
      <script>alert(1)</script><iframe src="/f"></iframe><custom-box><p>kept</p></custom-box>`;
    const safe = serialiseHtml(articleOf(html, engine), URL_OF_PAGE);
    assert.ok(
      safe.startsWith(
        '<p>Text &lt;b&gt; one\n      <a href="https://islander.example/two">two</a> <img src="https://islander.example/three.jpg"></p>',
      ),
      safe,
    );
    assert.ok(safe.endsWith("<p>kept</p>"), safe);
    assert.ok(!/script|alert|iframe|onerror|style|class/u.test(safe), safe);
  });
}

test("links side by side are words apart, in the article and in the ledger", () => {
  const menu = `<div class="menu"><a href="/">Home</a><a href="/news">News</a> <a href="/sport">Spo<b>r</b></a><a href="/sport">t</a>s</div>`;
  const { extraction } = extract({
    html: `<body>${menu}<p>${"Otters wait for no ferry, and nobody minds. ".repeat(12)}</p></body>`,
    url: URL_OF_PAGE,
  });
  assert.deepEqual(
    extraction.removed.map(({ text }) => text),
    ["Home News Sports"],
  );
  assert.equal(serialiseText(articleOf(menu, "slim")), "Home News Sports");
});

test("runs of text stay apart when what stood between them is gone", () => {
  const texts = ["Otters", "Herons", "Pilots"].map((who) =>
    `${who} wait for no ferry, and nobody minds. `.repeat(8).trim(),
  );
  const html = `<body><article>${texts[0]}<nav>Menu</nav>${texts[1]}<div></div>${texts[2]}</article></body>`;
  const { articleBody, markdown } = extract({ html, url: URL_OF_PAGE });
  assert.equal(articleBody, texts.join("\n\n"));
  assert.equal(markdown.split(/\n\s*\n/u).length, 3);
});

test("a picture that goes and a button's edge leave the words of their line apart", () => {
  const words =
    "and the tide tables hang beside the door of the harbour office all year, for whoever wants to read them. ".repeat(
      3,
    );
  const html = `<article><p>Ask the pilot<button>Ole Brandt</button>or his sister, ${words}</p><p>Rated by sailors<img src="/star.png" alt="star">Skarn, ${words}</p>
    <p>The caf<img src="/e.gif" alt="é"> is shut. 港の<img src="/u.png" alt="">朝市, ${words}</p></article>`;
  const { articleBody, markdown } = extract({ html, url: URL_OF_PAGE });
  for (const text of [articleBody, markdown.replace(/!\[[^\]]*\]\([^)]*\)/gu, "")]) {
    assert.match(text, /pilot Ole Brandt or his sister/);
    assert.match(text, /sailors Skarn/);
  }
  // A picture of a letter is a part of its word, and Japanese has no space between words.
  assert.match(markdown, /The caf!\[é\]\([^)]*\) is shut\. 港の!\[\]\([^)]*\)朝市/);
});

test("text: a row of cells with a paragraph each is a row; one with text beside a block is laid out", () => {
  const html = `<table><tr><th><p>Day</p></th><th>Height</th></tr><tr><td><div>Monday</div></td><td> <p>2.4</p> </td></tr>
    <tr><td>Note<p>wet</p></td><td>-</td></tr></table>`;
  assert.equal(serialiseText(articleOf(html, "slim")), "Day | Height\nMonday | 2.4\n\nNote\n\nwet\n\n-");
});

test("text: lines of a pre may be elements, cells may have breaks, nested tables are laid out", () => {
  const html = `<pre>one<br>  two<div>three</div>four</pre><table><tr><td>A<br>B</td><td>C</td></tr></table>
    <table><tr><td><table><tr><td>In</td><td>side</td></tr></table></td><td>Out</td></tr></table><ol><li><p>First</p><p>more</p></li><li>Second</li></ol>`;
  assert.equal(
    serialiseText(articleOf(html, "slim")),
    "one\n  two\nthree\nfour\n\nA\nB\n\nC\n\nIn | side\n\nOut\n\nFirst\n\nmore\n\nSecond",
  );
});
