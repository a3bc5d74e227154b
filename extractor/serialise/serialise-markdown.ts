import { addressOf } from "../blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { flankingSpace } from "./flanking-space.ts";
import { breaksAfter, MarkdownPieces, trimBreaks } from "./join-markdown.ts";
import { isBlank, readArticle, siblingOf, textOf } from "./markdown-node.ts";
import type { MarkdownElement, MarkdownNode } from "./markdown-node.ts";
import { createTableWriter, type TableWriter } from "./markdown-table.ts";
import { preformattedText } from "./preformatted-text.ts";
import { resolveLink } from "./resolve-link.ts";

/** What the writing of one article goes by. */
interface Context {
  /** The page's address, for relative links. */
  readonly url: string | null;
  readonly tables: TableWriter;
}

/** Writes an element whose content is written already. */
type Rule = (content: string, node: MarkdownElement, context: Context) => string;

/** The article as GitHub-flavoured Markdown: headings, lists, tables, code, links, images; `<sub>` and `<sup>` stay. */
export function serialiseMarkdown(article: Element, url: string | null): string {
  return childrenMarkdown(readArticle(article), { url, tables: createTableWriter() }).trim();
}

function childrenMarkdown(parent: MarkdownElement, context: Context): string {
  const pieces = new MarkdownPieces();
  addChildren(parent, pieces, context);
  return pieces.text();
}

function addChildren(parent: MarkdownElement, pieces: MarkdownPieces, context: Context): void {
  for (const child of parent.children) {
    if (child.kind === "element" && ruleFor(child) === asBlock && !isBlank(child)) {
      const begun = pieces.beginBlock();
      addChildren(child, pieces, context);
      pieces.endBlock(begun);
    } else {
      pieces.add(nodeMarkdown(child, context));
    }
  }
}

function nodeMarkdown(node: MarkdownNode, context: Context): string {
  if (node.kind === "text") {
    return node.parent.isCode ? node.data : escapeMarkdown(node.data);
  }
  const { leading, trailing } = flankingSpace(node);
  if (isBlank(node)) {
    return leading + (node.isBlock ? "\n\n" : "") + trailing;
  }
  const inner = node.tag === "pre" ? "" : childrenMarkdown(node, context);
  const content = leading === "" && trailing === "" ? inner : inner.trim();
  return leading + ruleFor(node)(content, node, context) + trailing;
}

const asBlock: Rule = (content) => `\n\n${content}\n\n`;
const asItIs: Rule = (content) => content;
const trimmedBlock: Rule = (content) => `\n\n${content.trim()}\n\n`;

const around =
  (mark: string): Rule =>
  (content) =>
    content.trim() === "" ? "" : mark + content + mark;

const heading =
  (level: number): Rule =>
  (content) =>
    headingMarkdown(content, level);

const raised: Rule = (content, { tag }) => (content.trim() === "" ? "" : `<${tag}>${content}</${tag}>`);
const list: Rule = (content, node) =>
  node.parent?.tag === "li" && node.parent.element.lastElementChild === node.element
    ? `\n${content}`
    : `\n\n${content}\n\n`;
const struck: Rule = (content) => `~~${content}~~`;

const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries<Rule>({
    p: asBlock,
    br: () => "  \n",
    hr: () => "\n\n* * *\n\n",
    h1: heading(1),
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    h5: heading(5),
    h6: heading(6),
    blockquote: (content) => `\n\n${trimBreaks(content).replaceAll(/^/gm, "> ")}\n\n`,
    ul: list,
    ol: list,
    li: itemMarkdown,
    em: around("*"),
    i: around("*"),
    strong: around("**"),
    b: around("**"),
    del: struck,
    s: struck,
    strike: struck,
    sub: raised,
    sup: raised,
    code: inlineCode,
    pre: (_content, { element }) => codeMarkdown(element),
    a: (content, node, { url }) => linkMarkdown(content, node, url),
    img: (_content, { element }, { url }) => imageMarkdown(element, url),
    table: trimmedBlock,
    caption: trimmedBlock,
    thead: asItIs,
    tbody: asItIs,
    tfoot: asItIs,
    tr: (content, { element }, { tables }) => tables.row(content, element),
    td: (content, { element }, { tables }) => tables.cell(content, element),
    th: (content, { element }, { tables }) => tables.cell(content, element),
  }),
);

