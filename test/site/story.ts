/** A story as its author filed it, before any template has dressed it up. */

export type StoryBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "quote"; readonly text: string; readonly attribution: string | null }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

export interface StoryImage {
  readonly caption: string;
  readonly credit: string;
}

/** Texts of blocks may hold links, written `[words](slug)` with the slug of another story of the same file. */
export interface Story {
  readonly slug: string;
  readonly section: string;
  readonly title: string;
  readonly standfirst: string | null;
  readonly authors: readonly string[];
  /** ISO 8601 with offset. */
  readonly published: string;
  readonly modified: string | null;
  readonly keywords: readonly string[];
  readonly images: readonly StoryImage[];
  readonly blocks: readonly StoryBlock[];
  /** What only some templates know: `dateline`, `wire`, `language`, `bio`, `shell`. */
  readonly extra: Readonly<Record<string, string>>;
}

const LINK = /\[([^\]]+)\]\(([^)]+)\)/g;

/** The words of a block's text without its link markup. */
export function plainText(text: string): string {
  return text.replace(LINK, "$1");
}

/** Rewrites the links of a block's text; `text` and the words between links go through `escape`. */
export function mapLinks(
  text: string,
  render: { link(words: string, slug: string): string; escape(text: string): string },
): string {
  let html = "";
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    html += render.escape(text.slice(end, match.index)) + render.link(match[1] ?? "", match[2] ?? "");
    end = match.index + match[0].length;
  }
  return html + render.escape(text.slice(end));
}

/** The lines that a block adds to the article's text, in order. */
export function blockLines(block: StoryBlock): readonly string[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return [plainText(block.text)];
    case "list":
      return block.items.map(plainText);
    case "quote":
      return block.attribution === null
        ? [plainText(block.text)]
        : [plainText(block.text), block.attribution];
    case "table":
      return block.rows.flat();
  }
}

/** Every line of the article's text: the standfirst, then the body. */
export function storyLines(story: Story): readonly string[] {
  const body = story.blocks.flatMap(blockLines);
  return story.standfirst === null ? body : [story.standfirst, ...body];
}
