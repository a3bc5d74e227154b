import { highlightedCodeBlock, strikethrough, taskListItems } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";
import { addressOf } from "../blocks.ts";
import { addTableRules } from "./markdown-table.ts";
import { preformattedText } from "./preformatted-text.ts";
import { resolveLink } from "./resolve-link.ts";

/** The article as GitHub-flavoured Markdown: headings, lists, tables, code, links, images; `<sub>` and `<sup>` stay. */
export function serialiseMarkdown(article: Element, url: string | null): string {
  return createTurndown(url)
    .turndown(article as HTMLElement)
    .trim();
}

function createTurndown(url: string | null): TurndownService {
  const turndown = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
  });
  turndown.use([highlightedCodeBlock, strikethrough, taskListItems]);
  addTableRules(turndown);
  const escape = turndown.escape.bind(turndown);
  turndown.escape = (text) => escapeMore(escape(text));
  turndown.addRule("heading", {
    filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
    replacement: (content, node) => headingMarkdown(content, Number(node.nodeName.charAt(1))),
  });
  turndown.addRule("raised", {
    filter: ["sub", "sup"],
    replacement: (content, node) => {
      const tag = node.nodeName.toLowerCase();
      return content.trim() === "" ? "" : `<${tag}>${content}</${tag}>`;
    },
  });
  turndown.addRule("preformatted", {
    filter: "pre",
    replacement: (_content, node) => codeMarkdown(node as Element),
  });
  turndown.addRule("link", {
    filter: "a",
    replacement: (content, node) => linkMarkdown(content, node as Element, url),
  });
  turndown.addRule("image", {
    filter: "img",
    replacement: (_content, node) => imageMarkdown(node as Element, url),
  });
  return turndown;
}

/**
 * What Turndown leaves as it is and a reader of Markdown would take for markup: tags, references, lists, strikes. A tag
 * may begin in one text node and go on in the next, so what it begins with never stays bare.
 */
function escapeMore(text: string): string {
  return text
    .replaceAll("<", String.raw`\<`)
    .replace(/&(?=[#\w]|$)/gu, String.raw`\&`)
    .replace(/~(?=~|$)|(?<=~|^)~/gu, String.raw`\~`)
    .replace(/^(\d+)\)(?=\s|$)/u, String.raw`$1\)`);
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

function linkMarkdown(content: string, link: Element, url: string | null): string {
  const href = link.getAttribute("href");
  const address = href === null ? null : resolveLink(href, url);
  const text = content.trim();
  // Links side by side that lead to different places are words apart, set so by their style.
  const last = link.previousSibling;
  const apart = last?.nodeName.toLowerCase() === "a" && addressOf(last as Element) !== addressOf(link);
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
