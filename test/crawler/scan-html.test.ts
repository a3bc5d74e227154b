import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { Tokenizer, TokenizerMode } from "parse5";
import { scanHtml } from "../../crawler/scan-html.ts";
import { bigPage } from "../site/big-page.ts";

/** What a page is made of, text with its neighbours, as a line each. */
type Parts = readonly string[];

const ASKED = ["href", "rel", "id", "content"] as const;

function partsBuilder(): {
  readonly parts: string[];
  text(text: string): void;
  tag(line: string): void;
} {
  const parts: string[] = [];
  let inText = false;
  return {
    parts,
    text(text) {
      if (inText) parts.push(`${parts.pop() ?? ""}${text}`);
      else parts.push(`text ${text}`);
      inText = true;
    },
    tag(line) {
      parts.push(line);
      inText = false;
    },
  };
}

function scanned(html: string): Parts {
  const { parts, text, tag } = partsBuilder();
  scanHtml(html, {
    onText: text,
    onStartTag: (name, attributes) =>
      tag(`<${name} ${JSON.stringify(ASKED.map((key) => attributes.get(key)))}`),
    onEndTag: (name) => tag(`</${name}`),
  });
  return parts;
}

const MODES = new Map<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>([
  ["script", TokenizerMode.SCRIPT_DATA],
  ...["style", "xmp", "iframe", "noembed", "noframes"].map((name) => [name, TokenizerMode.RAWTEXT] as const),
  ["title", TokenizerMode.RCDATA],
  ["textarea", TokenizerMode.RCDATA],
  ["plaintext", TokenizerMode.PLAINTEXT],
]);

/** The same by parse5's tokenizer. */
function tokenized(html: string): Parts {
  const { parts, text, tag } = partsBuilder();
  let foreign = 0;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag(token) {
        const value = (key: string) => token.attrs.find(({ name }) => name === key)?.value ?? null;
        tag(`<${token.tagName} ${JSON.stringify(ASKED.map(value))}`);
        if (/^(?:svg|math)$/u.test(token.tagName) && !token.selfClosing) foreign += 1;
        const mode = foreign > 0 && token.selfClosing ? undefined : MODES.get(token.tagName);
        if (mode === undefined) return;
        tokenizer.lastStartTagName = token.tagName;
        tokenizer.state = mode;
      },
      onEndTag(token) {
        if (foreign > 0 && /^(?:svg|math)$/u.test(token.tagName)) foreign -= 1;
        tag(`</${token.tagName}`);
      },
      onCharacter: ({ chars }) => text(chars),
      onWhitespaceCharacter: ({ chars }) => text(chars),
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  return parts;
}

/** Comments part text for the one and not for the other; what counts is what stands between tags. */
function assertSame(html: string): void {
  assert.deepEqual(scanned(html), tokenized(html), JSON.stringify(html.slice(0, 400)));
}

const PIECES = [
  ..."<>/=\"'!-?&; \n\ta",
  "<a href=/x>",
  "<A HREF='/y?a=1&amp;b=2&copy=3' rel=\"nofollow\" >",
  "<p",
  "</p>",
  "</p attr='>'>",
  "<br/>",
  "<meta content='a > b'",
  "<script>",
  "<script type=x>",
  "</script>",
  "</script ",
  "<!--",
  "-->",
  "--!>",
  "<!-->",
  "<!doctype html>",
  "<![CDATA[x]]>",
  "<style>",
  "</style>",
  "<title>",
  "</title>",
  "<textarea>",
  "</TEXTAREA>",
  "<svg>",
  "<title/>",
  "</svg>",
  "<svg/>",
  "<plaintext>",
  "&amp;",
  "&eacute;",
  "&notit;",
  "&#x41;",
  "&#0;",
  "\r\n",
  "\r",
  "é",
  "<a id=1 id=2 =x>",
  "<a href>",
  "<a href=\"a\"b='c'/>",
  "<a href=a/>",
  "</",
  "</>",
  "<?xml?>",
  "<noscript>",
] as const;

test("the scanner reads what parse5's tokenizer reads, in whatever it is given", () => {
  const html = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(html, (text) => assertSame(text)),
    { numRuns: 6000 },
  );
});

test("the scanner reads what parse5's tokenizer reads, in pages", () => {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const files = globSync("fixtures/**/*.html", { cwd: root });
  assert.ok(files.length > 50);
  for (const file of files) assertSame(readFileSync(`${root}${file}`, "utf8"));
  assertSame(bigPage({ origin: "http://a.example", host: 1, story: 7, bytes: 60_000, links: ["/story/8"] }));
});

test("a scan stops where it is told to", () => {
  const seen: string[] = [];
  scanHtml("<p>one<b>two</b><i>three", {
    onStartTag: (name) => {
      seen.push(name);
      return name === "b" ? "stop" : undefined;
    },
    onText: (text) => void seen.push(text),
  });
  assert.deepEqual(seen, ["p", "one", "b"]);
});
