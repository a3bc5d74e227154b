import { escapeMarkdown } from "./escape-markdown.ts";
import { textOf } from "./markdown-node.ts";
import type { MarkdownElement, MarkdownNode } from "./markdown-node.ts";
import { preformattedText } from "./preformatted-text.ts";
import { withoutPlaceHolders } from "./settle-emphasis.ts";

/** Writes a link around its text. */
type LinkWriter = (text: string, link: MarkdownElement) => string;

/** Code in a line. Links in it stay, each around its own piece of the code: marks mean nothing inside of code. */
export function inlineCode(node: MarkdownElement, writeLink: LinkWriter): string {
  if (holdsLink(node)) {
    return node.children.map((child) => linkedCode(child, writeLink)).join("");
  }
  const line = lineOf(node);
  // No escape of a row's pipes leaves a backslash before one as it is.
  return line.includes(String.raw`\|`) && isInTable(node)
    ? `<code>${escapeMarkdown(line)}</code>`
    : fenced(line);
}

function isInTable({ parent }: MarkdownElement): boolean {
  return parent !== null && (parent.tag === "table" || isInTable(parent));
}

function linkedCode(node: MarkdownNode, writeLink: LinkWriter): string {
  if (node.kind === "text" || !holdsLink(node)) {
    return node.kind === "element" && node.tag === "a"
      ? writeLink(fenced(lineOf(node)), node)
      : fenced(lineOf(node));
  }
  return node.children.map((child) => linkedCode(child, writeLink)).join("");
}

function holdsLink({ children }: MarkdownElement): boolean {
  return children.some((child) => child.kind === "element" && (child.tag === "a" || holdsLink(child)));
}

/** The text as one line: elements that begin another stand apart. */
function lineOf(node: MarkdownNode): string {
  if (node.kind === "text") {
    return node.data;
  }
  if (node.tag === "pre") {
    return textOf(node).replaceAll(/\s+/g, " ");
  }
  const inner = node.children.map(lineOf).join("");
  return node.tag === "br" || (node.isBlock && inner !== "") ? ` ${inner} ` : inner;
}

function fenced(content: string): string {
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

export function isHighlighted({ element, children }: MarkdownElement): boolean {
  const first = children[0];
  return (
    first?.kind === "element" && first.tag === "pre" && HIGHLIGHTED.test(element.getAttribute("class") ?? "")
  );
}

/** Names of languages in class names: `language-ts`, `lang-ts`, `highlight-source-ts`, `brush: ts`. */
const LANGUAGE = /(?:^|\s)(?:language|lang|highlight-source|highlight-text)-([\w+#-]+)|brush:\s*([\w+#-]+)/iu;

/** A block of code between fences that are longer than any in it. */
export function fencedCode(pre: Element): string {
  const code = withoutPlaceHolders(preformattedText(pre))
    .replace(/^(?:[ \t]*\n)+/u, "")
    .trimEnd();
  let longest = 2;
  for (const [run] of code.matchAll(/`+/g)) {
    longest = Math.max(longest, run.length);
  }
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
