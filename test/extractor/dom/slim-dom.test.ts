import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { SlimElement } from "../../../extractor/dom/slim/element.ts";
import { oddHtml } from "./odd-html.ts";

const URL = "https://harbour.example/news/ferry.html";

const slim = (html: string): Document => parseHtml(html, { url: URL, engine: "slim" });
const jsdom = (html: string): Document => parseHtml(html, { url: URL, engine: "jsdom" });

/** Style sheets are emptied for jsdom; both engines get pages without them. */
const withoutStyles = (html: string): string => html.replaceAll(/<\/?style[^>]*>/gi, "");

/** With a doctype: the slim DOM tells the case of class names apart on every page, jsdom on pages out of quirks mode. */
const standardsMode = (html: string): string => `<!doctype html>${withoutStyles(html)}`;

const outline = (nodes: Iterable<Element>): string[] => [...nodes].map((element) => element.outerHTML);

test("odd HTML gives the same tree as jsdom", () => {
  fc.assert(
    fc.property(oddHtml.map(withoutStyles), (html) => {
      const ours = slim(html);
      const theirs = jsdom(html);
      assert.equal(ours.documentElement.outerHTML, theirs.documentElement.outerHTML);
      assert.equal(ours.documentElement.textContent, theirs.documentElement.textContent);
      assert.equal(ours.title, theirs.title);
      assert.equal(ours.body?.childNodes.length, theirs.body?.childNodes.length);
    }),
    { numRuns: 400 },
  );
});

const SELECTORS = [
  "*",
  "p",
  "div, span,LI",
  ".lead",
  "#main",
  "div p",
  "div > p",
  "p + *",
  "b ~ i",
  "[class]",
  "[class=lead]",
  "[class~='big']",
  '[class^="le"]',
  "[class$=big]",
  "[class*=ea i]",
  "[data-x-y|='1']",
  "a[href]",
  ":not(p)",
  "div:not(.lead, #main)",
  ":is(ul, ol) > li",
  "li:first-child",
  "td:last-child",
  ":nth-child(2n+1)",
  "*:nth-child(-n + 2)",
  ":nth-last-child(2)",
  "p:first-of-type",
  "li:nth-of-type(even)",
  ":only-child",
  ":empty",
  "div:has(> b)",
  "p:has(+ div)",
  "section *:not(:is(a, b)):first-child",
];

test("selectors find what jsdom's find", () => {
  fc.assert(
    fc.property(oddHtml.map(standardsMode), fc.constantFrom(...SELECTORS), (html, selector) => {
      const ours = slim(html);
      const theirs = jsdom(html);
      assert.deepEqual(
        outline(ours.querySelectorAll(selector)),
        outline(theirs.querySelectorAll(selector)),
        selector,
      );
      assert.equal(ours.querySelector(selector)?.outerHTML, theirs.querySelector(selector)?.outerHTML);
    }),
    { numRuns: 600 },
  );
});

test("a selector that cannot be read is a SyntaxError", () => {
  const document = slim("<p>x");
  for (const selector of ["", "p >", "[a", "p,,b", ":nope", "..a", "a:not(", "p)"]) {
    assert.throws(() => document.querySelector(selector), { name: "SyntaxError" }, selector);
  }
});

/** One change to a tree, as a function of two numbers that pick elements. */
const CHANGES: readonly ((elements: readonly Element[], a: number, b: number) => void)[] = [
  (all, a) => all[a]?.remove(),
  (all, a, b) => all[a]?.appendChild(all[b] as Element),
  (all, a, b) => all[a]?.before("new ", all[b] as Element),
  (all, a, b) => all[a]?.replaceWith(all[b] as Element, "tail"),
  (all, a, b) => all[a]?.append(all[b]?.cloneNode(true) as Node),
  (all, a) => void ((all[a] as Element).innerHTML = "<p>one<p>two<td>three</p>"),
  (all, a) => void ((all[a] as Element).textContent = "a < b"),
  (all, a) => all[a]?.setAttribute("Class", "x y"),
  (all, a) => all[a]?.removeAttribute("class"),
  (all, a) => all[a]?.classList.add("x", "lead"),
  (all, a) => all[a]?.classList.toggle("lead"),
  (all, a, b) => void all[a]?.parentNode?.replaceChild(all[b] as Element, all[a] as Element),
  (all, a, b) => void all[a]?.insertBefore(all[b] as Element, (all[a] as Element).firstChild),
  (all, a) => all[a]?.normalize(),
];

test("changes to a tree have the effect they have in jsdom", () => {
  const changes = fc.array(fc.tuple(fc.nat(CHANGES.length - 1), fc.nat(30), fc.nat(30)), { maxLength: 12 });
  fc.assert(
    fc.property(oddHtml.map(withoutStyles), changes, (html, steps) => {
      const ours = slim(`<body><div id=start>${html}`);
      const theirs = jsdom(`<body><div id=start>${html}`);
      for (const [change, a, b] of steps) {
        const outcomes = [ours, theirs].map((document) => {
          const elements = [...(document.body as HTMLElement).getElementsByTagName("*")];
          try {
            if (a >= elements.length || b >= elements.length) return "skipped";
            CHANGES[change]?.(elements, a, b);
            return "done";
          } catch (error) {
            return (error as Error).name;
          }
        });
        assert.equal(outcomes[0], outcomes[1]);
        assert.equal(ours.documentElement.textContent, theirs.documentElement.textContent);
        assert.equal(ours.documentElement.outerHTML, theirs.documentElement.outerHTML);
      }
    }),
    { numRuns: 300 },
  );
});

