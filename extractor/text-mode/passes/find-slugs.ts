import type { Dump, Line } from "../dump.ts";
import type { TextFinding, TextPass } from "../text-pass.ts";

/** Names of files and identifiers have one hyphen or two; the slug of a headline has more. */
const FEWEST_PARTS = 4;
/** A slug stands above the article, or at its end; within these many lines of either. */
const DEEPEST = 8;

const SLUG = /^\/?(?:[\p{Ll}\p{Lo}\p{M}\p{N}]+[-_])+[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:\.html?|\.php|\/)?$/u;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/iu;

function partsOf(text: string): readonly string[] {
  return text.split(/[-_]/u).filter((part) => part !== "");
}

/** The last part of the page's own path that is a slug, decoded. */
export function slugOfUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) {
    return null;
  }
  const steps = new URL(url).pathname.split("/").filter((step) => step !== "");
  const slug = steps.findLast((step) => partsOf(step).length > 1) ?? null;
  if (slug === null) {
    return null;
  }
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

function isEdge(line: Line, dump: Dump): boolean {
  return line.index < DEEPEST || line.index >= dump.lines.length - DEEPEST;
}

/** The last part of the page's address, or all of it, that was taken for text. */
export const findSlugs: TextPass = {
  name: "slugs",
  description: "the address of the page where it stands as a line of text",
  find: function* find({ lines, dump, isOpen, zoneOf }): Iterable<TextFinding> {
    const own = slugOfUrl(dump.url);
    for (const line of lines) {
      const isSlug = SLUG.test(line.text) && (partsOf(line.text).length >= FEWEST_PARTS || line.text === own);
      if (isOpen(line) && isSlug && isEdge(line, dump)) {
        yield { line, type: "slug", rule: "slug-line" };
      } else if (
        isOpen(line) &&
        ADDRESS.test(line.text) &&
        (zoneOf(line) === "head" || line.text === dump.url)
      ) {
        yield { line, type: "slug", rule: "address-line" };
      }
    }
  },
};
