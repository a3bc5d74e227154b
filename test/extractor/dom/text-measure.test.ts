import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import type { SlimElement } from "../../../extractor/dom/slim/element.ts";
import { measureText } from "../../../extractor/dom/slim/measure-text.ts";

const COMMAS = /\u002C|\u060C|\uFE50|\uFE10|\uFE11|\u2E41|\u2E34|\u2E32|\uFF0C/g;

/** Text in elements without end tags in between, so that white space meets white space over their borders. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom("<i>", "</i>", "<b> </b>", "<u></u>"),
      fc.string({
        unit: fc.constantFrom(
          "a",
          "é",
          "海",
          " ",
          "\n",
          "\u00a0",
          "\u2009",
          "\u3000",
          "\u1680",
          ",",
          "،",
          "，",
          "、",
        ),
        maxLength: 6,
      }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

function check(element: SlimElement): void {
  const folded = element.textContent.trim().replaceAll(/\s{2,}/g, " ");
  const { length, commas, allCommas } = measureText(element);
  assert.deepEqual(
    { length, commas, allCommas },
    {
      length: folded.length,
      commas: folded.split(",").length - 1,
      allCommas: folded.split(COMMAS).length - 1,
    },
  );
}

test("a measure is that of the folded text, before and after the tree changes", () => {
  fc.assert(
    fc.property(markup, fc.nat(), (html, place) => {
      const document = parseHtml(`<body><div>${html}</div></body>`, { url: null, engine: "slim" });
      const all = (): SlimElement[] =>
        Array.from(document.body.getElementsByTagName("*")) as unknown as SlimElement[];
      all().forEach(check);
      const elements = all();
      elements[place % elements.length]?.remove();
      all().forEach(check);
      document.body.appendChild(document.createTextNode(" , "));
      check(document.body as unknown as SlimElement);
    }),
  );
});
