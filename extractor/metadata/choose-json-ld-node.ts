import { foldWords } from "./fold-text.ts";
import type { PageIndex } from "./index-page.ts";
import { type Graph, isObject, type JsonObject, listOf, textOf, typesOf } from "./json-ld-graph.ts";
import { sameAddress } from "./same-address.ts";

const ARTICLE =
  /(?:Article|Posting|Report|Review|Recipe|HowTo|ScholarlyWork|CreativeWork|Thesis|Newsletter)$/;
const OTHER_WORK =
  /^(?:VideoObject|AudioObject|PodcastEpisode|Event|Product|DiscussionForumPosting|Question|Book|Movie|Course|Dataset)$/;

const headlineOf = (node: JsonObject): string => foldWords(textOf(node["headline"] ?? node["name"]) ?? "");

function addressesOf(node: JsonObject): string[] {
  const page = node["mainEntityOfPage"];
  const entries = [node["url"], node["@id"], page, isObject(page) ? (page["@id"] ?? page["url"]) : undefined];
  return entries.flatMap(listOf).filter((link) => typeof link === "string");
}

/** Worth of an article's type, of a proof that it is this page's, and of being about something that pages show besides. */
const AS_ARTICLE = 4;
const BY_PROOF = 4;
const AS_OTHER = 1;

/** How well a node fits the page that it stands on; below zero it is about something else. */
function fit(node: JsonObject, page: PageIndex): number {
  const types = typesOf(node);
  const isArticle = types.some((type) => ARTICLE.test(type) && !/^(?:UserReview|Review)$/.test(type));
  if (!isArticle && !types.some((type) => OTHER_WORK.test(type) || type === "Review")) return -1;
  let score = isArticle ? AS_ARTICLE : AS_OTHER;
  const own = [page.url, page.links.get("canonical"), page.metas.get("og:url")?.[0]].filter(
    (link) => typeof link === "string",
  );
  const addresses = addressesOf(node);
  if (addresses.some((address) => own.some((url) => sameAddress(address, url, page.url)))) score += BY_PROOF;
  const headline = headlineOf(node);
  const title = foldWords(page.title ?? page.metas.get("og:title")?.[0] ?? "");
  if (headline.length > 5 && (title.includes(headline) || (title.length > 20 && headline.includes(title))))
    score += BY_PROOF;
  if (typeof node["articleBody"] === "string") score += 1;
  if (node["author"] !== undefined) score += 1;
  if (node["datePublished"] !== undefined) score += 1;
  return score;
}

/** An article in a list of several must prove that it is this page's: by address or headline. */
const PROVEN = AS_ARTICLE + BY_PROOF;

/** Shorter words are in every headline. */
const SHORTEST_WORD = 4;
const wordsOf = (text: string): readonly string[] =>
  text.split(" ").filter((word) => word.length >= SHORTEST_WORD || /[^\0-\u007f]/.test(word));

/** Whether a node names another address than the page's, and its headline has no word of the page's own. */
function isOfAnotherPage(node: JsonObject, page: PageIndex): boolean {
  const headline = wordsOf(headlineOf(node));
  if (headline.length === 0 || page.url === null || !addressesOf(node).some((link) => /^https?:/.test(link)))
    return false;
  const shown = [page.title, page.headline?.text, ...(page.metas.get("og:title") ?? [])];
  const words = new Set(shown.flatMap((text) => wordsOf(foldWords(text ?? ""))));
  return words.size > 0 && !headline.some((word) => words.has(word));
}

/** The node that a page's facts are read from. */
export interface MainNode {
  readonly node: JsonObject;
  /** Whether it is about the page as a whole; a video or a product that nothing ties to the page may be one of the things on it. */
  readonly isPage: boolean;
}

/** The node that is about this page; undefined where none is, or where which one it is cannot be told. */
export function mainNode(graph: Graph, page: PageIndex): MainNode | undefined {
  const scored = graph.nodes
    .map((node) => ({ node, score: fit(node, page) }))
    .filter(({ score }) => score >= 0);
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a && a.score >= b.score ? a : b),
    undefined,
  );
  if (!best) return undefined;
  const { node, score } = best;
  const isPage = score >= AS_OTHER + BY_PROOF || typesOf(node).some((type) => ARTICLE.test(type));
  if (score >= PROVEN) return { node, isPage };
  const rivals = scored.filter((one) => one.score >= AS_ARTICLE && headlineOf(one.node) !== "");
  return rivals.length <= 1 && !isOfAnotherPage(node, page) ? { node, isPage } : undefined;
}
