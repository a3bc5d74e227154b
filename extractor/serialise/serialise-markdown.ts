import { escapeMarkdown } from "./escape-markdown.ts";
import { flankingSpace } from "./flanking-space.ts";
import { MarkdownPieces, trimBreaks } from "./join-markdown.ts";
import { fencedCode, inlineCode, isHighlighted } from "./markdown-code.ts";
import { imageMarkdown, linkMarkdown } from "./markdown-link.ts";
import { itemMarkdown, listMarkdown } from "./markdown-list.ts";
import { isBlank, readArticle } from "./markdown-node.ts";
import type { MarkdownElement, MarkdownNode } from "./markdown-node.ts";
import { tableMarkdown } from "./markdown-table.ts";
import { emphasise, settleEmphasis, type Emphasis } from "./settle-emphasis.ts";
import { wrapInline } from "./wrap-inline.ts";

/** Writes an element whose content is written already; `url` is the page's address, for relative links. */
type Rule = (content: string, node: MarkdownElement, url: string | null) => string;

/** The article as GitHub-flavoured Markdown: headings, lists, tables, code, links, images; `<sub>` and `<sup>` stay. */
export function serialiseMarkdown(article: Element, url: string | null): string {
  return settleEmphasis(childrenMarkdown(readArticle(article), url).trim());
}

function childrenMarkdown(parent: MarkdownElement, url: string | null): string {
  const pieces = new MarkdownPieces({ holdsItems: parent.tag === "ul" || parent.tag === "ol" });
  addChildren(parent, pieces, url);
  return pieces.text();
}

function addChildren(parent: MarkdownElement, pieces: MarkdownPieces, url: string | null): void {
  for (const child of parent.children) {
    if (child.kind === "element" && ruleFor(child) === asBlock && !isBlank(child)) {
      const begun = pieces.beginBlock();
      addChildren(child, pieces, url);
      pieces.endBlock(begun);
    } else {
      pieces.add(nodeMarkdown(child, url));
    }
  }
}

function nodeMarkdown(node: MarkdownNode, url: string | null): string {
  if (node.kind === "text") {
    return escapeMarkdown(node.data);
  }
  const { leading, trailing } = flankingSpace(node);
  if (isBlank(node)) {
    return leading + (node.isBlock ? "\n\n" : "") + trailing;
  }
  const rule = ruleFor(node);
  const inner = WRITES_ITSELF.has(node.tag) ? "" : childrenMarkdown(node, url);
  const content = leading === "" && trailing === "" ? inner : inner.trim();
  return leading + rule(content, node, url) + trailing;
}

const asBlock: Rule = (content) => `\n\n${content}\n\n`;
const asItIs: Rule = (content) => content;

const emphasis =
  (kind: Emphasis): Rule =>
  (content) =>
    wrapInline(content, (text) => emphasise(text, kind));

const heading =
  (level: number): Rule =>
  (content) =>
    headingMarkdown(content, level);

const raised: Rule = (content, { tag }) => wrapInline(content, (text) => `<${tag}>${text}</${tag}>`);
const em = emphasis("em");
const strong = emphasis("strong");
const struck = emphasis("del");

const table: Rule = (_content, node, url) =>
  tableMarkdown(node, (cell) => childrenMarkdown(cell, url)) ??
  `\n\n${childrenMarkdown(node, url).trim()}\n\n`;

/** Elements whose rules write what is in them. */
const WRITES_ITSELF = new Set(["pre", "code", "table"]);

const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries<Rule>({
    p: asBlock,
    br: () => "  \n",
    // Neither hyphens nor asterisks: an item of a list that begins with those would be a rule as a whole.
    hr: () => "\n\n___\n\n",
    h1: heading(1),
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    h5: heading(5),
    h6: heading(6),
    blockquote: (content) => `\n\n${trimBreaks(content).replaceAll(/^/gm, "> ")}\n\n`,
    ul: listMarkdown,
    ol: listMarkdown,
    li: itemMarkdown,
    em,
    i: em,
    strong,
    b: strong,
    del: struck,
    s: struck,
    strike: struck,
    sub: raised,
    sup: raised,
    code: (_content, node, url) => inlineCode(node, (text, link) => linkMarkdown(text, link, url)),
    pre: (_content, { element }) => fencedCode(element),
    a: linkMarkdown,
    img: (_content, { element }, url) => imageMarkdown(element, url),
    table,
    // In tables of layout alone.
    thead: asItIs,
    tbody: asItIs,
    tfoot: asItIs,
    tr: asItIs,
  }),
);

function ruleFor(node: MarkdownElement): Rule {
  if (node.tag === "div" && isHighlighted(node)) {
    return highlightedCode;
  }
  return RULES.get(node.tag) ?? (node.isBlock ? asBlock : asItIs);
}

function highlightedCode(_content: string, { element }: MarkdownElement): string {
  const pre = element.querySelector("pre");
  return pre === null ? "" : fencedCode(pre);
}

function headingMarkdown(content: string, level: number): string {
  const line = content
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/(?<=\s)(#+)$/u, String.raw`\$1`);
  return line === "" ? "" : `\n\n${"#".repeat(level)} ${line}\n\n`;
}
