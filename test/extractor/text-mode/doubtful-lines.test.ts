import assert from "node:assert/strict";
import { test } from "node:test";
import { createReading } from "../../../extractor/text-mode/read-lines.ts";
import { readDump } from "../../../extractor/text-mode/dump.ts";
import { extractText } from "../../../extractor/text-mode/extract-text.ts";
import { LINE_FEATURES, measureLines } from "../../../extractor/text-mode/line-features.ts";

const STORY = [
  "The old ferry house at Lower Reach opened its doors again on Saturday, and the first guests came by boat, as they had a hundred years ago.",
  "Edda Marsh, who bought the house for the price of its roof, had spent two winters scraping paint from the beams with a kitchen knife.",
  "What the cellar held",
  "Under the stairs she found eleven crates of bottles, all of them empty, and a ledger that names every passenger since the flood of 1911.",
  "The ledger will be read aloud on Sunday afternoons, a year each week, until the ferrymen's grandchildren have heard about all of their own.",
];

/** A page as a reader copies it: what no rule names stands over the story and under it. */
const PAGE = [
  "Skip to content",
  "Home",
  "News",
  "River life",
  "Search",
  "Log in",
  "Ferry house opens its doors again",
  ...STORY,
  "Share this article",
  "Facebook",
  "More from River life",
  "Swans return to the weir pond",
  "Lock keeper retires after forty years",
  "Best picnic spots",
  "About the paper",
  "Advertise with us",
  "Work for us",
  "Delivery problems",
  "We have brought the news of the river to its readers every Thursday since 1887, and now we bring it to your phone as well, wherever you may be.",
  "Lower Reach Courier",
  "12 Quay Street",
  "All rights reserved.",
].join("\n");

test("a whole page keeps its story, with the subheading, and loses what no rule names", () => {
  const { articleBody, extraction } = extractText({ text: PAGE, url: null });
  for (const paragraph of STORY) assert.ok(articleBody.includes(paragraph), paragraph);
  const byModel = extraction.removed.filter(({ rule }) => rule === "line-model").map(({ text }) => text);
  for (const line of ["Swans return to the weir pond", "Best picnic spots", "Delivery problems"]) {
    assert.ok(!articleBody.includes(line), line);
    assert.ok(
      byModel.some((text) => text.includes(line)),
      line,
    );
  }
});

test("a text that was cleaned before is left as it is", () => {
  const { articleBody } = extractText({ text: STORY.join("\n\n"), url: null });
  assert.equal(articleBody, STORY.join("\n\n"));
});

test("texts in scripts that the model has not learned from are left to the rules", () => {
  const page = [
    "Главная",
    "Новости",
    "Поиск",
    "Паромный дом снова открыт",
    "Старый дом паромщика на нижней пристани в субботу снова открыл двери, и первые гости приплыли на лодках, как сто лет назад.",
    "Хозяйка купила дом по цене крыши и две зимы соскабливала краску с балок кухонным ножом, пока не показалось дерево.",
    "Газета приносит новости реки своим читателям каждый четверг с 1887 года, а теперь и на телефон, где бы вы ни были.",
    "Поделиться",
  ].join("\n");
  const { extraction } = extractText({ text: page, url: null });
  assert.deepEqual(
    extraction.removed.filter(({ rule }) => rule === "line-model"),
    [],
  );
});

test("every line is measured by finite numbers, and a feature stands in its own column", () => {
  const reading = createReading(readDump(PAGE, null), new Map());
  const { rows, values } = measureLines(reading);
  assert.equal(rows, reading.lines.length);
  assert.equal(values.length, rows * LINE_FEATURES.length);
  assert.ok(values.every((value) => Number.isFinite(value)));
  const at = (name: string, row: number): number => values[LINE_FEATURES.indexOf(name) * rows + row] ?? -1;
  const first = reading.lines.findIndex(({ text }) => text === STORY[0]);
  assert.equal(at("is-paragraph", first), 1);
  assert.equal(at("is-paragraph", 0), 0);
  assert.equal(at("position", rows - 1), 1);
  assert.ok(at("prose-before", rows - 1) > at("prose-before", first));
});
