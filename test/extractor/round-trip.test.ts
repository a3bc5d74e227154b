import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { JSDOM } from "jsdom";
import { marked } from "marked";
import { parseHtml } from "../../extractor/dom/parse-html.ts";
import { serialiseMarkdown } from "../../extractor/serialise/serialise-markdown.ts";

const URL_OF_PAGE = "https://islander.example/news/story";

/** A tree as text: elements that mean something, with what is in them, white space folded outside of code. */
function outline(node: Node, inCode = "no"): string {
  if (node.nodeType === node.TEXT_NODE) {
    const { data } = node as Text;
    return inCode === "yes" ? data : data.replace(/\s+/gu, " ");
  }
  const element = node as Element;
  const tag = element.localName;
  const code = tag === "pre" || inCode === "yes" ? "yes" : "no";
  const inner = Array.from(element.childNodes, (child) => outline(child, code)).join("");
  const trimmed = code === "yes" ? inner.replace(/\n$/u, "") : inner.trim();
  switch (tag) {
    case "body":
    case "div":
    case "thead":
    case "tbody":
      return inner;
    case "p":
      // A tight list has no paragraphs, a loose one has: both say the same.
      return element.closest("li") === null ? `\n<p>${trimmed}</p>` : trimmed;
    case "a":
      return `<a ${element.getAttribute("href") ?? ""}>${inner}</a>`;
    case "img":
      return `<img ${element.getAttribute("src") ?? ""} ${element.getAttribute("alt") ?? ""}>`;
    case "code":
      return `<code ${(element.getAttribute("class") ?? "").replace("language-", "")}>${trimmed}</code>`;
    case "th":
    case "td":
      return `<${tag} ${element.getAttribute("align") ?? ""}>${trimmed}`;
    case "ol":
      return `<ol ${element.getAttribute("start") ?? 1}>${trimmed}</ol>`;
    default:
      return `\n<${tag}>${trimmed}</${tag}>`;
  }
}

const bodyOf = (html: string): Element => new JSDOM(`<body>${html}</body>`).window.document.body;
const squeeze = (text: string): string => text.replace(/\n+/gu, "\n").replace(/ +(?=<|$)/gmu, "");

function assertRoundTrip(html: string): void {
  const article = parseHtml(`<body><div>${html}</div></body>`, { url: URL_OF_PAGE, engine: "slim" }).body
    .firstElementChild as Element;
  const markdown = serialiseMarkdown(article, URL_OF_PAGE);
  const back = marked.parse(markdown, { async: false, gfm: true });
  assert.equal(squeeze(outline(bodyOf(back))), squeeze(outline(bodyOf(html))), markdown);
}

const CASES: Readonly<Record<string, string>> = {
  headings: "<h1>One</h1><h2>Two <em>and</em> a half</h2><p>Text.</p><h6>Six #</h6>",
  "a heading of two lines is one": "<h2>Tides and winds</h2>",
  "nested lists":
    "<ul><li>Boots</li><li>Flask<ul><li>Tea<ol><li>black</li><li>green</li></ol></li><li>Soup</li></ul></li></ul><p>After.</p>",
  "a list that starts at seven": '<ol start="7"><li>Seven</li><li>Eight</li></ol>',
  "tables with alignment and pipes":
    '<table><thead><tr><th>Day</th><th align="right">Height</th><th align="center">a | b</th></tr></thead><tbody><tr><td>Monday</td><td align="right">2.4</td><td align="center">x | y</td></tr><tr><td><a href="https://islander.example/t">Tuesday</a></td><td align="right">2.1</td><td align="center"></td></tr></tbody></table>',
  "code with language and backticks":
    '<pre><code class="language-ts">const wait = `${tide} ``now``</code></pre><pre><code>```\nfence\n```</code></pre><p>Call <code>wait()</code> and <code>a ` b</code>.</p>',
  "code keeps its spaces and signs": "<pre><code>if (a &lt; b) {\n    *x = &amp;y;\n\n}</code></pre>",
  "links with parentheses": '<p>See <a href="https://islander.example/a_%28b%29?c=d&e=f">the log</a>.</p>',
  images:
    '<p><img src="https://islander.example/otter.jpg" alt="An otter"></p><p><a href="https://islander.example/p"><img src="https://islander.example/p.jpg" alt="Pups"></a></p>',
  "sub and sup": "<p>H<sub>2</sub>O and m<sup>2</sup>.</p>",
  blockquotes:
    "<blockquote><p>Late again.</p><p>And <strong>again</strong>.</p><blockquote><p>Quite.</p></blockquote></blockquote><p>After.</p>",
  "text that looks like markup":
    "<p>1) is no list, * neither, # no heading, _no_ emphasis, [no](link), &lt;b&gt;no tag&lt;/b&gt;, &amp;lt; no reference, ~~no strike~~, a | b, \\ and `no code`.</p><p>1. no list</p><p>- no list</p><p>+ no list</p><p>&gt; no quote</p><p># no heading</p><p>---</p>",
  emphasis: "<p><strong>Bold</strong>, <em>slanted</em>, <del>struck</del>.</p>",
  "line breaks": "<p>One<br>two</p>",
};

