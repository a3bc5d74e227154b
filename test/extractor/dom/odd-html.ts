import * as fc from "fast-check";

const INLINE = ["a", "b", "i", "em", "span", "font", "code", "button", "label", "nobr"];
const BLOCK = [
  "div",
  "p",
  "section",
  "article",
  "ul",
  "ol",
  "li",
  "h1",
  "h2",
  "blockquote",
  "pre",
  "form",
  "dl",
  "dt",
];
const TABLE = ["table", "tbody", "tr", "td", "th", "caption", "colgroup", "col"];
const ODD = [
  "br",
  "hr",
  "img",
  "input",
  "select",
  "option",
  "textarea",
  "template",
  "noscript",
  "iframe",
  "svg",
  "math",
];
const RAW = ["title", "style", "script", "xmp", "head", "frameset", "desc", "mi", "foreignObject"];
/** Without attributes: a second `body` tag adds only those the first one lacks, but jsdom lets it overwrite. */
const BARE = ["<body>", "<html>", "</body>", "</html>"];
const TAGS = [...INLINE, ...BLOCK, ...TABLE, ...ODD, ...RAW];

const TEXTS = [
  "word ",
  "two words",
  "\n  ",
  "&amp;",
  "&nbsp;",
  "&lt;b",
  "<",
  "a < b",
  "&#x2014;",
  "ж",
  "\u{1f600}",
  "]]>",
  "-->",
];
const ATTRIBUTES = [
  "",
  ' class="lead big"',
  " class=lead",
  " id='main'",
  ' CLASS="Lead" class=again',
  " hidden",
  ' style="display:none"',
  ' style="color: red; visibility : hidden !important"',
  ' href="/a?b=1&c=2"',
  ' data-x-y="1"',
  ' title="a > b"',
  " a=b/",
  ' xlink:href="#i"',
  " onclick='go(\"</p>\")'",
];
const ODDITIES = [
  "<!-- note -->",
  ...BARE,
  "<!-->",
  "<!--a--!>",
  "<!doctype html>",
  "<?php x ?>",
  "</>",
  "</ b>",
  "<![CDATA[x]]>",
  "<3",
];

const tag = fc.constantFrom(...TAGS);

/** A piece of markup, well formed or not. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(tag, fc.constantFrom(...ATTRIBUTES)).map(([name, rest]) => `<${name}${rest}>`),
  },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODDITIES) },
  { weight: 1, arbitrary: tag.map((name) => `<${name.toUpperCase()}/>`) },
);

/** HTML as nobody should write it, and as pages have it. */
export const oddHtml = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
