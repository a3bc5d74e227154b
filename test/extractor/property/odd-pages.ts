import * as fc from "fast-check";
import { oddHtml } from "../dom/odd-html.ts";

const SENTENCES = [
  "The ferry left forty minutes late because a family of otters had taken the gangway, and nobody wanted to move them.",
  "Two pups slept on the lower step until the bell rang, said the woman who sells the tickets.",
  "BRACKEN QUAY, March 3 (Wire) — Passengers were offered soup, and most of them stayed on deck to watch.",
  "„Wir warten“, sagte der Hafenmeister. Er führt seit 2009 ein Buch über solche Verspätungen.",
  "カワウソの家族が桟橋を占領し、フェリーは四十分遅れて出港した。船員はニシンで誘ったが、動かなかった。",
  "تأخرت العبارة أربعين دقيقة لأن عائلة من القضاعات احتلت الجسر، ولم يرغب أحد في إزعاجها.",
];
const LINES = [
  "Photo: A. Roe",
  "Read more: Otters in the harbour",
  "Share this",
  "12 March 2026, 10:14",
  "By Jane Roe",
  "(Reuters)",
  "1,204 views",
  "Related",
  "Subscribe to our newsletter",
  "Home › News › Harbour",
  "© 2026 The Islander",
  "—",
  "3",
];
const inline = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SENTENCES) },
  { weight: 3, arbitrary: fc.constantFrom(...LINES) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...LINES).map((line) => `<a href="/${line.length}">${line}</a>`),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }).map(escapeText) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "<br>",
      "<br><br>",
      "<b>bold</b>",
      "H<sub>2</sub>O",
      "<span hidden>unseen</span>",
      "<button>Press</button>",
      "<img src='/otter.jpg' alt='An otter'>",
      "<a href='/x'>One</a><a href='/y'>Two</a>",
      "&shy;&nbsp;&#8203;",
      "<noscript>Without script</noscript>",
      "<svg><text>drawn</text></svg>",
    ),
  },
);
const TAGS = (
  "p div section article main ul ol li table tr td th h1 h2 h3 blockquote nav pre figure figcaption aside header footer " +
  "form dl dt dd details summary span em a button label dialog"
).split(" ");
const NAMES = [
  "",
  "",
  "",
  ' class="comments"',
  ' class="content body"',
  ' class="related-posts"',
  ' id="main"',
  ' class="caption"',
  ' class="author-box"',
  ' style="display:none"',
  ' class="breadcrumb"',
  ' role="dialog"',
];

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    inline,
    fc
      .tuple(fc.constantFrom(...TAGS), fc.constantFrom(...NAMES), fc.array(tie("tree"), { maxLength: 5 }))
      .map(([tag, names, inner]) => `<${tag}${names}>${inner.join("\n")}</${tag}>`),
  ),
}));

const paragraphs = fc
  .array(fc.constantFrom(...SENTENCES), { maxLength: 6 })
  .map((texts) => texts.map((text) => `<p>${text}</p>`).join("\n"));

/** Pages of any shape made of what pages are made of, some with an article in them. */
export const sitePage = fc
  .tuple(
    fc.array(tree, { maxLength: 8 }),
    fc.option(paragraphs, { nil: "" }),
    fc.array(tree, { maxLength: 6 }),
  )
  .map(
    ([before, article, after]) =>
      `<!doctype html><html lang="en"><head><title>Otters hold up the ferry</title></head><body>${before.join("\n")}` +
      `<article><h1>Otters hold up the ferry</h1>${article}</article>${after.join("\n")}</body></html>`,
  );

/** HTML as nobody should write it: well-formed trees, tag soup, plain noise, and pages cut off anywhere. */
export const anyHtml = fc.oneof(
  { weight: 4, arbitrary: sitePage },
  { weight: 3, arbitrary: oddHtml },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(sitePage, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([html, at]) => html.slice(0, Math.floor(html.length * at))),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(sitePage, oddHtml, fc.nat()).map(([html, odd, at]) => {
      const place = at % (html.length + 1);
      return html.slice(0, place) + odd + html.slice(place);
    }),
  },
);