for (const [name, html] of Object.entries(CASES)) {
  test(`Markdown comes back as it was: ${name}`, () => assertRoundTrip(html));
}

test("a heading broken in two, bare pre and code of lines become what they mean", () => {
  const article = parseHtml(
    `<body><div><h2>Tides<br>and winds</h2><pre class="brush: js">one<br>two<div>three</div></pre></div></body>`,
    { url: null, engine: "slim" },
  ).body.firstElementChild as Element;
  assert.equal(serialiseMarkdown(article, null), "## Tides and winds\n\n```js\none\ntwo\nthree\n```");
});

const word = fc.constantFrom(
  "tide",
  "otter",
  "a*b",
  "x_y_z",
  "#1",
  "<i>",
  "&amp;",
  "`",
  "[1]",
  "|",
  "~",
  "!",
  "ж",
);
const words = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((all) => all.join(" ").replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
const block = fc.oneof(
  words.map((text) => `<p>${text}</p>`),
  words.map((text) => `<h3>x ${text} x</h3>`),
  fc
    .array(words, { minLength: 1, maxLength: 4 })
    .map((items) => `<ul>${items.map((text) => `<li>x ${text}</li>`).join("")}</ul><p>x</p>`),
  words.map((text) => `<blockquote><p>${text}</p></blockquote><p>x</p>`),
  words.map((text) => `<pre><code>x ${text}</code></pre>`),
);

test("Markdown of any text comes back with its words", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) =>
      assertRoundTrip(blocks.join("")),
    ),
    { numRuns: 150 },
  );
});

test("what marks would break stays outside of them or is escaped", () => {
  for (const [html, markdown] of [
    ["<p>A <b>gale </b>blew<i> hard</i>.</p>", "A **gale** blew *hard*."],
    ["<p>~~~ <code>a  ` b</code></p>", String.raw`\~\~\~ ` + "``a ` b``"],
    [
      "<p>- so</p><p>12. so</p><p>3) so</p><p># so</p>",
      String.raw`\- so` +
        "\n\n" +
        String.raw`12\. so` +
        "\n\n" +
        String.raw`3\) so` +
        "\n\n" +
        String.raw`\# so`,
    ],
    [
      "<ol start=3><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>",
      "3.  a\n    -   b\n4.  c\n    \n    d",
    ],
    [
      "<p>a<img src='/x.png'> b</p><p> </p><p><b> </b></p><p>c</p>",
      "a![](https://islander.example/x.png) b\n\nc",
    ],
    [
      "<p><a href='/a'>one</a><a href='/b'>two</a> <del>x</del></p>",
      "[one](https://islander.example/a) [two](https://islander.example/b) ~~x~~",
    ],
    ["<div class='highlight-source-js'><pre>tide()</pre></div>", "```js\ntide()\n```"],
  ] as const) {
    const article = parseHtml(`<body><div>${html}</div></body>`, { url: URL_OF_PAGE, engine: "slim" }).body
      .firstElementChild as Element;
    assert.equal(serialiseMarkdown(article, URL_OF_PAGE), markdown);
  }
});
