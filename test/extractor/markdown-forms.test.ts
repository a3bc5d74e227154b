import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../extractor/dom/parse-html.ts";
import { extract } from "../../extractor/extract.ts";
import { serialiseMarkdown } from "../../extractor/serialise/serialise-markdown.ts";

const URL_OF_PAGE = "https://islander.example/news/story";

function markdownOf(html: string): string {
  const { body } = parseHtml(`<body><div>${html}</div></body>`, { url: URL_OF_PAGE, engine: "slim" });
  return serialiseMarkdown(body.firstElementChild as Element, URL_OF_PAGE);
}

/** What a page has, and how it is written. */
const FORMS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "emphasis that marks cannot say is said with tags": [
    ["<p><b>Late,</b>as ever</p>", "<strong>Late,</strong>as ever"],
    ["<p>船は<strong>「速い」</strong>という。</p>", "船は<strong>「速い」</strong>という。"],
    ["<p>船は<strong>速い</strong>という。</p>", "船は**速い**という。"],
    ["<p><i>one</i><b>two</b> <b><i>both</i></b></p>", "*one*<strong>two</strong> ***both***"],
    ["<p><i>so <i>on</i></i> <b>U</b><b>S</b></p>", "*so on* **US**"],
    ["<p><b><i>so.</i><b>on</b></b></p>", "**<em>so.</em>on**"],
    ["<p><b><br>Late</b></p><p>x<b>so<br></b>y</p>", "**Late**\n\nx**so**  \ny"],
  ],
  "marks around paragraphs are around each": [
    ["<b><p>One.</p><p>Two.</p></b>", "**One.**\n\n**Two.**"],
    [
      "<a href='/t'><h3>Tide</h3><p>Out.</p></a>",
      "### [Tide](https://islander.example/t)\n\n[Out.](https://islander.example/t)",
    ],
    ["<p><a href='/t'>High<br>tide</a></p>", "[High  \ntide](https://islander.example/t)"],
    ["<b><ul><li>a</li></ul></b>", "-   a"],
  ],
  "a list right behind another stays another": [
    ["<ul><li>a</li></ul><ul><li>b</li></ul><ul><li>c</li></ul>", "-   a\n\n*   b\n\n-   c"],
    ["<ol><li>a<ol><li>b</li></ol></li></ol><ol><li>c</li></ol>", "1.  a\n    1.  b\n\n1)  c"],
    ["<ul><li>a</li></ul><p>x</p><ul><li>b</li></ul>", "-   a\n\nx\n\n-   b"],
  ],
  "lists of all sorts": [
    ['<ul><li>a<ol start="4"><li>b</li></ol></li></ul>', "-   a\n    \n    4.  b"],
    ["<ul><li><ul><li>a</li></ul>b</li></ul>", "-   -   a\n    \n    b"],
    ["<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "-   a\n    -   b\n-   c"],
    ['<ol start="-3"><li>a</li></ol>', "1.  a"],
    ['<ol><li value="7">a</li><li>b</li></ol>', "7.  a\n8.  b"],
    ["<ul><li><p><br></p><p>a</p></li></ul>", "-   a"],
  ],
  "cells of several lines, and cells that span": [
    [
      "<table><tr><th>a<th>b<tr><td>c<br>d<td><ul><li>e<li>f | g</ul></table>",
      String.raw`| a | b |` + "\n| --- | --- |\n" + String.raw`| c<br>d | e<br>f \| g |`,
    ],
    [
      "<table><tr><th colspan=2>a<tr><td rowspan=2>b<td>c<tr><td>d</table>",
      "| a |  |\n| --- | --- |\n| b | c |\n|  | d |",
    ],
    [
      "<table><caption>Tides</caption><tr><td>a<td>b<td>c<tr><td>d</table>",
      "Tides\n\n| a | b | c |\n| --- | --- | --- |\n| d |",
    ],
    ["<table><tr><td>a<tr><td>b<td>c</table>", "| a |  |\n| --- | --- |\n| b | c |"],
    ["<table><tr><td>a<td><table><tr><td>b</table></table>", "a\n\nb"],
  ],
  "blocks that are not paragraphs stay apart, and what nobody sees goes": [
    ["<details><summary>Tides</summary>Out at four.</details>", "Tides\n\nOut at four."],
    ["<table><caption>Tides</caption><tr><td>Out at four.</table>", "Tides\n\nOut at four."],
    ["<p>har\u00adbour\u200b</p>", "harbour"],
  ],
  "code in a line": [
    ["<p><code>a<b>b</b>*</code></p>", "`ab*`"],
    ["<p><code>Map&lt;<a href='/k'>Key</a>&gt;</code></p>", "`Map<`[`Key`](https://islander.example/k)`>`"],
    ["<p><code>a</code><code>b</code></p>", "`a`<!-- -->`b`"],
    ["<p><code>a<br>b</code></p>", "`a  b`"],
    [
      String.raw`<table><tr><td><code>a\|b</code><td><code>a|b</code></table>`,
      String.raw`| <code>a\\\|b</code> | ` + "`" + String.raw`a\|b` + "` |\n| --- | --- |",
    ],
  ],
  "what would be read together": [
    ["<p>Look!<a href='/t'>Tide</a></p>", String.raw`Look\![Tide](https://islander.example/t)`],
    ["<p><span>7</span>. of them</p>", String.raw`7\. of them`],
    ["<p>a<br>|---|</p>", `a  \n${String.raw`|\---|`}`],
    ["<p>https://islander.example/a_b?c=1&d=2 ~5</p>", "https://islander.example/a_b?c=1&d=2 ~5"],
    ["<p>https://islander.example/*</p>", String.raw`https\://islander.example/\*`],
  ],
  images: [
    [
      "<p><img src='/a.png' alt='A [red] *boat*'></p>",
      String.raw`![A \[red\] \*boat\*](https://islander.example/a.png)`,
    ],
    [
      "<p><img src='data:image/gif;base64,AA' data-src='/a.png' alt=boat></p>",
      "![boat](https://islander.example/a.png)",
    ],
    ["<p>a<img src='mailto:a@islander.example'></p>", "a"],
  ],
};

