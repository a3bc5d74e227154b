import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";
import type { ExtractMode } from "../../types.ts";

const PARAGRAPHS = [
  "The lock keeper at Weir End closed the upper gate at noon on Friday and did not open it again until the otters had gone.",
  "She had counted five of them, two adults and three young, asleep on the gear wheel. The boats waited for two hours, and nobody complained.",
  "From November the gate is opened by hand. Nobody minds: the winter boats are few, and their skippers bring coffee and the news from upriver.",
];
const [first, second, third] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
const PAGE = `<html lang="en"><head><title>Otters close the upper gate</title></head><body><article><h1>Otters close the upper gate</h1>
  ${first}<h2>Five of them</h2>${second}<p>Weir End, lower pool</p><ul><li>Two adults</li><li>Three young</li></ul>${third}
  <p><a href="/gate">The gate through the years</a></p><p>“Quite.”</p></article></body></html>`;

const bodyOf = (mode: ExtractMode, model: "blocks" | "none"): readonly string[] =>
  extract({ html: PAGE, url: "https://islander.example/news/story" }, { mode, model }).articleBody.split(
    /\n+/u,
  );

test("precision strips what is in doubt, recall keeps it, and both keep the article", () => {
  const [precision, balanced, recall] = (["precision", "balanced", "recall"] as const).map((mode) =>
    bodyOf(mode, "none"),
  );
  assert.ok(precision !== undefined && balanced !== undefined && recall !== undefined);
  for (const body of [precision, balanced, recall]) {
    for (const line of [...PARAGRAPHS, "Five of them", "Two adults", "Three young"])
      assert.ok(body.includes(line), line);
  }
  assert.ok(!precision.includes("Weir End, lower pool") && balanced.includes("Weir End, lower pool"));
  assert.ok(
    !balanced.includes("The gate through the years") && recall.includes("The gate through the years"),
  );
});

test("with the block model, precision keeps no more and recall no less than balanced", () => {
  const [precision, balanced, recall] = (["precision", "balanced", "recall"] as const).map(
    (mode) => new Set(bodyOf(mode, "blocks")),
  );
  assert.ok(precision !== undefined && balanced !== undefined && recall !== undefined);
  assert.ok(precision.isSubsetOf(balanced) && balanced.isSubsetOf(recall));
});
