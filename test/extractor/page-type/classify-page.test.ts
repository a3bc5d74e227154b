import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata } from "../../../extractor/metadata/extract-metadata.ts";
import { classifyPage, type PageClass } from "../../../extractor/page-type/classify-page.ts";
import { measurePage } from "../../../extractor/page-type/measure-page.ts";
import { readPage } from "../../../extractor/page.ts";
import type { PageType } from "../../../types.ts";

const SENTENCES = [
  "The wheel turned for the first time in forty years, and half the valley came down to the bank to see whether it would hold.",
  "Lindqvist had spent three winters in the archive, where the plans lay under a ledger that nobody had opened since the flood.",
  "She said that the oak for the new paddles came from the same slope as the old, because nothing else would bear the water.",
  "By noon the millrace was full, and the noise could be heard as far as the chapel, which some took for a good sign.",
  "The council had doubted the cost, but the last of the money was found when a former miller's granddaughter wrote a letter.",
];
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<p>${SENTENCES[n % 5]} ${SENTENCES[(n + 2) % 5]}</p>`).join("");
const nav = `<nav><ul>${["Rivers", "Bridges", "People", "Archive", "About"].map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`).join("")}</ul></nav>`;
const page = (title: string, body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${nav}${body}<footer><a href="/imprint">Imprint</a> © Valley Gazette</footer></body></html>`;

const card = (n: number): string =>
  `<article class="card teaser"><a href="/rivers/story-${n}"><img src="/i/${n}.jpg"><h3>Story number ${n} from the banks of the river</h3></a><p>Short teaser text ${n}.</p><time>3 March 2021</time></article>`;
const ware = (n: number): string =>
  `<li class="product product-card"><a href="/products/flour-${n}"><img src="/i/${n}.jpg">Flour no. ${n}</a><span class="price">€${n}.50</span><button class="add-to-cart">Add to cart</button></li>`;
const post = (n: number): string =>
  `<div class="post message"><a class="username" href="/u/${n}">miller${n}</a><img class="avatar" src="/a/${n}.png"><time>3 March 2021</time><div class="post-body"><p>${SENTENCES[n % 5]}</p></div><a class="reply" href="#r">Reply</a><a class="quote" href="#q">Quote</a></div>`;

interface Case {
  readonly name: string;
  readonly url: string | null;
  readonly html: string;
  readonly types: readonly PageType[];
}

const CASES: readonly Case[] = [
  {
    name: "a news story",
    url: "https://gazette.example/rivers/2021/03/the-old-mill-reopens-after-forty-years",
    html: page(
      "The old mill reopens after forty years",
      `<main><article class="article"><h1>The old mill reopens after forty years</h1><p class="byline">By Mara Lindqvist</p><time datetime="2021-03-04">4 March 2021</time><div class="article-body">${paragraphs(12)}</div></article></main>`,
      '<meta property="og:type" content="article"><meta property="article:published_time" content="2021-03-04T05:06:07Z">',
    ),
    types: ["article"],
  },
  {
    name: "a blog post in text broken by br, with no metadata",
    url: "https://weir.example/2009/11/notes-from-the-weir-house",
    html: `<html><head><title>Notes from the weir house</title></head><body>${nav}<table><tr><td><h1>Notes from the weir house</h1>Posted by Ansgar on 4 November 2009<br><br>${SENTENCES.concat(SENTENCES, SENTENCES).join("<br><br>")}</td></tr></table></body></html>`,
    types: ["article"],
  },
  {
    name: "a front page",
    url: "https://gazette.example/",
    html: page(
      "Valley Gazette",
      `<main class="grid">${Array.from({ length: 40 }, (_, n) => card(n)).join("")}</main>`,
      '<meta property="og:type" content="website">',
    ),
    types: ["listing", "collection", "service"],
  },
  {
    name: "a category list",
    url: "https://gazette.example/category/rivers/",
    html: page(
      "Rivers",
      `<main><h1>Rivers</h1>${Array.from({ length: 25 }, (_, n) => card(n)).join("")}<div class="pagination"><a href="?page=2">Next</a></div></main>`,
      '<meta property="og:type" content="website">',
    ),
    types: ["listing", "collection"],
  },
  {
    name: "a shop's shelf",
    url: "https://millshop.example/collections/flour",
    html: page(
      "Flour",
      `<h1>Flour</h1><div class="filter">Sort by</div><ul class="products">${Array.from({ length: 30 }, (_, n) => ware(n + 1)).join("")}</ul>`,
      '<meta property="og:type" content="website">',
    ),
    types: ["collection", "product", "listing"],
  },
  {
    name: "a thread",
    url: "https://boards.example/forum/threads/paddle-wood.118/",
    html: page(
      "Which wood for paddles?",
      `<h1>Which wood for paddles?</h1>${Array.from({ length: 20 }, (_, n) => post(n)).join("")}<form class="reply"><textarea></textarea><button>Post reply</button></form>`,
    ),
    types: ["forum"],
  },
  {
    name: "a short story on a bare page without an address",
    url: null,
    html: `<html><head><title>The wheel turns</title></head><body><h1>The wheel turns</h1>${paragraphs(3)}</body></html>`,
    types: ["article"],
  },
  {
    name: "a bare list of links",
    url: null,
    html: `<html><head><title>Gazette</title></head><body>${nav}<ul>${Array.from({ length: 20 }, (_, n) => `<li><a href="/s/${n}">Story number ${n} from the river</a></li>`).join("")}</ul></body></html>`,
    types: ["listing", "collection", "other", "service"],
  },
];

function classify(html: string, url: string | null, engine: "slim" | "jsdom" = "slim"): PageClass {
  const document = parseHtml(html, { url, engine });
  return classifyPage(readPage({ document, metadata: extractMetadata(document, { url }), url }));
}

for (const { name, url, html, types } of CASES) {
  test(`${name} is told apart`, () => {
    const found = classify(html, url);
    assert.ok(types.includes(found.pageType), `${found.pageType} ${JSON.stringify(found.chances)}`);
    assert.equal(found.isArticle, types.includes("article"));
    assert.equal(found.confidence, found.chances[found.pageType as keyof typeof found.chances]);
  });
}

test("both documents give the same answer, and an empty page gives one too", () => {
  for (const { url, html } of CASES) {
    assert.deepEqual(classify(html, url, "slim"), classify(html, url, "jsdom"));
  }
  assert.equal(classify("", null).isArticle, false);
});

test("every page is measured by the same names in the same order", () => {
  const namesOf = (html: string, url: string | null): readonly string[] => {
    const document = parseHtml(html, { url, engine: "slim" });
    return Object.keys(
      measurePage(readPage({ document, metadata: extractMetadata(document, { url }), url })),
    );
  };
  const names = namesOf("", null);
  assert.ok(names.length > 100);
  for (const { url, html } of CASES) assert.deepEqual(namesOf(html, url), names);
});

test("the same story at the root of a site is no article", () => {
  const story = CASES[1];
  assert.ok(story?.url);
  const { origin } = new URL(story.url);
  assert.equal(classify(story.html, story.url).isArticle, true);
  assert.equal(classify(story.html, `${origin}/`).isArticle, false);
});

test("paragraphs are told whatever they are made of", () => {
  const made = (open: string, close: string): string =>
    `<html><head><title>Notes from the weir house</title></head><body>${nav}<div><h1>Notes from the weir house</h1><div>${SENTENCES.map((line) => open + line + close).join("")}</div></div></body></html>`;
  const measured = [made("<p>", "</p>"), made("<div>", "</div>"), made("", "<br><br>")].map((html) => {
    const document = parseHtml(html, { url: null, engine: "slim" });
    const measures = measurePage(
      readPage({ document, metadata: extractMetadata(document, { url: null }), url: null }),
    );
    return [measures["prose"], measures["mainParagraphs"], measures["mainProse"]];
  });
  assert.deepEqual(measured[1], measured[0]);
  assert.deepEqual(measured[2], measured[0]);
  assert.equal(measured[0]?.[1], 5);
});

const GREEK = [
  "Ένα ξύλινο καΐκι του 1958 έγινε από τη Δευτέρα η τάξη έξι μαθητών στο νησί Άρκιο.",
  "Το σχολείο του χωριού έκλεισε μετά τον σεισμό και ο ψαράς Μανώλης πρόσφερε το σκάφος του.",
  "«Όταν κουνάει, κάνουμε φυσική», λέει η δασκάλα.",
];
const teasers = (count: number): string =>
  Array.from(
    { length: count },
    (_, n) =>
      `<div class="entry"><h2><a href="/rivers/story-${n}">Story number ${n} from the banks of the river</a></h2><time datetime="2026-02-0${n + 1}">${n + 1} February 2026</time><p>${SENTENCES[n % 5]} ${SENTENCES[(n + 2) % 5]}</p></div>`,
  ).join("");

test("a short text among links is an article where the page says so and nothing else is likelier", () => {
  const links = `<ul>${Array.from({ length: 5 }, (_, n) => `<li><a href="/n/${n}">Νέα ${n}</a></li>`).join("")}</ul>`;
  const story = (type: string): string =>
    `<html lang="el"><head><title>Το καΐκι</title><meta property="og:type" content="${type}"></head><body><nav>${links}</nav><article><h1>Το καΐκι που έγινε σχολείο</h1><time datetime="2026-02-11">11.02.2026</time>${GREEK.map((line) => `<p>${line}</p>`).join("")}</article>${links}</body></html>`;
  const url = "https://nisi.example/kaiki";
  const said = classify(story("article"), url);
  assert.ok(said.chances.article < 0.45, JSON.stringify(said.chances));
  assert.equal(said.isArticle, true);
  assert.equal(classify(story("website"), url).isArticle, false);
});

test("teasers as long as paragraphs make a list, whatever else looks like an article", () => {
  const url = "https://gazette.example/writers/mara-lindqvist";
  const list = (body: string): string =>
    page(
      "Mara Lindqvist",
      `<main><h1>Mara Lindqvist</h1>${body}</main>`,
      '<meta name="author" content="Mara Lindqvist">',
    );
  const found = classify(list(teasers(7)), url);
  assert.ok(found.chances.article >= 0.45, JSON.stringify(found.chances));
  assert.equal(found.isArticle, false);
  assert.equal(classify(list(teasers(7).replaceAll(/<a href="[^"]*">|<\/a>/g, "")), url).isArticle, true);
});

test("a claimed article that is the page's only one is no list, though it looks more like one", () => {
  const links = `<ul>${Array.from({ length: 50 }, (_, n) => `<li><a href="/n/${n}">Νέα ${n}</a></li>`).join("")}</ul>`;
  const story = (around: readonly [string, string]): string =>
    `<html lang="el"><head><title>Το καΐκι</title><meta property="og:type" content="article"></head><body><nav>${links}</nav>${around[0]}<h1>Το καΐκι που έγινε σχολείο</h1><time datetime="2026-02-11">11.02.2026</time>${GREEK.map((line) => `<p>${line}</p>`).join("")}${around[1]}${links}</body></html>`;
  const url = "https://nisi.example/kaiki";
  const marked = classify(story(["<article>", "</article>"]), url);
  assert.ok(marked.chances.article < marked.chances.listing, JSON.stringify(marked.chances));
  assert.equal(marked.isArticle, true);
  assert.equal(classify(story(["<article>", "</article><article>2</article>"]), url).isArticle, false);
});
