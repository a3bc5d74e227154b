import { highlightedCodeBlock, strikethrough, taskListItems } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";
import { addTableRules } from "./markdown-table.ts";
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
  turndown.keep(["sub", "sup"]);
  turndown.addRule("link", {
    filter: "a",
    replacement: (content, node) => linkMarkdown(content, (node as Element).getAttribute("href"), url),
  });
  turndown.addRule("image", {
    filter: "img",
    replacement: (_content, node) => imageMarkdown(node as Element, url),
  });
  return turndown;
}

function linkMarkdown(content: string, href: string | null, url: string | null): string {
  const address = href === null ? null : resolveLink(href, url);
  const text = content.trim();
  if (address === null || text === "" || text.includes("\n")) {
    return content;
  }
  return content.replace(text, () => `[${text}](${escapeAddress(address)})`);
}

function imageMarkdown(image: Element, url: string | null): string {
  const source = image.getAttribute("src");
  const address = source === null ? null : resolveLink(source, url);
  const alt = (image.getAttribute("alt") ?? "").replace(/\s+/gu, " ").replace(/[[\]]/gu, "");
  return address === null ? "" : `![${alt}](${escapeAddress(address)})`;
}

function escapeAddress(address: string): string {
  return address.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll(" ", "%20");
}
