import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG_BODY, metadataOf } from "./facts-of.ts";

const H1 = "<h1>The mill reopens after forty years</h1>";
const PUBLISHED = "2021-03-04T05:06:07Z";
const UPDATED = "2021-03-09T08:00:00Z";

const datesIn = (body: string): readonly (string | null)[] => {
  const { datePublished, dateModified } = metadataOf({ body }).facts;
  return [datePublished, dateModified];
};
const inArticle = (meta: string): string => `<article>${H1}${meta}${LONG_BODY}</article>`;

/** What stands under the headline, and the days of publication and of the update that it gives. */
const UNDER_HEADLINE: readonly (readonly [string, string, string | null, string | null])[] = [
  [
    "classes tell an update from the day",
    `<time class="updated" datetime="${UPDATED}">9 March</time> <time class="published" datetime="${PUBLISHED}">4 March</time>`,
    PUBLISHED,
    UPDATED,
  ],
  [
    "a class that is both is the day",
    `<time class="published updated" datetime="${PUBLISHED}">4 March</time>`,
    PUBLISHED,
    null,
  ],
  [
    "the only day, whatever its class",
    `<time class="updated" datetime="${PUBLISHED}">4 March</time>`,
    PUBLISHED,
    null,
  ],
  [
    "labels before them",
    `<p>Published <time datetime="${PUBLISHED}">4 March</time></p><p><span>Last updated:</span> <b><time datetime="${UPDATED}">9 March</time></b></p>`,
    PUBLISHED,
    UPDATED,
  ],
  [
    "the title of an abbreviation",
    `<abbr class="published" title="${PUBLISHED}">4 March 2021</abbr>`,
    PUBLISHED,
    null,
  ],
  [
    "one line for both, the first unsaid",
    "<p>4 March 2021 05:06 · Updated 9 March 2021 08:00</p>",
    "2021-03-04T05:06",
    "2021-03-09T08:00",
  ],
  [
    "a day of something else, by its label",
    `<p class="published">4 March 2021</p><div><b>When:</b> <time datetime="2021-04-12T19:00:00Z">12 April 2021, 7pm</time></div>`,
    "2021-03-04",
    null,
  ],
  [
    "labels in other languages",
    "<p>Objavljeno: 4.3.2021. u 05:06</p><p>Ažurirano: 9.3.2021. u 08:00</p>",
    "2021-03-04T05:06",
    "2021-03-09T08:00",
  ],
  ["a sentence with a day in it", "<p>The millers meet on 4 March 2021 in the old barn.</p>", null, null],
  ["a line that says when", "<p>This was published on 4 March 2021 in the old barn.</p>", "2021-03-04", null],
];

test("the days under a headline are told apart by what is said of them", () => {
  for (const [name, meta, published, modified] of UNDER_HEADLINE)
    assert.deepEqual(datesIn(inArticle(meta)), [published, modified], name);
});

test("an update at the headline goes before a day far below, which is another article's", () => {
  const far = `<div>Ferry stays ashore <time datetime="2021-05-05">5 May</time></div>`;
  const [published] = datesIn(
    `<article>${H1}Updated <time datetime="${UPDATED}">9 March</time>${LONG_BODY}</article>${far}`,
  );
  assert.equal(published, UPDATED);
});

test("today's date in the page's head is not the article's", () => {
  const today = `<time datetime="2022-11-14">Monday, 14 November 2022</time>`;
  assert.deepEqual(datesIn(`<header>${today}</header>${inArticle("")}`), [null, null]);
  assert.deepEqual(datesIn(`<div class="top-bar">${today}</div>${inArticle("")}`), [null, null]);
  // Outside of the article it loses to any day in it; in the article's own header it is the day.
  assert.deepEqual(datesIn(`<div>${today}</div>${inArticle("<p>4 March 2021</p>")}`), ["2021-03-04", null]);
  assert.deepEqual(datesIn(`<article><header>${today}</header>${H1}${LONG_BODY}</article>`), [
    "2022-11-14",
    null,
  ]);
});

test("the teaser of another article keeps its day and its author", () => {
  const teaser = (heading: string): string =>
    `<article>${heading}<span class="author">Theo Abara</span> <time datetime="2021-05-05">5 May</time></article>`;
  const { datePublished, author } = metadataOf({
    body: `<main>${H1}${LONG_BODY}</main>${teaser('<h3><a href="/ferry">Ferry stays ashore</a></h3>')}`,
  }).facts;
  assert.deepEqual([datePublished, author], [null, []]);
  // A heading that is no link is one of the article's own.
  const own = metadataOf({ body: `<main>${H1}</main>${teaser("<h2>How it turned</h2>")}` }).facts;
  assert.deepEqual([own.datePublished, own.author.length], ["2021-05-05", 1]);
});

test("a day is told with its time where another source gives it, and a bare meta date is believed last", () => {
  const read = (head: string) => metadataOf({ head, body: inArticle("<p>4 March 2021, 17:06</p>") });
  const day = read('<meta property="article:published_time" content="2021-03-04">');
  assert.deepEqual(
    [day.facts.datePublished, day.sources["datePublished"]],
    ["2021-03-04T17:06", "visible-date"],
  );
  const midnight = metadataOf({
    head: '<meta property="article:published_time" content="2021-03-04"><meta name="pubdate" content="2021-03-04T00:00:00Z">',
    body: inArticle(""),
  });
  assert.equal(midnight.facts.datePublished, "2021-03-04");
  assert.equal(read('<meta name="date" content="2022-08-01">').facts.datePublished, "2021-03-04T17:06");
  const alone = metadataOf({ head: '<meta name="date" content="2021-03-04">', body: inArticle("") });
  assert.deepEqual([alone.facts.datePublished, alone.sources["datePublished"]], ["2021-03-04", "meta-date"]);
});

test("the day right over a headline goes before the next post's further down", () => {
  const post = `<p>${"It turned, and turned. ".repeat(12)}</p>`;
  const body = `<main><p>4 March 2021</p>${H1}${post}<p>2 April 2021</p></main>`;
  assert.deepEqual(datesIn(body), ["2021-03-04", null]);
});
