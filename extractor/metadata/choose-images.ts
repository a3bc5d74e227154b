import type { ArticleImage } from "../../types.ts";
import { addressOfImage } from "../address-of-image.ts";
import { spacedText, squash } from "./fold-text.ts";
import type { PageIndex } from "./index-page.ts";
import { asideOf } from "./is-aside.ts";
import { absolute } from "./same-address.ts";
import type { RawImage } from "./source-claims.ts";

/** More images than this are a gallery. */
export const MOST_IMAGES = 20;
const LONGEST_CAPTION = 600;
const CREDIT_MARK = /credit|copyright|photographer|source|quelle|bildnachweis|rights/i;
const CREDIT_TEXT =
  /\s*[([|–—-]?\s*((?:(?:photo|image|picture|foto|bild|grafik|quelle|source|crédit|credit|fuente|fonte|photograph)s?(?:\s*(?:credit|by|von|von:|courtesy of))?\s*[:/]|©|\(c\)|Getty Images|via Getty)\s*.*?)[)\]]?\s*$/isu;

/** "… (Photo by Ona Reyes)": a name and nothing else. */
const CREDIT_NAME =
  /(?:^|\s*[([|–—]\s*|(?<=[.!?”"])\s+)((?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|[Ff]oto|[Bb]ild|[Ii]llustration)s?\s+(?:by|courtesy of|von|de|par|door|av|af|di)\s+\p{Lu}[\p{L}.'’/ -]{2,60})[)\]]?\s*$/u;

/** One picture file has many addresses: sizes and crops come as query, suffix or a resizing proxy. */
export function fileKey(url: string): string {
  return (URL.parse(url)?.pathname ?? url)
    .replace(/-\d{2,4}x\d{2,4}(?=\.\w+$)/, "")
    .split("/")
    .slice(-1)
    .join("/");
}

/** A caption and the credit at its end, told apart. */
export function splitCredit(text: string): {
  readonly caption: string | null;
  readonly credit: string | null;
} {
  const match = CREDIT_TEXT.exec(text) ?? CREDIT_NAME.exec(text);
  if (!match) return { caption: text || null, credit: null };
  return { caption: squash(text.slice(0, match.index)) || null, credit: squash(match[1] ?? "") || null };
}

function ofFigure(figure: Element): RawImage | null {
  const image = figure.getElementsByTagName("img")[0];
  const url = image ? addressOfImage(image) : null;
  if (url === null) return null;
  const legend = figure.getElementsByTagName("figcaption")[0];
  const whole = legend ? spacedText(legend) : "";
  if (whole.length > LONGEST_CAPTION) return { url };
  const marked = legend
    ? [...legend.getElementsByTagName("*")].find((part) => CREDIT_MARK.test(part.getAttribute("class") ?? ""))
    : undefined;
  const credit = marked ? spacedText(marked) : "";
  if (credit !== "" && whole.includes(credit))
    return { url, caption: squash(whole.replace(credit, " ")) || null, credit };
  return { url, ...splitCredit(whole) };
}

export interface ImageClaim {
  readonly image: RawImage;
  readonly source: string;
}

export interface ChosenImages {
  readonly value: readonly ArticleImage[];
  /** Of the first one. */
  readonly source: string;
}

/** Claimed images first, then the figures of the article; a figure lends its caption and credit to the claim of the same file. Null where there is none. */
export function chooseImages(page: PageIndex, claimed: readonly ImageClaim[]): ChosenImages | null {
  const figures = page.figures
    .filter(({ element }) => asideOf(element, page.trunk) === "no")
    .flatMap(({ element }) => {
      const image = ofFigure(element);
      return image === null ? [] : [{ image, source: "figure" }];
    });
  const images = new Map<string, ArticleImage>();
  let first: string | null = null;
  for (const { image: raw, source } of [...claimed, ...figures]) {
    const url = absolute(raw.url, page.base);
    if (url === null) continue;
    const name = fileKey(url.href);
    const known = images.get(name);
    if (!known && images.size >= MOST_IMAGES) break;
    first ??= source;
    images.set(name, {
      url: known?.url ?? url.href,
      caption: known?.caption ?? raw.caption ?? null,
      creditText: known?.creditText ?? raw.credit ?? null,
    });
  }
  return first === null ? null : { value: [...images.values()], source: first };
}
