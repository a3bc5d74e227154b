import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata } from "../../../extractor/metadata/extract-metadata.ts";

const URL_OF_PAGE = "https://gazette.example/rivers/2021/mill-reopens";
const BODY =
  "<p>The wheel turned for the first time in forty years, and half the valley came to see whether it would hold.</p>".repeat(
    4,
  );

interface Case {
  readonly name: string;
  readonly head?: string;
  readonly body?: string;
  readonly html?: string;
  readonly url?: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sources?: Readonly<Record<string, string>>;
}

const ld = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;
const person = (name: string) => ({ "@type": "Person", name });

const CASES: readonly Case[] = [
  {
    name: "a JSON-LD graph with references",
    head: ld({
      "@graph": [
        { "@type": "WebSite", "@id": "#site", name: "Valley Gazette" },
        { "@type": "WebPage", "@id": URL_OF_PAGE, inLanguage: "en-GB", isPartOf: { "@id": "#site" } },
        {
          "@type": "NewsArticle",
          headline: "The mill &amp; its keeper",
          author: [{ "@id": "#mara" }],
          publisher: { "@id": "#org" },
          datePublished: "2021-03-04T05:06:07+02:00",
          isAccessibleForFree: "False",
          articleSection: ["Rivers"],
          keywords: "mills, water",
          mainEntityOfPage: { "@id": URL_OF_PAGE },
        },
        { "@type": "Organization", "@id": "#org", name: "Valley Gazette" },
        { "@type": "Person", "@id": "#mara", name: "Mara Lindqvist", url: "/people/mara" },
      ],
    }),
    facts: {
      "@type": "NewsArticle",
      headline: "The mill & its keeper",
      author: [{ name: "Mara Lindqvist", url: "https://gazette.example/people/mara" }],
      publisher: { name: "Valley Gazette" },
      datePublished: "2021-03-04T05:06:07+02:00",
      datePublishedRaw: "2021-03-04T05:06:07+02:00",
      isAccessibleForFree: false,
      articleSection: "Rivers",
      keywords: ["mills", "water"],
      inLanguage: "en-GB",
    },
    sources: { headline: "json-ld", author: "json-ld", datePublished: "json-ld" },
  },
  {
    name: "of several articles the one about this page",
    head: ld([
      {
        "@type": "NewsArticle",
        headline: "Ferry stays ashore",
        url: "/rivers/2021/ferry",
        author: person("Theo Abara"),
        datePublished: "2021-01-01",
      },
      {
        "@type": "NewsArticle",
        headline: "Mill reopens",
        url: URL_OF_PAGE,
        author: person("Mara Lindqvist"),
        datePublished: "2021-03-04",
      },
    ]),
    facts: {
      headline: "Mill reopens",
      author: [{ name: "Mara Lindqvist", url: null }],
      datePublished: "2021-03-04",
    },
  },
  {
    name: "a list of other articles claims nothing",
    head: `${ld([1, 2, 3].map((n) => ({ "@type": "NewsArticle", headline: `Other story ${n}`, author: person("Theo Abara"), datePublished: "2021-01-01" })))}<title>Archive</title>`,
    url: "https://gazette.example/archive",
    facts: { headline: "Archive", author: [], datePublished: null },
  },
  {
    name: "broken JSON-LD, and the author of a comment in it",
    head: ld(
      '{"@type": "BlogPosting", "headline": "Mill\nreopens", "author": "Mara Lindqvist", "comment": [{"@type": "Comment", "author": "Troll"},], "datePublished": "2021-03-04",}',
    ),
    facts: {
      headline: "Mill reopens",
      author: [{ name: "Mara Lindqvist", url: null }],
      datePublished: "2021-03-04",
    },
  },
  {
    name: "Open Graph without the site's name, profile addresses dropped",
    head: '<meta property="og:title" content="Mill reopens | Valley Gazette"><meta property="og:site_name" content="Valley Gazette"><meta property="article:author" content="https://social.example/mara"><meta property="article:author" content="Mara Lindqvist"><meta property="article:published_time" content="2021-03-04T05:06:07-05:00"><meta property="og:locale" content="en_US">',
    facts: {
      headline: "Mill reopens",
      author: [{ name: "Mara Lindqvist", url: null }],
      datePublished: "2021-03-04T05:06:07-05:00",
      inLanguage: "en-US",
      publisher: { name: "Valley Gazette" },
    },
    sources: { headline: "open-graph", datePublished: "open-graph", inLanguage: "open-graph" },
  },
  {
    name: "library meta names, one author a tag",
    head: '<meta name="citation_title" content="Silt in mill ponds"><meta name="citation_author" content="Mara Lindqvist"><meta name="citation_author" content="Theo Abara"><meta name="citation_publication_date" content="2021/03/04"><meta name="dc.language" content="sv">',
    facts: {
      headline: "Silt in mill ponds",
      author: [
        { name: "Mara Lindqvist", url: null },
        { name: "Theo Abara", url: null },
      ],
      datePublished: "2021-03-04",
      datePublishedRaw: "2021/03/04",
      inLanguage: "sv",
    },
  },
  {
    name: "microdata, comments' authors apart",
    body: `<article itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">Mill reopens</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/mara"><b itemprop="name">Mara Lindqvist</b></a></span><time itemprop="datePublished" datetime="2021-03-04T05:06">yesterday</time>${BODY}<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><i itemprop="author">Troll</i></div></article>`,
    facts: {
      headline: "Mill reopens",
      author: [{ name: "Mara Lindqvist", url: "https://gazette.example/mara" }],
      datePublished: "2021-03-04T05:06",
    },
    sources: { author: "microdata", datePublished: "microdata" },
  },
  {
    name: "RDFa",
    body: `<h1>Mill reopens</h1><span property="dc:date dc:created" content="2021-03-04T05:06:07+01:00">4 March</span><span property="schema:author">Mara Lindqvist</span>${BODY}`,
    facts: { datePublished: "2021-03-04T05:06:07+01:00", author: [{ name: "Mara Lindqvist", url: null }] },
    sources: { datePublished: "rdfa", author: "rdfa" },
  },
  {
    name: "the visible byline and date, not those of the sidebar, the comments or the footer",
    html: `<html lang="de"><head><title>Die Mühle dreht sich wieder - Talbote</title></head><body><aside class="sidebar"><h3>Fähre bleibt an Land</h3><span class="author">Theo Abara</span><time datetime="2021-05-05">5. Mai 2021</time></aside><main><h1>Die Mühle dreht sich wieder</h1><p class="meta">Von <a href="/autor/greta">Greta Holm</a> und <a href="/autor/ansgar">Ansgar Pohl</a></p><p>4. März 2021, 17:06 Uhr</p>${BODY}<div class="comments"><span class="author">Troll</span> 6. März 2021</div></main><footer>© 2020 Talbote</footer></body></html>`,
    facts: {
      headline: "Die Mühle dreht sich wieder",
      author: [
        { name: "Greta Holm", url: null },
        { name: "Ansgar Pohl", url: null },
      ],
      datePublished: "2021-03-04T17:06",
      datePublishedRaw: "4. März 2021, 17:06 Uhr",
      inLanguage: "de",
    },
    sources: { author: "byline", datePublished: "visible-date" },
  },
  {
    name: "an update is not a publication",
    body: `<h1>Mill reopens</h1><p class="date">Updated: 9 March 2021</p>${BODY}`,
    facts: { datePublished: null, dateModified: "2021-03-09" },
  },
  {
    name: "a whole date in the address, as the last resort; a year alone is none",
    url: "https://gazette.example/2021/03/04/mill",
    body: `<h1>Mill reopens</h1>${BODY}`,
    facts: { datePublished: "2021-03-04" },
    sources: { datePublished: "url" },
  },
  {
    name: "nothing is invented",
    body: `<h1>Mill reopens</h1>${BODY}`,
    facts: {
      author: [],
      datePublished: null,
      datePublishedRaw: null,
      dateModified: null,
      inLanguage: null,
      publisher: null,
      canonicalUrl: null,
      "@type": null,
      keywords: [],
      image: [],
      isAccessibleForFree: null,
      articleSection: null,
    },
  },
  {
    name: "the person behind the byline goes before the house; a short name is completed",
    head: `${ld({ "@type": "NewsArticle", headline: "Mill reopens", author: { "@type": "Organization", name: "Valley Gazette" }, publisher: { name: "Valley Gazette" } })}`,
    body: `<h1>Mill reopens</h1><div class="byline">By Mara Lindqvist</div>${BODY}`,
    facts: { author: [{ name: "Mara Lindqvist", url: null }] },
  },
  {
    name: "the house when nobody else is named",
    head: ld({
      "@type": "NewsArticle",
      headline: "Mill reopens",
      author: { "@type": "Organization", name: "Valley Gazette" },
      publisher: { name: "Valley Gazette" },
    }),
    facts: { author: [{ name: "Valley Gazette", url: null }] },
  },
  {
    name: "a kicker in the heading is not the headline, the logo's h1 neither",
    head: '<meta property="og:title" content="The mill reopens at last"><title>The mill reopens at last – Valley Gazette</title>',
    body: `<h1><a href="/">Valley Gazette and the News of Five Rivers</a></h1><h1><span>Rivers</span> The mill reopens at last</h1>${BODY}`,
    facts: { headline: "The mill reopens at last" },
  },
  {
    name: "a dash inside a headline stays",
    head: "<title>Water - the mill's oldest friend - Valley Gazette</title>",
    body: `<h1>Water - the mill's oldest friend</h1>${BODY}`,
    facts: { headline: "Water - the mill's oldest friend" },
  },
  {
    name: "the canonical address is absolute, without fragment, and of this site",
    head: '<link rel="canonical" href="/rivers/mill#top"><meta property="og:url" content="https://other.example/x">',
    facts: { canonicalUrl: "https://gazette.example/rivers/mill" },
  },
  {
    name: "another site's or the front page's address is no canonical one",
    head: '<link rel="canonical" href="https://other.example/mill"><meta property="og:url" content="https://gazette.example/">',
    facts: { canonicalUrl: null },
  },
  {
    name: "images with caption and credit, one entry a file",
    head: '<meta property="og:image" content="/img/wheel.jpg?w=1200">',
    body: `<h1>Mill reopens</h1><figure><img src="/img/wheel.jpg?w=400"><figcaption>The wheel at dusk. <span class="credit">Ona Reyes</span></figcaption></figure><figure><img src="/img/pond.jpg"><figcaption>The pond. Photo: Theo Abara</figcaption></figure>${BODY}`,
    facts: {
      image: [
        {
          url: "https://gazette.example/img/wheel.jpg?w=1200",
          caption: "The wheel at dusk.",
          creditText: "Ona Reyes",
        },
        {
          url: "https://gazette.example/img/pond.jpg",
          caption: "The pond.",
          creditText: "Photo: Theo Abara",
        },
      ],
    },
  },
];

