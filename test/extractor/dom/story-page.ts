import * as fc from "fast-check";
import { oddHtml } from "./odd-html.ts";

const SENTENCES = [
  "The harbour board met on Tuesday, and for once the vote on the new ferry was not close.",
  "Nobody in the village, the keeper said, could remember a winter in which the lamp had failed twice.",
  "Bread, salt, rope and lamp oil came over on the morning boat, as they had for ninety years.",
  "She counted eleven boats, two of them new, and wrote the number on the wall beside the door.",
];

const CLASSES = [
  "article-body",
  "comment-list",
  "sidebar",
  "content",
  "share",
  "footer",
  "hidden",
  "entry",
  "ad-break",
];

/** What pages carry besides their story, and what pruning is about. */
const BAGGAGE = [
  "<script>if (a < b) document.write('<p>no</p>')</script>",
  "<script><!-- <script>x</script> --></script>",
  '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"Ferry"}</script>',
  "<style>p > b { color: red }</style>",
  "<!-- sold here -->",
  "<!---->",
  "<br><!-- x --><br>",
  "<br> <!-- --> <br>",
  '<svg class="icon" viewBox="0 0 1 1"><g><path d="M0 0L1 1"/></g></svg>',
  '<svg><title>Share</title><path d="M0"/></svg>',
  "<svg><a href='/x'>drawn</a></svg>",
  "<noscript><iframe src='/count'></iframe></noscript>",
  "<noscript><img src='/boat.jpg'></noscript>",
  '<img class="lazy" data-src="/quay.png" srcset="/quay.png 2x" alt="Quay">',
  `<img src="data:image/png;base64,${"A".repeat(1500)}">`,
  `<div data-state='${"{x}".repeat(40)}' onclick="go('>')" style="margin:0">Tides today</div>`,
  "<p style='display:none'>Not shown, not read, not here.</p>",
  "<textarea><p>draft</textarea>",
  "<iframe src='/map'><p>no frames</p></iframe>",
  "<ul><li><a href='/a'>One</a><li><a href='/b'>Two</a></ul>",
  "<link rel=stylesheet href=x.css>",
];

const paragraph = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
  .map((s) => `<p>${s.join(" ")}</p>`);
const clutter = fc.constantFrom(...BAGGAGE);
const section = fc
  .tuple(fc.constantFrom(...CLASSES), fc.array(fc.oneof(paragraph, clutter), { maxLength: 8 }))
  .map(([name, parts]) => `<div class="${name}" id="${name}-1">${parts.join("\n")}</div>`);

/** A page with a story or two, the clutter of a news site, and here and there markup that is broken. */
export const storyPage = fc
  .tuple(
    fc.array(clutter, { maxLength: 4 }),
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: section },
        { weight: 1, arbitrary: paragraph },
        { weight: 1, arbitrary: oddHtml },
      ),
      {
        maxLength: 8,
      },
    ),
  )
  .map(
    ([head, body]) =>
      `<!doctype html><html lang=en><head><title>Ferry vote | The Quay</title>${head.join("")}</head><body>${body.join("\n")}</body></html>`,
  );
