import type { ArticleImage, BlockType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import { foldSpace, isTextless } from "../blocks.ts";
import { addressOfImage } from "../address-of-image.ts";
import { fileKey, MOST_IMAGES, splitCredit } from "../metadata/choose-images.ts";
import { absolute } from "../metadata/same-address.ts";
import type { Page } from "../page.ts";
import { linkDensity } from "../prose.ts";
import type { Selection } from "../selection.ts";

/** A text that is mostly link leads to another article, and its picture with it. */
const MOSTLY_LINK = 0.5;

/** Nodes looked at on either side of a caption for its picture. */
const REACH = 80;

/** Elements whose pictures are not the article's. */
const APART = "nav, aside, footer, form";

/** Gives images what was said under them: captions and credits that passes took out of the article, each to the picture that it stands beside. */
export function fileCaptions(
  images: readonly ArticleImage[],
  page: Page,
  selection: Selection,
): readonly ArticleImage[] {
  const base = page.url === null ? null : page.document.baseURI;
  const filed = new Map(images.map((image) => [fileKey(image.url), image]));
  for (const block of captionsOf(page, selection)) {
    const image = pictureBeside(block, page, selection);
    const address = image === null ? null : addressOfImage(image);
    const url = address === null ? null : absolute(address, base);
    if (url !== null) {
      const key = fileKey(url.href);
      const known = filed.get(key) ?? { url: url.href, caption: null, creditText: null };
      if (filed.has(key) || filed.size < MOST_IMAGES) {
        filed.set(key, withText(known, block.text, typeOf(block, selection)));
      }
    }
  }
  return [...filed.values()];
}

function typeOf(block: Block, selection: Selection): BlockType | null {
  return selection.reasonOf(block)?.type ?? null;
}

function isCaption(block: Block, selection: Selection): boolean {
  const type = typeOf(block, selection);
  return type === "caption" || type === "photo-credit";
}

/** Captions and credits between the headline and the end of the text. */
function captionsOf(page: Page, selection: Selection): readonly Block[] {
  const kept = selection.kept();
  const last = kept.at(-1)?.index ?? -1;
  const first = Math.min(page.headline?.index ?? Number.POSITIVE_INFINITY, kept[0]?.index ?? last);
  return page.blocks
    .slice(Math.max(0, first), last + 2)
    .filter(
      (block) =>
        !block.hidden &&
        isCaption(block, selection) &&
        linkDensity(block) < MOSTLY_LINK &&
        block.element.closest(APART) === null,
    );
}

function withText(image: ArticleImage, text: string, type: BlockType | null): ArticleImage {
  const rest = withoutKnown(text, image);
  const said = type === "photo-credit" ? { caption: null, credit: rest || null } : splitCredit(rest);
  return {
    url: image.url,
    caption: joined(image.caption, said.caption),
    creditText: joined(image.creditText, said.credit),
  };
}

/** What a text says beyond the caption and the credit that are known already. */
function withoutKnown(text: string, { caption, creditText }: ArticleImage): string {
  const known = [caption, creditText].filter((one) => one !== null && text.includes(one) && one !== text);
  return known
    .reduce<string>((rest, one) => rest.replace(one ?? "", " "), text)
    .replace(/^[\s\p{P}|]+$/u, "")
    .trim();
}

/** A caption may be several blocks; one that the figure's own metadata gave is the same text. */
function joined(known: string | null, said: string | null): string | null {
  if (known === null || said === null) {
    return known ?? said;
  }
  return foldSpace(known).includes(foldSpace(said)) ? known : `${known} ${said}`;
}

/** The picture of the figure that a caption stands in, or the nearest with nothing but captions between: before it first, then after. */
function pictureBeside(block: Block, page: Page, selection: Selection): Element | null {
  const own = block.element.closest("figure")?.getElementsByTagName("img")[0];
  if (own !== undefined) {
    return own;
  }
  const first = block.textNodes[0];
  const last = block.textNodes.at(-1);
  const foreign = foreignTexts(block, page, selection);
  return first === undefined || last === undefined
    ? null
    : (nearest(first, before, foreign) ?? nearest(last, after, foreign));
}

/** Text around a caption that belongs to something else. */
function foreignTexts(block: Block, page: Page, selection: Selection): ReadonlySet<Node> {
  const around = page.blocks.slice(Math.max(0, block.index - REACH), block.index + REACH);
  return new Set(
    around.filter((other) => !isCaption(other, selection)).flatMap(({ textNodes }) => textNodes),
  );
}

function nearest(from: Node, step: (node: Node) => Node | null, foreign: ReadonlySet<Node>): Element | null {
  let node = step(from);
  for (let steps = 0; node !== null && steps < REACH && !foreign.has(node); steps += 1) {
    if (node.nodeName.toLowerCase() === "img") {
      return node as Element;
    }
    node = step(node);
  }
  return null;
}

/** The node before this one in document order, parents left out. */
function before(node: Node): Node | null {
  let at: Node | null = node;
  while (at !== null && at.previousSibling === null) {
    at = at.parentNode;
  }
  let found = at?.previousSibling ?? null;
  while (found !== null && found.lastChild !== null && !isClosed(found)) {
    found = found.lastChild;
  }
  return found;
}

/** The node after this one in document order. */
function after(node: Node): Node | null {
  if (node.firstChild !== null && !isClosed(node)) {
    return node.firstChild;
  }
  let at: Node | null = node;
  while (at !== null && at.nextSibling === null) {
    at = at.parentNode;
  }
  return at?.nextSibling ?? null;
}

function isClosed(node: Node): boolean {
  return node.nodeType === node.ELEMENT_NODE && isTextless(node as Element);
}
