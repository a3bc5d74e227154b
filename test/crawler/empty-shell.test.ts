import assert from "node:assert/strict";
import { test } from "node:test";
import { isEmptyShell } from "../../crawler/empty-shell.ts";

const PROSE = "The ferry left the old quay at dawn with forty passengers and a crate of oranges. ".repeat(5);
const SCRIPT = `<script src="/app.js"></script>`;
const page = (body: string, head = ""): string =>
  `<!doctype html><html><head><title>T</title>${head}</head><body>${body}</body></html>`;
const LINKS = Array.from(
  { length: 60 },
  (_, n) => `<li><a href="/s/${n}">Harbour news number ${n}</a></li>`,
).join("");

const SHELLS: readonly (readonly [name: string, html: string])[] = [
  ["a React mount", page(`<div id="root"></div>${SCRIPT}`)],
  [
    "a Vue mount with a noscript",
    page(`<noscript>Please enable JavaScript to continue.</noscript><div id="app"></div>${SCRIPT}`),
  ],
  [
    "a Next mount with its data in a script",
    page(
      `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"text":"${PROSE}"}</script>${SCRIPT}`,
    ),
  ],
  [
    "a spinner's label in the mount",
    page(`<div id="root"><div class="spinner"><span>Loading…</span></div></div>${SCRIPT}`),
  ],
  ["a custom element", page(`<app-root></app-root>${SCRIPT}`)],
  ["nothing but a script", page(SCRIPT)],
  ["nothing but an inline script", page("<script>document.body.append('x')</script>")],
  [
    "a menu and a footer around an empty mount",
    page(
      `<header><nav><ul>${LINKS}</ul></nav></header><div id="app"></div><footer>© The Paper</footer>${SCRIPT}`,
    ),
  ],
  [
    "a menu outside of nav around an empty mount",
    page(`<div class="menu"><ul>${LINKS}</ul></div><div id="root"></div>${SCRIPT}`),
  ],
  ["an empty main", page(`<header><a href="/">The Paper</a></header><main></main>${SCRIPT}`)],
  [
    "an empty article block",
    page(`<header>The Paper</header><div id="article-body"></div><footer>Imprint</footer>${SCRIPT}`),
  ],
  [
    "prose in a noscript alone",
    page(`<noscript>${PROSE} Needs JavaScript.</noscript><div id="app"></div>${SCRIPT}`),
  ],
  ["prose in an inert template", page(`<div id="app"></div><template><p>${PROSE}</p></template>${SCRIPT}`)],
  ["prose in a comment", page(`<div id="app"></div><!-- ${PROSE} -->${SCRIPT}`)],
  [
    "prose in a meta description",
    page(`<div id="app"></div>${SCRIPT}`, `<meta name="description" content="${PROSE}">`),
  ],
  [
    "a Ukrainian request for JavaScript",
    page(`<p>Увімкніть JavaScript</p><noscript>Увімкніть JavaScript</noscript>${SCRIPT}`),
  ],
  ["no closing tags", `<html><head><title>T</title><body><div id=root>${SCRIPT}`],
];

const PAGES: readonly (readonly [name: string, html: string])[] = [
  ["an article", page(`<article><p>${PROSE}</p></article>${SCRIPT}`)],
  ["an article in a mount", page(`<div id="root"><article><p>${PROSE}</p></article></div>${SCRIPT}`)],
  [
    "React streaming in a hidden block",
    page(
      `<div id="root"><template id="B:0"></template></div><div hidden id="S:0"><p>${PROSE}</p></div><script>$RC("B:0","S:0")</script>`,
    ),
  ],
  [
    "a declarative shadow root",
    page(`<story-card><template shadowrootmode="open"><p>${PROSE}</p></template></story-card>${SCRIPT}`),
  ],
  ["a short static page", page("<h1>Moved</h1><p>We are now in Mill Street.</p>")],
  [
    "a short static page with analytics",
    page(
      `<h1>Moved</h1><p>We are now in Mill Street, second door on the left.</p><script src="/stats.js"></script>`,
    ),
  ],
  [
    "a not-found page",
    page(
      `<div id="page"><h1>Not found</h1><p>There is no such page here. Try the front page.</p></div><script src="/stats.js"></script>`,
    ),
  ],
  ["a front page of links", page(`<div id="root"><main><ul>${LINKS}</ul></main></div>${SCRIPT}`)],
  [
    "a front page of links with empty ad slots",
    page(`<main><ul>${LINKS}</ul></main><div id="ad-1"></div><div id="ad-2"></div>${SCRIPT}`),
  ],
  [
    "an article with empty ad slots",
    page(`<div id="ad"></div><p>${PROSE}</p><div id="comments"></div>${SCRIPT}`),
  ],
  [
    "an article whose noscript asks for JavaScript",
    page(`<noscript>Enable JavaScript for comments</noscript><p>${PROSE}</p>${SCRIPT}`),
  ],
  ["a mount without scripts", page(`<div id="root"></div>`)],
  [
    "a mount with data scripts alone",
    page(`<div id="root"></div><script type="application/ld+json">{}</script>`),
  ],
  ["an empty document", ""],
  ["text without tags", "Just a line."],
  ["br-separated text", page(`<div id="text">${PROSE.replaceAll(". ", ".<br><br>")}</div>${SCRIPT}`)],
  [
    "nested tables",
    page(`<table><tr><td><table><tr><td>${PROSE}</td></tr></table></td></tr></table>${SCRIPT}`),
  ],
  [
    "Japanese prose",
    page(`<div id="app"><p>${"港の壁についての議論は昼過ぎまで続いた。".repeat(12)}</p></div>${SCRIPT}`),
  ],
  [
    "an article whose head is not closed",
    `<html><head><title>T</title><script src=a.js></script><body><p>${PROSE}`,
  ],
  ["an article without a body tag", `<head><title>T</title></head><p>${PROSE}</p>${SCRIPT}`],
  ["an article in a form", `<body><form><div id="ad"></div><p>${PROSE}</p></form>${SCRIPT}`],
];

for (const [name, html] of SHELLS) test(`a shell: ${name}`, () => assert.equal(isEmptyShell(html), true));
for (const [name, html] of PAGES) test(`no shell: ${name}`, () => assert.equal(isEmptyShell(html), false));