test("texts asked for before a change are not given after it", () => {
  const document = slim("<main><section><p>tide <b>rises</b></p></section></main>");
  const main = document.querySelector("main") as Element;
  assert.equal(main.textContent, "tide rises");
  (document.createTreeWalker(document.querySelector("b") as Element).nextNode() as Text).data = "falls";
  assert.equal(main.textContent, "tide falls");
  document.querySelector("b")?.append("!");
  assert.equal(main.textContent, "tide falls!");
  document.querySelector("b")?.remove();
  assert.equal(main.textContent, "tide ");
});

test("an element's bits follow it to its new parent", () => {
  const document = slim("<div id=a></div><div id=b><table><tr><td>x</table></div>");
  const [a, table] = [document.getElementById("a") as Element, document.querySelector("table") as Element];
  assert.equal(a.getElementsByTagName("td").length, 0);
  a.appendChild(table);
  assert.equal(a.getElementsByTagName("td").length, 1);
  assert.equal(document.getElementById("b")?.getElementsByTagName("td").length, 0);
});

test("withheld HTML is neither written nor read", () => {
  const body = parseHtml("<p>The tide table hangs by the door.</p>", { url: null, engine: "slim" }).body;
  assert.ok(body instanceof SlimElement);
  const { outerHTML } = body;
  body.withholdHtml();
  assert.equal(body.innerHTML, "");
  body.innerHTML = "<p>Something else</p>";
  assert.equal(body.outerHTML, outerHTML);
  const inner = body.querySelector("p") as Element | null;
  assert.equal(inner?.innerHTML, "The tide table hangs by the door.");
});

test("attributes have the names and namespaces that jsdom gives them, in pages and in fragments", () => {
  const html = `<svg xmlns="http://www.w3.org/2000/svg"><use xlink:href="#bell" XML:LANG="en" href="#x"/></svg><p Class=a data-Ñ=1>`;
  const told = (["slim", "jsdom"] as const).map((engine) => {
    const { body } = parseHtml(html, { url: null, engine });
    const parsed = [...body.querySelectorAll("*")];
    body.innerHTML = html;
    return [...parsed, ...body.querySelectorAll("*")].map((element) => ({
      listed: Array.from(element.attributes, (attribute) => [
        attribute.name,
        attribute.localName,
        attribute.value,
        attribute.namespaceURI,
      ]),
      asked: ["xlink:href", "href", "CLASS"].map((name) => element.getAttribute(name)),
    }));
  });
  assert.deepEqual(told[0], told[1]);
});

test("style tells whether an element is shown, as jsdom's does", () => {
  const styles = [
    "display:none",
    "DISPLAY: None;",
    "color:red;display:none!important;display:block",
    "display:none;display:nonsense",
    "display:block;display:none",
    "background:url(a;display:none)",
    "content:';display:none'",
    "/* display:none */ color: red",
    "visibility:hidden",
    "visibility:hidden;visibility:shown",
    "display",
    "",
  ];
  for (const style of styles) {
    const html = `<p style="${style}">x</p>`;
    const [ours, theirs] = [slim(html), jsdom(html)].map((document) => document.querySelector("p")?.style);
    assert.equal(ours?.display, theirs?.display, style);
    assert.equal(ours?.visibility, theirs?.visibility, style);
  }
});

test("positions and walks agree with jsdom", () => {
  fc.assert(
    fc.property(oddHtml.map(standardsMode), fc.nat(20), fc.nat(20), (html, a, b) => {
      const [ours, theirs] = [slim(html), jsdom(html)].map((document) => {
        const all = [...document.querySelectorAll("*")];
        const [first, second] = [all[a % all.length] as Element, all[b % all.length] as Element];
        const walker = document.createTreeWalker(document.documentElement, 1 | 4, (node) =>
          node.nodeName === "P" ? 2 : node.nodeName === "B" ? 3 : 1,
        );
        const walked: string[] = [];
        while (walker.nextNode() !== null) walked.push(walker.currentNode.nodeName);
        const iterator = document.createNodeIterator(first, 4 | 128);
        for (let node = iterator.nextNode(); node !== null; node = iterator.nextNode())
          walked.push(node.nodeValue ?? "");
        return {
          position: first.compareDocumentPosition(second),
          closest: second.closest("div, .lead")?.outerHTML,
          walked,
        };
      });
      assert.deepEqual(ours, theirs);
    }),
    { numRuns: 300 },
  );
});

test("addresses resolve against the base element and the page", () => {
  for (const engine of ["slim", "jsdom"] as const) {
    const plain = parseHtml("<a href=x#y>x</a>", { url: URL, engine });
    assert.equal(plain.baseURI, URL);
    assert.equal(plain.documentURI, URL);
    assert.equal(plain.querySelector("a")?.href, "https://harbour.example/news/x#y");
    const based = parseHtml("<base href='/deck/'><a href=x>x</a>", { url: URL, engine });
    assert.equal(based.baseURI, "https://harbour.example/deck/");
    assert.equal(based.documentURI, URL);
    assert.equal(parseHtml("<p>x", { url: null, engine }).baseURI, "about:blank");
  }
});

test("nesting stops where browsers stop", () => {
  for (const open of ["<div>", "<span><i>", "<ul><li>", "<b>", "<table><tr><td>", "<template>", "<svg>"]) {
    const document = slim(`${open.repeat(20_000)}deep text`);
    let deepest = 0;
    for (
      let node: Element | null = document.querySelector("body");
      node !== null;
      node = node.lastElementChild
    )
      deepest++;
    assert.ok(deepest <= 512, `${open}: ${deepest}`);
    const clone = document.documentElement.cloneNode(true) as Element;
    assert.equal(clone.outerHTML, document.documentElement.outerHTML);
  }
  assert.equal(slim(`${"<div>".repeat(20_000)}deep text`).body.textContent, "deep text");
});
