import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { extractText, judgeText } from "../../../extractor/text-mode/extract-text.ts";
import type { BlockType } from "../../../types.ts";
import { readTextFixtures } from "./read-fixture.ts";

const fixtures = readTextFixtures();
const fixture = (name: string): string => {
  const found = fixtures.find((one) => one.name === name);
  assert.ok(found, name);
  return found.dump;
};

const marks = (text: string): string => text.replace(/[\s\u00ad\u200b\u2060\ufeff]/gu, "");
const sorted = (text: string): string => [...marks(text)].toSorted().join("");

const CLEAN = [
  "The lock keeper at Weir End closed the upper gate at noon on Friday and did not open it again until the otters had gone.",
  "Details",
  "She had counted five of them, two adults and three young, asleep on the gear wheel. The boats waited for two hours.",
  "Otters and the Winter Rules",
  "From November the gate is opened by hand. Nobody minds: the winter boats are few, and their skippers bring coffee.",
].join("\n");

test("a clean text comes out byte for byte", () => {
  assert.equal(extractText({ text: CLEAN, url: null }).articleBody, CLEAN);
  assert.equal(extractText({ text: CLEAN, url: null }).headline, null);
  const spaced = CLEAN.replaceAll("\n", "\n\n");
  assert.equal(extractText({ text: `\n${spaced}\n\n`, url: null }).articleBody, spaced);
  const typeset =
    "« Dix mille francs », dit-il en riant.\nThe  second line keeps its two spaces, as it was written.";
  assert.equal(extractText({ text: typeset, url: null }).articleBody, typeset);
});

test("kept and removed are all of the text, whatever it is", () => {
  const lines = fixtures.flatMap(({ lines }) => lines.map(({ text }) => text));
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...lines) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
    { weight: 1, arbitrary: fc.constant("") },
  );
  const end = fc.constantFrom("\n", "\r\n", "\n\n", "\r");
  const dump = fc.array(fc.tuple(line, end), { maxLength: 40 }).map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(dump, (text) => {
      const { extraction, stretches } = judgeText({ text, url: "http://paper.example/a-b-c" });
      const removed = extraction.extraction.removed.map((block) => block.text).join("");
      assert.equal(sorted(extraction.articleBody + removed), sorted(text));
      assert.equal(marks(stretches.map((stretch) => stretch.text).join("")), marks(text));
    }),
    { numRuns: 150 },
  );
});

test("the same dump gives the same extraction", () => {
  const text = fixture("en-wet-page.txt");
  assert.deepEqual(extractText({ text, url: null }), extractText({ text, url: null }));
});

test("--keep leaves a type in the text, and the others go all the same", () => {
  const text = fixture("en-slug-counters.txt");
  const keep: BlockType[] = ["inline-related"];
  const body = extractText({ text, url: null }, { keep }).articleBody;
  assert.match(body, /what the owners have changed02\.11\.25/u);
  assert.doesNotMatch(body, /переглядiв|snow plough/u);
});

test("--drop dateline takes the place from the first paragraph; a signature goes by itself", () => {
  const text = fixture("en-newsletter-caption.txt").replace("end of September.", "end of September. REUTERS");
  const kept = extractText({ text, url: null });
  assert.equal(kept.dateline, "OBERFELD");
  assert.match(kept.articleBody, /^OBERFELD – The mayors/u);
  assert.doesNotMatch(kept.articleBody, /REUTERS/u);
  assert.ok(
    kept.extraction.removed.some(({ type, text: said }) => type === "wire-credit" && said === "REUTERS"),
  );
  const dropped = extractText({ text, url: null }, { drop: ["dateline"] });
  assert.match(dropped.articleBody, /^The mayors/u);
});

test("of a text that the page prints twice one copy stays", () => {
  const more = [
    "The council of Weir End has asked for a second gate since spring, and was told in August that the money had gone to the bridge at Skarn.",
    "Until then the boats wait where they are. A list hangs at the lock house; whoever comes first writes the name of the boat on it and goes to sleep.",
  ];
  const story = [CLEAN, ...more].join("\n");
  const { articleBody, extraction } = extractText({ text: `${story}\n${story}`, url: null });
  assert.equal(articleBody, story);
  assert.ok(extraction.removed.every(({ rule }) => rule === "repeated-text"));
});

test("facts come from the lines that go", () => {
  const strip = extractText({ text: fixture("en-date-strip.txt"), url: null });
  assert.equal(strip.headline, "Old tide tables of Port Hale help engineers plan a sea wall");
  assert.deepEqual(strip.author, [{ name: "Miriam Castell", url: null }]);
  assert.equal(strip.datePublished, "2025-11-04T09:02");
  assert.equal(strip.dateModified, "2025-11-04T09:02");
  assert.equal(strip.articleSection, "Science");
  assert.match(strip.description ?? "", /^Engineers have found a use/u);
  assert.deepEqual(strip.extraction.fieldSources["author"], "text-byline");
  const page = extractText({ text: fixture("en-wet-page.txt"), url: null });
  assert.deepEqual(page.keywords, ["buses", "sign language", "night shift"]);
  const german = extractText({ text: fixture("de-regional.txt"), url: null });
  assert.equal(german.dateModified, "2025-10-12T14:05");
  assert.deepEqual(german.author, [{ name: "Henrike Sommer", url: null }]);
});

test("lines broken at a width are paragraphs again", () => {
  const paragraph = (words: string): string => words.replace(/(.{55,70}) /gu, "$1\n");
  const first =
    "The post office of Brae moved into the old bakery on the first of the month, because the bakery had the better door and the post office had the better oven. Both are used.";
  const second =
    "Letters now smell of bread, and the bread is sold with a stamp on it, which nobody has asked for twice so far this year.";
  const body = extractText({ text: `${paragraph(first)}\n\n${paragraph(second)}`, url: null }).articleBody;
  assert.equal(body, `${first}\n\n${second}`);
});

test("what Markdown and HTML would read as markup stays text", () => {
  const text = `${CLEAN}\n- She <b>laughed</b> & said *nothing* about it for a [while](javascript:alert(1)).`;
  const { markdown, html } = extractText({ text, url: null });
  assert.match(markdown, /\n\n\\- She \\<b\\>laughed\\<\/b\\> & said \\\*nothing\\\*/u);
  assert.match(html, /<p>- She &lt;b&gt;laughed&lt;\/b&gt; &amp; said/u);
});

test("an empty dump, and one without an article", () => {
  assert.equal(extractText({ text: " \n \n", url: null }).articleBody, "");
  const menu = extractText({ text: "Home\nNews\nSport\nContact", url: null });
  assert.equal(menu.extraction.pageType, "other");
});
