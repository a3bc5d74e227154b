import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG_BODY, metadataOf } from "./facts-of.ts";

const H1 = "<h1>Mill reopens</h1>";

test("links to tags and categories say what the article is filed under", () => {
  const foot =
    '<footer class="entry-footer">Posted in <a href="/c/rivers" rel="category tag">Rivers</a>, tagged <a href="/t/mills" rel="tag">mills</a> <a href="/t/oak" rel="tag">#oak</a></footer>';
  const { facts, sources } = metadataOf({
    body: `<div class="hentry post">${H1}${LONG_BODY}${foot}</div><div class="widget tagcloud"><a href="/t/eels" rel="tag">eels</a></div>`,
  });
  assert.deepEqual([facts.keywords, facts.articleSection], [["mills", "oak"], "Rivers"]);
  assert.deepEqual([sources["keywords"], sources["articleSection"]], ["rel-tag", "rel-tag"]);
  const claimed = metadataOf({
    head: '<meta name="keywords" content="water"><meta property="article:section" content="News">',
    body: `<div class="hentry post">${H1}${LONG_BODY}${foot}</div>`,
  }).facts;
  assert.deepEqual([claimed.keywords, claimed.articleSection], [["water"], "News"]);
});

test("p-category of microformats are keywords", () => {
  const body = `<article class="h-entry">${H1}<a class="p-category" href="/t/mills">mills</a>${LONG_BODY}</article>`;
  assert.deepEqual(metadataOf({ body }).facts.keywords, ["mills"]);
});

test("relative addresses are those of the page's base", () => {
  const { canonicalUrl, image, author } = metadataOf({
    head: '<base href="/en/"><link rel="canonical" href="rivers/mill">',
    body: `${H1}<a rel="author" href="people/mara">Mara Lindqvist</a><figure><img src="img/wheel.jpg"></figure>${LONG_BODY}`,
    url: "https://gazette.example/x/y?id=4",
  }).facts;
  assert.equal(canonicalUrl, "https://gazette.example/en/rivers/mill");
  assert.equal(image[0]?.url, "https://gazette.example/en/img/wheel.jpg");
  assert.equal(author[0]?.url, "https://gazette.example/en/people/mara");
});

test("images have a source", () => {
  const figure = '<figure><img src="/wheel.jpg"></figure>';
  assert.equal(metadataOf({ body: H1 + figure + LONG_BODY }).sources["image"], "figure");
  const head = '<meta property="og:image" content="/mill.jpg">';
  assert.equal(metadataOf({ head, body: H1 + figure + LONG_BODY }).sources["image"], "open-graph");
  assert.equal(metadataOf({ body: H1 + LONG_BODY }).sources["image"], undefined);
});

test("the publisher of microdata, unless a template put the headline there", () => {
  const publisher = (name: string): string | undefined =>
    metadataOf({
      body: `<article itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">Mill reopens</h1><div itemprop="publisher" itemscope><meta itemprop="name" content="${name}"></div><div itemprop="articleBody">${LONG_BODY}</div></article>`,
    }).facts.publisher?.name;
  assert.equal(publisher("Valley Gazette"), "Valley Gazette");
  assert.equal(publisher("Mill reopens"), undefined);
});

test("library tags write the surname first", () => {
  const tags = ["Lindqvist, Mara", "van der Wal, Greta", "Theo Abara, June Ostrow"]
    .map((name) => `<meta name="citation_author" content="${name}">`)
    .join("");
  const { author } = metadataOf({ head: tags, body: H1 + LONG_BODY }).facts;
  assert.deepEqual(
    author.map(({ name }) => name),
    ["Mara Lindqvist", "Greta van der Wal", "Theo Abara", "June Ostrow"],
  );
});

test("keywords in one string are several, and each comes once", () => {
  const keywords = ["mills, oak, water", "Mills"];
  const head = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Mill reopens", keywords, image: { "@list": ["/a.jpg"] } })}</script>`;
  const { facts } = metadataOf({ head, body: H1 + LONG_BODY });
  assert.deepEqual(facts.keywords, ["mills", "oak", "water"]);
  assert.equal(facts.image[0]?.url, "https://gazette.example/a.jpg");
});

test("the widest candidate of a picture, and its photographer in brackets", () => {
  const legend = "<figcaption>The wheel at dusk (Photo by Ona Reyes)</figcaption>";
  const figure = `<figure><img srcset="/w-400.jpg 400w, /w-1200.jpg 1200w, /w-800.jpg 800w">${legend}</figure>`;
  const [image] = metadataOf({ body: H1 + figure + LONG_BODY }).facts.image;
  assert.deepEqual(image, {
    url: "https://gazette.example/w-1200.jpg",
    caption: "The wheel at dusk",
    creditText: "Photo by Ona Reyes",
  });
  const prose = `<figure><img src="/w.jpg"><figcaption>A photo by the old wheel, taken at dusk</figcaption></figure>`;
  assert.equal(metadataOf({ body: H1 + prose + LONG_BODY }).facts.image[0]?.creditText, null);
});

test("microdata says whether it is free to read", () => {
  const body = (free: string): string =>
    `<article itemscope itemtype="https://schema.org/Article"><meta itemprop="isAccessibleForFree" content="${free}"><h1 itemprop="headline">Mill reopens</h1>${LONG_BODY}</article>`;
  assert.equal(metadataOf({ body: body("False") }).facts.isAccessibleForFree, false);
  assert.equal(metadataOf({ body: body("true") }).facts.isAccessibleForFree, true);
});