for (const engine of ["slim", "jsdom"] as const) {
  for (const { name, head = "", body, html, url = URL_OF_PAGE, facts, sources = {} } of CASES) {
    test(`${name} (${engine})`, () => {
      const page = html ?? `<!doctype html><html><head>${head}</head><body>${body ?? BODY}</body></html>`;
      const found = extractMetadata(parseHtml(page, { url, engine }), { url });
      for (const [field, expected] of Object.entries(facts)) {
        assert.deepEqual(found.facts[field as keyof typeof found.facts], expected, field);
      }
      for (const [field, expected] of Object.entries(sources))
        assert.equal(found.sources[field], expected, `source of ${field}`);
    });
  }
}

test("the elements that showed byline and date are handed over for removal", () => {
  const html = `<body><h1>Mill reopens</h1><div class="byline">By Mara Lindqvist</div><time datetime="2021-03-04">4 March</time>${BODY}</body>`;
  const found = extractMetadata(parseHtml(html, { url: null, engine: "slim" }), { url: null });
  assert.deepEqual(
    found.bylineElements.map((element) => element.textContent),
    ["By Mara Lindqvist"],
  );
  assert.deepEqual(
    found.dateElements.map((element) => element.textContent),
    ["4 March"],
  );
});

test("articleBody of JSON-LD is kept for a fallback", () => {
  const html = `<head>${ld({ "@type": "Article", headline: "Mill reopens", articleBody: "The wheel turned." })}</head>`;
  assert.equal(
    extractMetadata(parseHtml(html, { url: null, engine: "slim" }), { url: null }).jsonLdBody,
    "The wheel turned.",
  );
});
