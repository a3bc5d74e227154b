import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as fc from "fast-check";
import { JSDOM } from "jsdom";
import { marked } from "marked";
import { parseHtml } from "../../extractor/dom/parse-html.ts";
import { extract } from "../../extractor/extract.ts";
import { serialiseHtml } from "../../extractor/serialise/serialise-html.ts";
import { serialiseMarkdown } from "../../extractor/serialise/serialise-markdown.ts";
import { anyHtml } from "./property/odd-pages.ts";

const URL_OF_PAGE = "https://islander.example/news/story";
const hostile = readFileSync(new URL("../fixtures/hostile/page.html", import.meta.url), "utf8");

/** Everything that may come out, by element. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (
    "a:href,title abbr:title b bdi bdo:dir blockquote:cite br caption cite code dd del details dfn div:dir,lang dl dt em figcaption figure h1 h2 " +
    "h3 h4 h5 h6 hr i img:src,alt,width,height ins kbd li mark ol:start,type p:dir,lang pre q rp rt ruby s samp small span:dir,lang " +
    "strong sub summary sup table tbody td:colspan,rowspan tfoot th:colspan,rowspan,scope thead time:datetime tr u ul var"
  )
    .split(" ")
    .map((entry) => {
      const [tag = "", attributes = ""] = entry.split(":");
      return [tag, attributes.split(",")];
    }),
);

/** Loaded as a browser would without running anything: no element or attribute that could run, load or lead elsewhere. */
function assertInert(html: string, more: Readonly<Record<string, readonly string[]>> = {}): void {
  const { document } = new JSDOM(`<!doctype html><body>${html}</body>`).window;
  assert.equal(document.head.childElementCount, 0, html);
  for (const element of document.body.querySelectorAll("*")) {
    const allowed = more[element.localName] ?? ALLOWED[element.localName];
    assert.ok(allowed, `<${element.localName}> in ${html}`);
    assert.equal(element.namespaceURI, "http://www.w3.org/1999/xhtml");
    for (const { name, value } of element.attributes) {
      assert.ok(allowed.includes(name), `${name}="${value}" on <${element.localName}>`);
      if (["href", "src", "cite"].includes(name)) {
        assert.match(new URL(value, URL_OF_PAGE).protocol, /^(?:https?|mailto):$/u);
      }
    }
  }
}

for (const url of [URL_OF_PAGE, null]) {
  test(`a hostile page comes out inert, its text whole (${url ?? "no address"})`, () => {
    const { html, markdown, articleBody } = extract({ html: hostile, url });
    assertInert(html);
    // Markdown keeps `<sub>` and `<sup>`; all else that looks like a tag in it is text.
    assertInert(marked.parse(markdown, { async: false }), { th: ["align"], td: ["align"] });
    for (const part of ["The ferry to Skarn", "Deckhands tried", "far side"]) {
      assert.ok(articleBody.includes(part) && html.includes(part) && markdown.includes(part), part);
    }
  });
}

test("a tag in pieces is no tag", () => {
  const { body } = parseHtml(
    `<body><p>One &lt;<b></b>img src=x onerror=alert(1)&gt; &lt;<a>object data="javascript:alert(1)"&gt;</a> &amp;<i></i>lt;b&gt; two.</p></body>`,
    { url: URL_OF_PAGE, engine: "slim" },
  );
  const read = new JSDOM(marked.parse(serialiseMarkdown(body, URL_OF_PAGE), { async: false })).window
    .document;
  assert.equal(
    read.body.textContent?.trim(),
    `One <img src=x onerror=alert(1)> <object data="javascript:alert(1)"> &lt;b> two.`,
  );
});

test("the element that is serialised may be anything", () => {
  fc.assert(
    fc.property(anyHtml, fc.nat(), (odd, at) => {
      const place = at % hostile.length;
      const page = hostile.slice(0, place) + odd + hostile.slice(place);
      const { body } = parseHtml(page, { url: URL_OF_PAGE, engine: "slim" });
      assertInert(serialiseHtml(body, URL_OF_PAGE));
      assertInert(marked.parse(serialiseMarkdown(body, URL_OF_PAGE), { async: false }), {
        th: ["align"],
        td: ["align"],
        code: ["class"],
        input: ["type", "disabled", "checked"],
      });
    }),
    { numRuns: 60 },
  );
});

test("what was sanitised once is the same text when it is read and sanitised again", () => {
  const read = (html: string): Element =>
    parseHtml(`<body>${html}</body>`, { url: URL_OF_PAGE, engine: "jsdom" }).body;
  const once = extract({ html: hostile, url: URL_OF_PAGE }).html;
  const twice = serialiseHtml(read(once), URL_OF_PAGE);
  assertInert(twice);
  assert.equal(read(twice).textContent?.trim(), read(once).textContent?.trim());
  assert.equal(serialiseHtml(read(twice), URL_OF_PAGE), twice);
});
