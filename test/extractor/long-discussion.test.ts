import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";

const STORY = [
  "The lighthouse on Grey Skerry has had a new lamp since Tuesday, and the keeper's logbook, which goes back to 1874, now holds an entry about light-emitting diodes in the handwriting of a woman who distrusts them.",
  "Runa Solberg climbed the hundred and twelve steps four times that day. The old lens stays where it is, she says, because it weighs two tonnes and because nobody would know where to put it.",
  "The lamp itself is the size of a bread tin. It draws as much power as a kettle used to draw in her kitchen, and it can be seen from the far side of the sound on a clear night.",
  "Fishermen were asked beforehand. Eleven of fourteen had no opinion, two wanted the old light back before it had gone, and one asked whether the tin could be painted red.",
  "The coastal office paid for the work, for the boat and for a lunch of fish soup. What became of the old bulbs is in the logbook too: three went to the museum, one to the school.",
  "On Wednesday the fog came in, and the horn, which is older than the lens, did what it has always done. The entry for that evening has six words, and four of them are about the horn.",
  "Solberg will retire in the spring. The office has not said who will write the log after her, or whether there will be one.",
  "Until then she goes up every evening at six. The lamp needs nobody to light it, but the windows get salt on them, and somebody has to see that the birds have not moved in.",
  "Visitors may come along on the first Sunday of the month. They are asked to bring shoes with soles that hold, and to leave the dog on the pier, where it can see them come back.",
];
const VOICES = ["Alva", "Birk", "Cato", "Dag", "Eir", "Frode", "Gro", "Hedda", "Ivar", "Jorunn"];

const said = (name: string): string =>
  `${name} remembers the old light well, since it came in at the bedroom window all through childhood and was the last thing to be seen at night, whatever the weather did; the new one may be better, but it will need another hundred years before anybody writes a song about it.`;

const page = (story: readonly string[], discussion: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A new lamp for Grey Skerry</title></head><body><article>
<h1>A new lamp for Grey Skerry</h1>${story.map((text) => `<p>${text}</p>`).join("\n")}
<div class="${discussion}">${VOICES.map((name) => `<div><p>${said(name)}</p></div>`).join("\n")}</div></article></body></html>`;

const read = (html: string) => extract({ html, url: "https://skerry.example/news/lamp" }, { model: "none" });

test("a discussion longer than the article under it goes, and the ledger says what it was", () => {
  const { articleBody, extraction } = read(page(STORY, "comments"));
  for (const text of STORY) assert.ok(articleBody.includes(text), text);
  for (const name of VOICES) {
    assert.ok(!articleBody.includes(said(name)), name);
    const removed = extraction.removed.find(({ text }) => text.includes(said(name)));
    assert.deepEqual([removed?.type, removed?.rule], ["comments", "comment-section"]);
  }
});

test("voices without the name of a discussion are a part of the article", () => {
  const { articleBody } = read(page(STORY, "portraits"));
  for (const name of VOICES) assert.ok(articleBody.includes(said(name)), name);
});

test("a discussion with hardly anything beside it is what the page is about", () => {
  const { articleBody } = read(page(STORY.slice(0, 1), "comments"));
  for (const name of VOICES) assert.ok(articleBody.includes(said(name)), name);
});
