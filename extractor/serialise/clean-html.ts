import { parseHtml } from "../dom/parse-html.ts";
import { serialiseHtml } from "./serialise-html.ts";

export interface CleanHtmlOptions {
  /** Whether pictures stay. */
  readonly images: boolean;
}

/**
 * HTML from wherever it comes, with nothing in it but what {@link serialiseHtml} lets through: for those who show what a
 * store holds and cannot know who wrote it.
 */
export function cleanHtml(html: string, { images }: CleanHtmlOptions): string {
  const { body } = parseHtml(html, { url: null, engine: "slim" });
  if (body === null) return "";
  if (!images) for (const image of body.querySelectorAll("img")) image.remove();
  return serialiseHtml(body, null);
}
