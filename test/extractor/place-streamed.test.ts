import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";
import { readDocument } from "../../extractor/read-document.ts";

const ENGINES = ["slim", "jsdom"] as const;

/** The body after late parts went to their places, without white space between tags. */
function bodyOf(html: string, engine: (typeof ENGINES)[number]): string {
  const document = readDocument(`<!doctype html><body>${html}</body>`, { url: null, engine });
  return document.body.innerHTML
    .replace(/>\s+</g, "><")
    .replaceAll(' hidden="" data-galley-stand-in=""', " stands-in");
}

for (const engine of ENGINES) {
  test(`${engine}: a late part stands where its boundary waits, and what stood there is hidden`, () => {
    const html = `<main><p>One</p><!--$?--><template id="B:0"></template>One moment<div>Loading</div><!--/$--><p>Three</p></main>
      <div hidden id="S:0"><p>Two</p></div>`;
    assert.equal(
      bodyOf(html, engine).trim(),
      `<main><p>One</p><!--$?--><p>Two</p><span stands-in>One moment</span><div stands-in>Loading</div><!--/$--><p>Three</p></main>`,
    );
  });

  test(`${engine}: a part of a late part, boundaries within what waits, an application's prefix`, () => {
    const html = `<main><!--$?--><template id="app-B:a"></template><i><!--$-->x<!--/$--></i><!--$-->y<!--/$--><b>z</b><!--/$--><u>after</u></main>
      <div hidden id="app-S:a"><p>First</p><template id="app-P:1f"></template></div><div hidden id="app-S:1f"><p>Second</p></div>
      <div hidden id="S:a"><p>Of another application</p></div>`;
    const body = bodyOf(html, engine);
    assert.match(
      body,
      /<p>First<\/p><p>Second<\/p><i stands-in>.*<b stands-in>z<\/b><!--\/\$--><u>after<\/u><\/main>/,
    );
    assert.match(body, /<div hidden="" id="S:a"><p>Of another application<\/p><\/div>/);
  });

  test(`${engine}: rows of a table that come late`, () => {
    const html = `<table><tbody><tr><td>1</td></tr><template id="P:2"></template></tbody></table>
      <table hidden><tbody id="S:2"><tr><td>2</td></tr></tbody></table>`;
    assert.match(bodyOf(html, engine), /<tr><td>1<\/td><\/tr><tr><td>2<\/td><\/tr><\/tbody>/);
  });

  test(`${engine}: without comments nothing says how far the placeholder goes, and it stays`, () => {
    const html = `<main><template id="B:0"></template><p>Placeholder</p></main><div hidden id="S:0"><p>Late</p></div>`;
    assert.equal(bodyOf(html, engine), "<main><p>Late</p><p>Placeholder</p></main>");
  });

  test(`${engine}: what is shown, what nothing waits for and what waits for itself stays where it is`, () => {
    const html = `<template id="B:0"></template><div id="S:0">Shown</div><div hidden id="S:1">Unasked</div>
      <div hidden id="S:2"><template id="B:2"></template>Itself</div>`;
    assert.equal(bodyOf(html, engine).match(/id="S:/g)?.length, 3);
  });
}

test("a boundary without an end hides nothing, and of a hundred thousand parts a thousand are placed", () => {
  const open = (id: number): string => `<!--$?--><template id="B:${id.toString(16)}"></template>`;
  const late = (id: number): string => `<div hidden id="S:${id.toString(16)}"><p>Late</p></div>`;
  assert.equal(
    bodyOf(`<main>${open(0)}<p>Shown</p></main>${late(0)}`, "slim"),
    "<main><!--$?--><p>Late</p><p>Shown</p></main>",
  );
  const ids = Array.from({ length: 100_000 }, (_, id) => id);
  const html = `<body><main>${ids.map(open).join("")}</main>${ids.map(late).join("")}</body>`;
  const { body } = readDocument(html, { url: null, engine: "slim" });
  assert.equal(body.querySelectorAll("main > p").length, 1000);
  assert.equal(body.querySelectorAll("div > p").length, ids.length - 1000);
});

test("parts that would nest deeper than a page may stay where they are", () => {
  const deep = (id: number): string =>
    `<div hidden id="S:${id}">${"<div>".repeat(100)}<template id="B:${id + 1}"></template>${"</div>".repeat(100)}</div>`;
  const html = `<template id="B:0"></template>${Array.from({ length: 9 }, (_, id) => deep(id)).join("")}`;
  const { body } = readDocument(html, { url: null, engine: "slim" });
  let deepest = 0;
  for (const element of body.querySelectorAll("div")) {
    let depth = 0;
    for (let at: Element | null = element; at !== null; at = at.parentElement) depth++;
    deepest = Math.max(deepest, depth);
  }
  assert.ok(deepest > 400 && deepest <= 513, String(deepest));
});

test("an article whose middle comes late is read in its order", () => {
  const part = (text: string): string => `<p>${`${text} `.repeat(6).trim()}</p>`;
  const [first, late, last] = [
    "The lighthouse keeper counts the ships that pass, and writes each of them into a book bound in sailcloth.",
    "In the second winter the book was full; she went on in the margins, and then on the backs of charts.",
    "Nobody has asked for the numbers yet, but the harbour office has them all, in eleven boxes under the stairs.",
  ];
  const html = `<!doctype html><html lang="en"><head><title>The keeper's book</title></head><body><main><article>
    <h1>The keeper's book</h1>${part(first)}<!--$?--><template id="B:0"></template><p>Loading the rest of the story</p><!--/$-->${part(last)}
    </article></main><footer>Harbour News</footer><div hidden id="S:0">${part(late)}</div>
    <script>$RC("B:0","S:0")</script></body></html>`;
  const { articleBody } = extract({ html, url: null });
  const at = [first, late, last].map((text) => articleBody.indexOf(text));
  assert.ok(
    at.every((place) => place >= 0),
    articleBody,
  );
  assert.deepEqual(
    at,
    at.toSorted((a, b) => a - b),
  );
  assert.ok(!articleBody.includes("Loading"));
});