function ruleFor(node: MarkdownElement): Rule {
  if (node.tag === "div" && isHighlighted(node)) {
    return highlightedCode;
  }
  return RULES.get(node.tag) ?? (node.isBlock ? asBlock : asItIs);
}

function itemMarkdown(content: string, node: MarkdownElement): string {
  const prefix = markerOf(node);
  const text = trimBreaks(content) + (breaksAfter(content) > 0 ? "\n" : "");
  return (
    prefix +
    text.replaceAll("\n", `\n${" ".repeat(prefix.length)}`) +
    (siblingOf(node, 1) === null ? "" : "\n")
  );
}

function markerOf({ element, parent }: MarkdownElement): string {
  if (parent?.tag !== "ol") {
    return "-   ";
  }
  const start = parent.element.getAttribute("start");
  const place = Array.from(parent.element.children).indexOf(element);
  return `${start ? Number(start) + place : place + 1}.  `;
}

function inlineCode(content: string): string {
  if (content === "") {
    return "";
  }
  const line = content.replaceAll(/\r?\n|\r/g, " ");
  const space = /^`|^ .*?[^ ].* $|`$/.test(line) ? " " : "";
  const runs = new Set(line.match(/`+/g));
  let fence = "`";
  while (runs.has(fence)) {
    fence += "`";
  }
  return fence + space + line + space + fence;
}

/** Code that a highlighter wrapped: the box names the language. */
const HIGHLIGHTED = /highlight-(?:text|source)-([a-z0-9]+)/;

function isHighlighted({ element, children }: MarkdownElement): boolean {
  const first = children[0];
  return (
    first?.kind === "element" && first.tag === "pre" && HIGHLIGHTED.test(element.getAttribute("class") ?? "")
  );
}

function highlightedCode(_content: string, { element, children }: MarkdownElement): string {
  const language = HIGHLIGHTED.exec(element.getAttribute("class") ?? "")?.[1] ?? "";
  const code = children[0] === undefined ? "" : textOf(children[0]);
  return `\n\n\`\`\`${language}\n${code}\n\`\`\`\n\n`;
}

function headingMarkdown(content: string, level: number): string {
  const line = content
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/(?<=\s)(#+)$/u, String.raw`\$1`);
  return line === "" ? "" : `\n\n${"#".repeat(level)} ${line}\n\n`;
}

/** Names of languages in class names: `language-ts`, `lang-ts`, `highlight-source-ts`, `brush: ts`. */
const LANGUAGE = /(?:^|\s)(?:language|lang|highlight-source|highlight-text)-([\w+#-]+)|brush:\s*([\w+#-]+)/iu;

function codeMarkdown(pre: Element): string {
  const code = preformattedText(pre).replace(/^(?:[ \t]*\n)+|\s+$/gu, "");
  const longest = Math.max(2, ...(code.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return code === "" ? "" : `\n\n${fence}${languageOf(pre)}\n${code}\n${fence}\n\n`;
}

function languageOf(pre: Element): string {
  const named = [pre.querySelector("code"), pre, pre.parentElement];
  for (const element of named) {
    const match = LANGUAGE.exec(element?.getAttribute("class") ?? "");
    if (match !== null) {
      return match[1] ?? match[2] ?? "";
    }
  }
  return "";
}

function linkMarkdown(content: string, node: MarkdownElement, url: string | null): string {
  const href = node.element.getAttribute("href");
  const address = href === null ? null : resolveLink(href, url);
  const text = content.trim();
  // Links side by side that lead to different places are words apart, set so by their style.
  const last = siblingOf(node, -1);
  const apart =
    last?.kind === "element" && last.tag === "a" && addressOf(last.element) !== addressOf(node.element);
  const before = apart ? " " : "";
  if (address === null || text === "" || text.includes("\n")) {
    return before + content;
  }
  return before + content.replace(text, () => `[${text}](${escapeAddress(address)})`);
}

function imageMarkdown(image: Element, url: string | null): string {
  const source = image.getAttribute("src");
  const address = source === null ? null : resolveLink(source, url);
  const alt = (image.getAttribute("alt") ?? "").replace(/\s+/gu, " ").replace(/[[\]\\`<>*_]/gu, "");
  return address === null ? "" : `![${alt}](${escapeAddress(address)})`;
}

function escapeAddress(address: string): string {
  return address
    .replaceAll("(", "%28")
    .replaceAll(")", "%29")
    .replaceAll("<", "%3C")
    .replaceAll(">", "%3E")
    .replaceAll("\\", "%5C")
    .replace(/\s/gu, "%20");
}