for (const [name, forms] of Object.entries(FORMS)) {
  test(`Markdown: ${name}`, () => {
    for (const [html, markdown] of forms) assert.equal(markdownOf(html), markdown, html);
  });
}

test("a list of very many items is written in time that grows with it", () => {
  const items = "<li>x</li>".repeat(30_000);
  const started = process.cpuUsage();
  assert.ok(markdownOf(`<ol>${items}</ol>`).endsWith("\n30000.  x"));
  // A second or so; looking for each item's place took minutes.
  assert.ok(process.cpuUsage(started).user < 20_000_000);
});

test("what a page says that its links are relative to holds, in Markdown and HTML, when it leads to the web", () => {
  const story =
    "<p>The tide table has been wrong since the printer moved a point, and the ferrymen like it better so.</p>";
  for (const [base, url, expected] of [
    ["https://cdn.example/dir/", URL_OF_PAGE, "https://cdn.example/dir/"],
    ["/dir/", URL_OF_PAGE, "https://islander.example/dir/"],
    ["https://cdn.example/dir/", null, "https://cdn.example/dir/"],
    ["javascript:/dir/", URL_OF_PAGE, "https://islander.example/news/"],
  ] as const) {
    const html = `<base href="${base}"><title>Tides</title><article><h1>Tides</h1>${story.repeat(4)}<p>All of it stands in <a href="next">the next one</a>, says the printer, and shows <img src="p.png" alt="it"> to all.</p></article>`;
    const { markdown, html: clean } = extract({ html, url });
    assert.ok(markdown.includes(`[the next one](${expected}next)`), markdown);
    assert.ok(
      clean.includes(`<a href="${expected}next">`) && clean.includes(`<img src="${expected}p.png"`),
      clean,
    );
  }
});
