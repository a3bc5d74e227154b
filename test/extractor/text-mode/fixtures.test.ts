import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeText } from "../../../extractor/text-mode/extract-text.ts";
import { readTextFixtures } from "./read-fixture.ts";

for (const { name, url, dump, lines } of readTextFixtures()) {
  test(`dump ${name}`, () => {
    const { extraction, stretches } = judgeText({ text: dump, url });
    const fates = stretches.map(({ line, reason }, at) => {
      const expected = lines[at]?.fate;
      const type = reason?.type ?? "keep";
      const fate = expected === "any" && type !== "keep" ? "any" : type;
      return `${fate}| ${line.text}`;
    });
    assert.deepEqual(
      fates,
      lines.map(({ fate, text }) => `${fate}| ${text}`),
    );
    const headline = lines.find(({ fate }) => fate === "headline");
    assert.equal(extraction.headline, headline?.text ?? null);
    const kept = lines.filter(({ fate }) => fate === "keep").map(({ text }) => text);
    assert.deepEqual(extraction.articleBody.split(/\n+/u), kept);
  });
}
