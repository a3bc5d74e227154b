import assert from "node:assert/strict";
import { test } from "node:test";
import { discoverFeeds, discoverLinks } from "../../crawler/discover-links.ts";

const BASE = "https://paper.example/news/today?x=1";
const P = "https://paper.example";

const CASES: readonly (readonly [name: string, html: string, links: readonly string[]])[] = [
  [
    "relative links",
    `<a href="a">1</a><a href="/b">2</a><a href="//c.example/c">3</a><a href="?p=2">4</a>`,
    [`${P}/news/a`, `${P}/b`, "https://c.example/c", `${P}/news/today?p=2`],
  ],
  ["each once", `<a href="/a#one">1</a><a href="/a#two">2</a><a href="/a?utm_source=x">3</a>`, [`${P}/a`]],
  [
    "no other schemes",
    `<a href="mailto:a@b.example">m</a><a href="javascript:void 0">j</a><a href="tel:1">t</a><a href="data:text/html,x">d</a>`,
    [],
  ],
  ["no anchors in the page", `<a href="#top">t</a><a href="">e</a><a>n</a>`, []],
  ["base href", `<base href="/other/"><a href="a">1</a>`, [`${P}/other/a`]],
  [
    "base href behind the links",
    `<a href="a">1</a><base href="https://b.example/"><base href="https://c.example/">`,
    ["https://b.example/a"],
  ],
  ["entities", `<a href="/a?x=1&amp;y=2">1</a>`, [`${P}/a?x=1&y=2`]],
  ["white space and breaks", `<a href=" \n/a\n/b ">1</a>`, [`${P}/a/b`]],
  ["attributes without quotes, in upper case", `<A CLASS=x HREF=/a>1</A>`, [`${P}/a`]],
  ["area", `<map><area href="/a"></map>`, [`${P}/a`]],
  [
    "link next and canonical, not stylesheet or feed",
    `<link rel="next" href="/2"><link rel=canonical href=/c><link rel=stylesheet href=/s><link rel=alternate href=/feed>`,
    [`${P}/2`, `${P}/c`],
  ],
  ["rel nofollow", `<a rel="external NoFollow" href="/a">1</a><a rel=external href="/b">2</a>`, [`${P}/b`]],
  ["robots meta", `<a href="/a">1</a><meta name="robots" content="noindex, nofollow">`, []],
  ["robots meta none", `<meta name="ROBOTS" content="NONE"><a href="/a">1</a>`, []],
  ["robots meta for others", `<meta name="otherbot" content="nofollow"><a href="/a">1</a>`, [`${P}/a`]],
  [
    "links in scripts, comments, styles, titles are none",
    `<script>"<a href='/a'>"</script><!-- <a href="/b"> --><style><a href="/c"></style><title><a href="/d"></title><a href="/e">`,
    [`${P}/e`],
  ],
  ["links in noscript are some", `<noscript><a href="/a">1</a></noscript>`, [`${P}/a`]],
  ["an svg with a title that closes itself", `<svg><title/></svg><a href="/a">1</a>`, [`${P}/a`]],
  [
    "files",
    `<a href="/a.pdf">1</a><a href="/b.JPG?x">2</a><a href="/c.html">3</a><a href="/d.php">4</a>`,
    [`${P}/c.html`, `${P}/d.php`],
  ],
  ["URLs that are none", `<a href="http://[x">1</a><a href="https://">2</a><a href="/a">3</a>`, [`${P}/a`]],
  ["an unclosed tag at the end", `<a href="/a">1</a><a href="/b`, [`${P}/a`]],
];

for (const [name, html, links] of CASES) {
  test(name, () => assert.deepEqual(discoverLinks(html, BASE), links));
}

test("feeds are what a page names as alternates of a feed's type, once each", () => {
  const html = `<base href="/news/"><link rel="alternate" type="application/rss+xml" href="rss.xml">
    <link rel="ALTERNATE stylesheet" type="application/atom+xml; charset=utf-8" href="/atom?utm_source=x">
    <link rel="alternate" type="application/feed+json" href="https://feeds.weir.example/a.json">
    <link rel="alternate" type="application/rss+xml" href="/news/rss.xml#again">
    <link rel="alternate" hreflang="uk" href="/uk/"><link rel="alternate" type="text/html" href="/amp">
    <link rel="stylesheet" type="text/xml" href="/x.xml"><link rel="alternate" type="application/rss+xml">
    <a rel="alternate" type="application/rss+xml" href="/not-a-link-element">feed</a>`;
  assert.deepEqual(discoverFeeds(html, "https://weir.example/front"), [
    "https://weir.example/news/rss.xml",
    "https://weir.example/atom",
    "https://feeds.weir.example/a.json",
  ]);
});
