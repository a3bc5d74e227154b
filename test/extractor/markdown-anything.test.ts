import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { JSDOM } from "jsdom";
import { marked } from "marked";
import { parseHtml } from "../../extractor/dom/parse-html.ts";
import { serialiseHtml } from "../../extractor/serialise/serialise-html.ts";
import { serialiseMarkdown } from "../../extractor/serialise/serialise-markdown.ts";

const URL_OF_PAGE = "https://islander.example/news/story";
const { document } = new JSDOM("").window;

const squash = (text: string | null): string => (text ?? "").replaceAll(/\s+/gu, "");

/** What must come back: each kind of thing in order, white space aside, however its marks were spread. */
function factsOf(html: string): Record<string, readonly string[]> {
  const root = document.createElement("div");
  root.innerHTML = html;
  const all = (selector: string): Element[] =>
    Array.from(root.querySelectorAll(selector)).filter(({ textContent }) => squash(textContent) !== "");
  const outermost = (selector: string): string =>
    all(selector)
      .filter((element) => element.parentElement?.closest(selector) === null)
      .map(({ textContent }) => squash(textContent))
      .join("");
  const ownText = (item: Element): string => {
    const copy = item.cloneNode(true) as Element;
    copy.querySelectorAll("ul, ol").forEach((list) => list.remove());
    return squash(copy.textContent);
  };
  const items = ({ children }: Element): string => Array.from(children, ownText).filter(Boolean).join("|");
  return {
    text: [squash(root.textContent)],
    headings: all("h1, h2, h3").map(({ localName, textContent }) => `${localName} ${squash(textContent)}`),
    lists: all("ul, ol").map((list) => `${list.localName} ${list.getAttribute("start") ?? 1} ${items(list)}`),
    rows: all("tr").map((row) => Array.from(row.children, (cell) => squash(cell.textContent)).join("|")),
    quotations: all("blockquote").map(({ textContent }) => squash(textContent)),
    code: all("code").map(({ textContent }) => squash(textContent)),
    links: all("a").map((link) => `${link.getAttribute("href")} ${squash(link.textContent)}`),
    images: Array.from(root.querySelectorAll("img"), ({ src, alt }) => `${src} ${alt}`),
    raised: [outermost("sub"), outermost("sup")],
    emphasis: [outermost("em"), outermost("strong"), outermost("del")],
  };
}

const word = fc.constantFrom(
  ..."tide otter 灯台 船。 “said” end. why? (aside) 1. 2) - + # ## * _ ** a_b _x_ | ` `` &lt;b> &amp;amp; \\ ~ ~~ = === ---".split(
    " ",
  ),
  ..."! [x] ](y) a*b — : |---| [^1] [ ] [x]: &amp; &amp;#35; ж".split(" "),
);
const words = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", "")), { minLength: 1, maxLength: 5 })
  .map((all) => all.flat().join(""));
/** Without signs that the reader itself takes wrongly in emphasis and links. */
const plain = fc.constantFrom("tide", "船。", "「灯台」", "(aside)", "out at last.", "“said”", "1. ж");
const address = fc.constantFrom("https://islander.example/a", "https://islander.example/a?b=1&amp;c_d=2");

const { flow } = fc.letrec<{ inline: string; item: string; flow: string }>((tie) => ({
  inline: fc
    .array(
      fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 6, arbitrary: words },
        {
          weight: 2,
          arbitrary: fc
            .tuple(fc.constantFrom("em", "strong", "del", "sub", "sup", "span"), plain)
            .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
        },
        { weight: 1, arbitrary: words.map((text) => `<code>${text}</code>`) },
        {
          weight: 1,
          arbitrary: fc.tuple(address, plain).map(([to, text]) => `<a href="${to}">${text}</a> `),
        },
        { weight: 1, arbitrary: address.map((from) => `<img src="${from}" alt="a [red] *boat*">`) },
        { weight: 1, arbitrary: fc.constant("<br>") },
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join("")),
  item: fc.oneof({ weight: 3, arbitrary: tie("inline") }, { weight: 1, arbitrary: tie("flow") }),
  flow: fc
    .array(
      fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 5, arbitrary: tie("inline").map((content) => `<p>${content}</p>`) },
        { weight: 1, arbitrary: words.map((text) => `<h2>${text}</h2>`) },
        {
          weight: 2,
          arbitrary: fc
            .tuple(fc.constantFrom("ul", "ol"), fc.array(tie("item"), { minLength: 1, maxLength: 3 }))
            .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>x ${item}</li>`).join("")}</${tag}>`),
        },
        { weight: 1, arbitrary: tie("flow").map((content) => `<blockquote>${content}</blockquote>`) },
        { weight: 1, arbitrary: words.map((text) => `<pre><code>x ${text}</code></pre>`) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(words, tie("inline"))
            .map(([a, b]) => `<table><tr><th>x${a}<th>y<tr><td>z<td>y ${b.replaceAll("\\", "")}</table>`),
        },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.join("\n")),
}));

test("Markdown of any article says what its HTML says", () => {
  fc.assert(
    fc.property(flow, (html) => {
      const { body } = parseHtml(`<body><div>${html}</div></body>`, { url: URL_OF_PAGE, engine: "slim" });
      const article = body.firstElementChild as Element;
      const markdown = serialiseMarkdown(article, URL_OF_PAGE);
      const back = marked.parse(markdown, { async: false, gfm: true }).replaceAll("<br>", " ");
      assert.deepEqual(factsOf(back), factsOf(serialiseHtml(article, URL_OF_PAGE)), markdown);
    }),
    { numRuns: 500 },
  );
});
