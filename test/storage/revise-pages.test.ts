import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { toArticleRecord } from "../../extractor/article-record.ts";
import { extract } from "../../extractor/extract.ts";
import type { StorableArticle } from "../../storage/article-store.ts";
import { openMemoryStore } from "../../storage/memory-store.ts";

// From a page to a version: what sites change on every request is no news, what authors change is.

const URL = "https://lighthouse.example/harbour/lamp-oil";

interface PageParts {
  readonly meta?: Meta;
  readonly views?: string;
  readonly comments?: string;
  readonly related?: readonly string[];
  readonly popular?: readonly string[];
  readonly ago?: string;
  readonly wrap?: (story: string) => string;
  readonly bodyClass?: string;
  readonly imageQuery?: string;
  readonly paragraphs?: readonly string[];
  readonly title?: string;
  readonly caption?: string;
}

const PARAGRAPHS = [
  "The keeper of the north lamp said on Tuesday that the last barrel of whale oil had been sold to a museum in the capital, where it will stand beside a painted harpoon.",
  "Nobody on the island remembers who bought it. The ledger for that year was lost in the flood, along with the chapel organ and a cow named Marigold, which was later found asleep in the vestry.",
  "A new lamp that burns nothing at all was switched on at dusk. It hums, according to the fishermen, in a key that the gulls dislike, and the terns have moved to the far side of the mole.",
  "The museum has promised to return the barrel if the harbour ever needs it. The keeper has asked for that in writing, and for the cork.",
];

/** What stands between headline and story: each in a block of its own, or all in one line. */
type Meta = (views: string, ago: string, comments: string) => string;
const apart: Meta = (views, ago, comments) =>
  `<div class="view-counter">${views} views</div><div class="timestamp">Updated ${ago}</div>
    <div class="comments-link"><a href="#comments">${comments} comments</a></div>`;
const inOneLine: Meta = (views, ago, comments) =>
  `<div class="meta"><span class="views">${views} views</span>
    <span class="time">Updated ${ago}</span><a href="#comments">${comments} comments</a></div>`;

function page(parts: PageParts = {}): string {
  const {
    views = "1,204",
    comments = "3",
    ago = "2 hours ago",
    bodyClass = "story",
    imageQuery = "w=800",
  } = parts;
  const { related = ["Eels return to the weir", "Ferry timetable for winter"], wrap = (story) => story } =
    parts;
  const { popular = ["Ten lamps worth a walk", "Why terns sulk"], paragraphs = PARAGRAPHS } = parts;
  const { meta = apart } = parts;
  const { title = "Last barrel of lamp oil leaves the island", caption = "The barrel on the quay" } = parts;
  const list = (items: readonly string[]): string =>
    items.map((item) => `<li><a href="/x/${encodeURIComponent(item)}">${item}</a></li>`).join("");
  const story = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>${title} | The Lighthouse</title>
    <meta property="og:type" content="article"><meta property="og:title" content="${title}">
    <meta property="article:published_time" content="2026-03-02T09:15:00Z">
    <meta name="author" content="Ada Wren"><link rel="canonical" href="${URL}"></head>
    <body class="${bodyClass}"><nav><a href="/">Home</a><a href="/harbour">Harbour</a><a href="/weather">Weather</a></nav>
    <main><article><h1>${title}</h1>${meta(views, ago, comments)}
    <figure><img src="https://img.lighthouse.example/barrel.jpg?${imageQuery}" alt=""><figcaption>${caption}</figcaption></figure>
    ${wrap(story)}</article>
    <aside class="related"><h3>Related stories</h3><ul>${list(related)}</ul></aside></main>
    <section class="most-read"><h3>Most read</h3><ol>${list(popular)}</ol></section>
    <footer>© The Lighthouse</footer></body></html>`;
}

function articleOf(html: string): StorableArticle {
  const record = toArticleRecord(extract({ html, url: URL }, {}), { url: URL, fetch: null });
  return { ...record, url: URL };
}

async function outcomeOf(
  second: PageParts,
  first: PageParts = {},
): Promise<{ outcome: string; changed: readonly string[] }> {
  const store = openMemoryStore();
  const article = articleOf(page(first));
  assert.ok(article.articleBody.includes("a cow named Marigold"), article.articleBody);
  await store.put([article]);
  const [put] = await store.put([articleOf(page({ ...first, ...second }))]);
  return { outcome: put?.outcome ?? "", changed: (await store.get(article.id))?.revision.changed ?? [] };
}

describe("no version comes of", () => {
  const quiet: Readonly<Record<string, PageParts>> = {
    "counters of views and comments": { views: "98,771", comments: "214" },
    "the time since": { ago: "3 days ago" },
    "other related stories": {
      related: ["A whistle for the fog", "Nets mended while you wait", "Tide tables"],
    },
    "another list of what is read most": { popular: ["The organ in the reeds", "Marigold, a life"] },
    "other class names and wrappers": {
      bodyClass: "p-7 theme-dark",
      wrap: (story) => `<div class="c-body"><div data-block="1">${story}</div></div>`,
    },
    "signed image addresses": { imageQuery: "w=1600&signature=8f3a" },
    "white space": { paragraphs: PARAGRAPHS.map((text) => text.replaceAll(" ", "\n   ")) },
  };
  for (const [title, parts] of Object.entries(quiet))
    test(title, async () => assert.equal((await outcomeOf(parts)).outcome, "unchanged"));

  test("counters and time in one line", async () => {
    const parts = { views: "98,771", comments: "214", ago: "3 days ago" };
    assert.equal((await outcomeOf(parts, { meta: inOneLine })).outcome, "unchanged");
  });
});

describe("a version comes of", () => {
  const news: Readonly<Record<string, readonly [PageParts, readonly string[]]>> = {
    "a paragraph more": [
      {
        paragraphs: [
          ...PARAGRAPHS,
          "The cork has since been found in the keeper's own coat, where it had been all winter long.",
        ],
      },
      ["articleBody"],
    ],
    "a word in the text": [
      { paragraphs: PARAGRAPHS.map((text) => text.replace("Tuesday", "Wednesday")) },
      ["articleBody"],
    ],
    "another headline": [{ title: "Museum takes the last barrel" }, ["headline"]],
    "another caption": [{ caption: "The barrel, empty" }, ["image"]],
  };
  for (const [title, [parts, fields]] of Object.entries(news))
    test(title, async () => {
      const { outcome, changed } = await outcomeOf(parts);
      assert.equal(outcome, "changed");
      for (const field of fields) assert.ok(changed.includes(field), `${field} in ${changed.join(", ")}`);
    });
});
