const STYLE_CONTENT = /(<style\b[^>]*>)[\s\S]*?(?=<\/style\b)/gi;

/** Empties every style element. */
export function emptyStyles(html: string): string {
  return html.replaceAll(STYLE_CONTENT, "$1");
}

export function pruneHtml(html: string): string {
  return emptyStyles(html);
}
