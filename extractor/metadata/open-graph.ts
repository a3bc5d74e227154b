import { plainText } from "./fold-text.ts";
import { firstMeta, type PageIndex } from "./index-page.ts";
import type { RawImage, Source } from "./source-claims.ts";

const isAddress = (text: string): boolean => /^(?:https?:)?\/\//i.test(text);

function people(page: PageIndex): { name: string; url: null }[] {
  const names = [...(page.metas.get("article:author") ?? []), ...(page.metas.get("og:article:author") ?? [])];
  return names.filter((name) => !isAddress(name)).map((name) => ({ name: plainText(name), url: null }));
}

function images(page: PageIndex): RawImage[] {
  const urls =
    page.metas.get("og:image") ??
    page.metas.get("og:image:url") ??
    page.metas.get("og:image:secure_url") ??
    [];
  const captions = page.metas.get("og:image:alt") ?? [];
  return urls.map((url, index) => ({
    url,
    caption: captions[index] === undefined ? null : plainText(captions[index]),
  }));
}

function text(page: PageIndex, keys: readonly string[]): string | undefined {
  const value = firstMeta(page, keys);
  return value === undefined ? undefined : plainText(value) || undefined;
}

/** The Open Graph protocol (ogp.me) with its `article:` vocabulary. */
export const openGraph: Source = {
  name: "open-graph",
  read: (page) => ({
    headline: text(page, ["og:title"]),
    description: text(page, ["og:description"]),
    section: text(page, ["article:section"]),
    publisher: text(page, ["og:site_name"]),
    authors: people(page),
    published: text(page, [
      "article:published_time",
      "og:article:published_time",
      "og:published_time",
      "og:pubdate",
      "article:published",
    ]),
    modified: text(page, [
      "article:modified_time",
      "og:article:modified_time",
      "og:updated_time",
      "article:modified",
    ]),
    keywords: page.metas.get("article:tag")?.map(plainText),
    language: text(page, ["og:locale"]),
    canonical: firstMeta(page, ["og:url"]),
    images: images(page),
    free: /^(?:metered|locked)$/i.test(firstMeta(page, ["article:content_tier"]) ?? "")
      ? false
      : /^free$/i.test(firstMeta(page, ["article:content_tier"]) ?? "")
        ? true
        : undefined,
  }),
};
