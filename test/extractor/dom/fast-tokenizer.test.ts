import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { parse, serialize } from "parse5";
import { parseDocument } from "../../../extractor/dom/slim/parse.ts";
import { serializeChildren } from "../../../extractor/dom/slim/serialize.ts";

const ours = (html: string): string => serializeChildren(parseDocument(html, null));
const theirs = (html: string): string => serialize(parse(html, { scriptingEnabled: false }));

/** What the quick way reads, what it must leave alone, and what is easily mistaken for one another. */
const PIECES = [
  ..."<>&;='\"/ \n\r\t-!?x#\0é😀",
  "\r\n",
  "<p>",
  "</p>",
  "<P Class=A>",
  "<br/>",
  "<br / >",
  "<a href=x/>",
  '<a href="?a=1&b=2&amp;c=3&lt=4">',
  '<a href="?q=1&copy=2&copy;&x_y=3&quot;&amp=&b&c=">',
  "<a href=?a=1&notit;=2&hellip=3&#39;>",
  "<i a=1 A=2 b=3>",
  "<i =a ==b>",
  "<i 'a\"b<c>",
  "<i a = 'b\r\nc'd>",
  `<i ${Array.from({ length: 30 }, (_, index) => `a${index % 20}=${index}`).join(" ")}>`,
  "</i x=1/>",
  "</ i>",
  "<İ>",
  "<Xİ>",
  "<1>",
  "<table><td>",
  "</table>",
  "<pre>\n",
  "<textarea>\n",
  "</textarea>",
  "<title>",
  "</title>",
  "<script>",
  "</script>",
  '<script type=x>if (a<b && "</p>&amp;") {}\n</script\n>',
  "<script><!-- <script> </script>",
  "<svg>",
  "<![CDATA[x]]>",
  "</svg>",
  "<math><mi>",
  "<!--",
  "-->",
  "<select><option>",
  "<frameset>",
  "<template>",
  "&amp;",
  "&amp;lt;",
  "&nbsp;",
  "&nbsp",
  "&rsquo;",
  "&notit;",
  "&hellip",
  "&#8217;",
  "&#x2014;",
  "&#10;",
  "&#128;",
  "&#55296;",
  "&#0;",
  "&#38;lt;",
  "&&amp;",
  "a\0 b &amp; \0\0c",
  "<i title='a\0b' c=\0>",
  "<i d\0e=f>",
  "<i\0j>",
  "</i\0j>",
  "<script>a\0b</script>",
  "&lt;p&gt;",
];

test("the quick way builds the tree that parse5 builds", () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((list) => list.join(""));
  fc.assert(
    fc.property(pieces, (html) => assert.equal(ours(html), theirs(html))),
    { numRuns: 4000 },
  );
});

for (const piece of PIECES) {
  test(`reads ${JSON.stringify(piece)} as parse5 does`, () => {
    for (const html of [piece, `a${piece}b`, `<body> a ${piece} b <p>c`, `<div title="${piece}">d`]) {
      assert.equal(ours(html), theirs(html));
    }
  });
}
