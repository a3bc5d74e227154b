import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../../extractor/extract.ts";
import { readEmbeddedState } from "../../../extractor/unseen/read-embedded-state.ts";

const url = "https://weir.example/2026/02/the-clock-of-vellin";

const BODY = [
  "The clock of Vellin, eleven minutes slow since the flood, has told the right time since noon on Sunday, to the surprise of those who pass it.",
  "Rosa Ibarra replaced a single wheel the size of a saucer, which she had cast from the old one in the foundry of a friend.",
  "Buses will keep to the old time until summer, the mayor said, because their drivers have got used to it.",
];

const teaser = (n: number): string =>
  `<div class="card"><a href="/n/${n}"><h3>Story ${n} from the valley and its banks</h3></a><p>A teaser of story ${n}, which is long enough to be read as a paragraph of the page by whoever looks at its length alone.</p></div>`;

const page = (head: string, main: string): string =>
  `<!doctype html><html lang="en"><head><title>The clock of Vellin</title><meta property="og:type" content="article">${head}</head><body><nav><a href="/a">News</a><a href="/b">Sport</a></nav><main>${main}</main></body></html>`;

const jsonLd = (articleBody: string): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: "The clock of Vellin", datePublished: "2026-02-08", articleBody })}</script>`;

test("a body that stands in JSON-LD alone is the article, in its paragraphs", () => {
  const html = page(
    jsonLd(BODY.join("\n\n")),
    `<article><h1>The clock of Vellin</h1><div id="story"></div></article><section>${[1, 2, 3, 4].map(teaser).join("")}</section>`,
  );
  const { articleBody, extraction } = extract({ html, url });
  assert.equal(articleBody, BODY.join("\n\n"));
  assert.equal(extraction.pageType, "article");
  assert.ok(extraction.warnings.includes("unseen:json-ld"), String(extraction.warnings));
});

test("a body in JSON-LD may be markup", () => {
  const html = page(jsonLd(BODY.map((text) => `<p>${text}</p>`).join("")), "<h1>The clock of Vellin</h1>");
  assert.equal(extract({ html, url }).articleBody, BODY.join("\n\n"));
});

test("a page that shows its body is read from the page, whatever JSON-LD says besides", () => {
  const shown = `<article><h1>The clock of Vellin</h1>${BODY.map((text) => `<p>${text}</p>`).join("")}</article>`;
  const html = page(jsonLd(`${BODY.join(" ")} And a last sentence that the page does not show.`), shown);
  const { articleBody, extraction } = extract({ html, url });
  assert.equal(articleBody, BODY.join("\n\n"));
  assert.deepEqual(extraction.warnings, []);
});

const state = (value: unknown): string =>
  `<div id="__next">Loading…</div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(value)}</script>`;

const runs = (text: string): unknown => ({
  type: "paragraph",
  children: [
    { text: `${text.slice(0, 60)}` },
    { type: "link", url: "https://weir.example/x", children: [{ text: text.slice(60, 70), bold: true }] },
    { text: text.slice(70) },
  ],
});

test("an article that a script was to show is read from the state left for the script", () => {
  const html = page(
    "",
    state({ props: { pageProps: { article: { title: "The clock of Vellin", body: BODY.map(runs) } } } }),
  );
  const { articleBody, extraction } = extract({ html, url });
  assert.equal(articleBody, BODY.join("\n\n"));
  assert.ok(extraction.warnings.includes("unseen:embedded-state"), String(extraction.warnings));
});

test("the state of a page that is no article is left alone", () => {
  const html = page("", state({ items: BODY.map(runs) })).replace('content="article"', 'content="website"');
  const { articleBody, extraction } = extract({ html, url });
  assert.ok(!articleBody.includes("Rosa Ibarra"), articleBody);
  assert.ok(!extraction.warnings.some((warning) => warning.startsWith("unseen")));
});

test("a state is read down to its longest text, without addresses and names of types", () => {
  const json = JSON.stringify({
    seo: { description: "What the clock of Vellin does since Sunday, in one line." },
    blocks: [
      { kind: "heading", id: "h-1", text: "A wheel" },
      ...BODY.map((text, n) => ({
        kind: "paragraph",
        id: `p-${n}`,
        text,
        link: "https://weir.example/some/where/else",
      })),
    ],
  });
  const html = `<script type=application/json>${json}</script><script type="application/json">{ broken</script>`;
  assert.deepEqual(readEmbeddedState(html), ["A wheel", ...BODY]);
});

test("a state that cannot be read, is no state, or goes on for ever, says nothing", () => {
  const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  for (const html of [
    "",
    "<script",
    '<script type="application/json">{',
    `<script type="application/json">${deep}</script>`,
    // Were each beginning of a tag looked through to the end of the last, minutes would go by.
    `${"<script ".repeat(400_000)}>`,
  ])
    assert.deepEqual(readEmbeddedState(html), []);
});

test("a state nested without end beside its text is read as far as a text is deep", () => {
  const nested = `${"[".repeat(5000)}"x"${"]".repeat(5000)}`;
  const blocks = BODY.map((text) => `{"text":${JSON.stringify(text)},"more":${nested}}`).join(",");
  assert.deepEqual(readEmbeddedState(`<script type="application/json">[${blocks}]</script>`), BODY);
});
