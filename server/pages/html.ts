/** Markup that is ready to be sent; everything else that is put into {@link html} is text. */
export interface Html {
  readonly markup: string;
}

export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand between tags and in quoted attributes. Characters that HTML cannot hold become U+FFFD. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, "\u{FFFD}")
    .replaceAll(/[&<>"']/gu, (character) => ESCAPED[character] ?? character);
}

function isList(part: HtmlPart): part is readonly HtmlPart[] {
  return Array.isArray(part);
}

function markupOf(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  return isList(part) ? part.map(markupOf).join("") : part.markup;
}

/** A template whose values are escaped, unless they are markup themselves. Attributes are to be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return { markup: strings.reduce((all, text, i) => all + markupOf(parts[i - 1]) + text) };
}

/** Markup from a source that is known to be safe: our own style sheet, the extractor's sanitised HTML. */
export function trusted(markup: string): Html {
  return { markup };
}

/** An http(s) address as a link; anything else as plain text, so that no other scheme can be clicked. */
export function webLink(url: string | null, text?: string): Html {
  if (url === null) return html``;
  const isWeb = URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
  const shown = text ?? readable(url);
  return isWeb ? html`<a href="${url}" rel="noreferrer noopener">${shown}</a>` : html`${shown}`;
}

/** A URL with its letters in place of their percent codes, as browsers show it. */
function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
