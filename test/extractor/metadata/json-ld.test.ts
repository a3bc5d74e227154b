import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG_BODY, metadataOf } from "./facts-of.ts";

const ld = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;
const H1 = "<h1>The mill reopens after forty years</h1>";
const NAMED = { "@type": "NewsArticle", headline: "The mill reopens after forty years" };
const URL_OF_PAGE = "https://gazette.example/rivers/mill-reopens";

function factsOf(value: unknown, body = H1 + LONG_BODY, head = "") {
  const title = "<title>The mill reopens after forty years</title>";
  return metadataOf({ head: title + head + ld(value), body, url: URL_OF_PAGE }).facts;
}
const names = (facts: ReturnType<typeof factsOf>): string[] => facts.author.map(({ name }) => name);

test("an article with another address and another headline is another page's", () => {
  const other = {
    "@type": "NewsArticle",
    url: "https://gazette.example/rivers/ferry",
    headline: "Ferry stays ashore",
    author: { name: "Theo Abara" },
    datePublished: "2021-01-01",
  };
  const facts = factsOf(other, `${H1}<p class="byline">By Mara Lindqvist</p>${LONG_BODY}`);
  assert.deepEqual(names(facts), ["Mara Lindqvist"]);
  assert.equal(facts.datePublished, null);
  // A headline of the page's own words is the page's under an older address.
  const moved = factsOf({ ...other, headline: "Mill opens again" });
  assert.deepEqual(names(moved), ["Theo Abara"]);
});

test("a video that nothing ties to the page is one of the things on it", () => {
  const video = {
    "@type": "VideoObject",
    name: "How a lock works",
    uploadDate: "2019-01-01",
    author: "Theo Abara",
  };
  assert.deepEqual(names(factsOf(video)), []);
  assert.equal(factsOf(video).datePublished, null);
  // It may still say what there is on the page.
  assert.equal(factsOf(video)["@type"], "VideoObject");
  const own = factsOf({ ...video, name: NAMED.headline });
  assert.deepEqual([own.headline, own.datePublished], [NAMED.headline, "2019-01-01"]);
});

test("names as values with a language, keys with a prefix, the most telling of several types", () => {
  const tagged = factsOf({
    "@type": ["Article", "NewsArticle"],
    headline: { "@value": NAMED.headline, "@language": "en" },
    author: [{ "@type": "Person", name: { "@value": "Mara Lindqvist" } }],
  });
  assert.deepEqual([names(tagged), tagged["@type"]], [["Mara Lindqvist"], "NewsArticle"]);
  const prefixed = factsOf({
    "@type": "schema:NewsArticle",
    "schema:headline": NAMED.headline,
    "schema:author": { "schema:name": "Mara Lindqvist" },
    "https://schema.org/datePublished": "2021-03-04",
  });
  assert.deepEqual([names(prefixed), prefixed.datePublished], [["Mara Lindqvist"], "2021-03-04"]);
});

test("a part behind a wall is a wall, unless the whole says otherwise", () => {
  const hasPart = [{ "@type": "WebPageElement", isAccessibleForFree: "False", cssSelector: ".rest" }];
  assert.equal(factsOf({ ...NAMED, hasPart }).isAccessibleForFree, false);
  assert.equal(factsOf({ ...NAMED, hasPart, isAccessibleForFree: true }).isAccessibleForFree, true);
  assert.equal(factsOf(NAMED).isAccessibleForFree, null);
});

test("an author's address for letters leaves no bracket behind", () => {
  assert.deepEqual(names(factsOf({ ...NAMED, author: "Mara Lindqvist (mara@gazette.example)" })), [
    "Mara Lindqvist",
  ]);
  assert.deepEqual(names(factsOf({ ...NAMED, author: "Mara Lindqvist <mara@gazette.example>" })), [
    "Mara Lindqvist",
  ]);
});

const step = (position: number, name: string, item: unknown) => ({
  "@type": "ListItem",
  position,
  name,
  item,
});
const TRAIL = {
  "@type": "BreadcrumbList",
  itemListElement: [
    step(3, "The mill reopens…", { "@id": URL_OF_PAGE }),
    step(1, "Home", "https://gazette.example/"),
    step(2, "Category: Rivers", "https://gazette.example/rivers"),
  ],
};

test("the path that leads to the page names its section where nothing else does", () => {
  assert.equal(factsOf([NAMED, TRAIL]).articleSection, "Rivers");
  assert.equal(factsOf([{ ...NAMED, articleSection: "Mills" }, TRAIL]).articleSection, "Mills");
  assert.equal(factsOf([{ ...NAMED, articleSection: "Uncategorized" }, TRAIL]).articleSection, "Rivers");
  assert.equal(factsOf({ ...NAMED, articleSection: "Non classé" }).articleSection, null);
});
