import { foldWords, plainText } from "./fold-text.ts";
import type { PageIndex } from "./index-page.ts";
import { parseLooseJson } from "./repair-json.ts";
import { sameAddress } from "./same-address.ts";
import type { RawImage, RawPerson, Source, SourceClaims } from "./source-claims.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** Nested deeper than this, an object is a product's parts, not the page. */
const DEEPEST = 12;
/** A front page lists hundreds of articles; past this many objects the rest is not about this page. */
const MOST_OBJECTS = 3000;

const ARTICLE =
  /(?:Article|Posting|Report|Review|Recipe|HowTo|ScholarlyWork|CreativeWork|Thesis|Newsletter)$/;
const PAGE = /(?:WebPage|AboutPage|ItemPage|MedicalWebPage|QAPage|FAQPage|ProfilePage|CollectionPage)$/;
const OTHER_WORK =
  /^(?:VideoObject|AudioObject|PodcastEpisode|Event|Product|DiscussionForumPosting|Question|Book|Movie|Course|Dataset)$/;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

function typesOf(node: JsonObject): readonly string[] {
  return listOf(node["@type"])
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^.*[/#:]/, "").trim());
}

interface Graph {
  readonly nodes: readonly JsonObject[];
  readonly byId: ReadonlyMap<string, JsonObject>;
}

function collect(value: unknown, depth: number, nodes: JsonObject[]): void {
  if (depth > DEEPEST || nodes.length >= MOST_OBJECTS) return;
  if (Array.isArray(value)) for (const item of value) collect(item, depth + 1, nodes);
  else if (isObject(value)) {
    nodes.push(value);
    for (const child of Object.values(value)) if (typeof child === "object") collect(child, depth + 1, nodes);
  }
}

function graphOf(scripts: readonly string[]): Graph {
  const nodes: JsonObject[] = [];
  for (const script of scripts) collect(parseLooseJson(script), 0, nodes);
  const byId = new Map<string, JsonObject>();
  for (const node of nodes) {
    const id = node["@id"];
    if (typeof id !== "string" || Object.keys(node).length < 2) continue;
    if (Object.keys(node).length > Object.keys(byId.get(id) ?? {}).length) byId.set(id, node);
  }
  return { nodes, byId };
}

function resolve(value: unknown, graph: Graph): unknown {
  if (!isObject(value)) return value;
  const id = value["@id"];
  if (typeof id === "string" && value["name"] === undefined && value["url"] === undefined)
    return graph.byId.get(id) ?? value;
  return value;
}

/** A value as text: a string, a number, a language-tagged value, or the first of a list. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return plainText(value) || undefined;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (isObject(value)) return textOf(value["@value"] ?? value["name"] ?? value["@id"]);
  return undefined;
}

function peopleOf(value: unknown, graph: Graph): RawPerson[] {
  const people: RawPerson[] = [];
  for (const entry of listOf(value)) {
    const person = resolve(entry, graph);
    if (typeof person === "string") people.push({ name: plainText(person), url: null });
    if (!isObject(person)) continue;
    const whole = [person["givenName"], person["familyName"]]
      .filter((part) => typeof part === "string")
      .join(" ");
    const names = listOf(person["name"]).filter((name) => typeof name === "string");
    const url = [person["url"], person["sameAs"]].find((link) => typeof link === "string");
    for (const name of names.length > 0 ? names : [whole]) {
      if (name !== "")
        people.push({ name: plainText(name), url: typeof url === "string" && names.length < 2 ? url : null });
    }
  }
  return people.filter((person) => person.name !== "");
}

function imagesOf(value: unknown, graph: Graph): RawImage[] {
  const images: RawImage[] = [];
  for (const entry of listOf(value)) {
    const image = resolve(entry, graph);
    if (typeof image === "string") images.push({ url: image });
    if (!isObject(image)) continue;
    const url = [image["url"], image["contentUrl"], image["@id"]]
      .flatMap(listOf)
      .find((link) => typeof link === "string");
    if (typeof url !== "string") continue;
    const credit =
      textOf(image["creditText"]) ?? peopleOf(image["creator"] ?? image["author"], graph)[0]?.name ?? null;
    images.push({ url, caption: textOf(image["caption"]) ?? null, credit });
  }
  return images;
}

function addressesOf(node: JsonObject): string[] {
  const page = node["mainEntityOfPage"];
  const entries = [node["url"], node["@id"], page, isObject(page) ? (page["@id"] ?? page["url"]) : undefined];
  return entries.flatMap(listOf).filter((link) => typeof link === "string");
}

/** How well a node fits the page that it stands on; below zero it is about something else. */
function fit(node: JsonObject, page: PageIndex): number {
  const types = typesOf(node);
  const isArticle = types.some((type) => ARTICLE.test(type) && !/^(?:UserReview|Review)$/.test(type));
  if (!isArticle && !types.some((type) => OTHER_WORK.test(type) || type === "Review")) return -1;
  let score = isArticle ? 4 : 1;
  const own = [page.url, page.links.get("canonical"), page.metas.get("og:url")?.[0]].filter(
    (link) => typeof link === "string",
  );
  const addresses = addressesOf(node);
  if (addresses.some((address) => own.some((url) => sameAddress(address, url, page.url)))) score += 4;
  const headline = foldWords(textOf(node["headline"] ?? node["name"]) ?? "");
  const title = foldWords(page.title ?? page.metas.get("og:title")?.[0] ?? "");
  if (headline.length > 5 && (title.includes(headline) || (title.length > 20 && headline.includes(title))))
    score += 4;
  if (typeof node["articleBody"] === "string") score += 1;
  if (node["author"] !== undefined) score += 1;
  if (node["datePublished"] !== undefined) score += 1;
  return score;
}

/** An article in a list of several must prove that it is this page's: by address or headline. */
const PROVEN = 8;

function mainNode(graph: Graph, page: PageIndex): JsonObject | undefined {
  const scored = graph.nodes
    .map((node) => ({ node, score: fit(node, page) }))
    .filter(({ score }) => score >= 0);
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a && a.score >= b.score ? a : b),
    undefined,
  );
  if (!best) return undefined;
  const rivals = scored.filter(
    ({ node, score }) => score >= 4 && foldWords(textOf(node["headline"] ?? node["name"]) ?? "") !== "",
  );
  return best.score >= PROVEN || rivals.length <= 1 ? best.node : undefined;
}

function keywordsOf(value: unknown): string[] {
  return listOf(value).flatMap((entry) => {
    const text = textOf(entry);
    return text === undefined ? [] : Array.isArray(value) ? [text] : text.split(/\s*[,;]\s*/);
  });
}

function freeOf(value: unknown): boolean | undefined {
  const text = String(value ?? "")
    .toLowerCase()
    .replace(/^.*[/#]/, "");
  return text === "true" ? true : text === "false" ? false : undefined;
}

function claimsOf(
  main: JsonObject | undefined,
  pageNode: JsonObject | undefined,
  graph: Graph,
): SourceClaims {
  const node = main ?? {};
  const about = pageNode ?? {};
  const site = graph.nodes.find((entry) => typesOf(entry).includes("WebSite"));
  const publisher = resolve(listOf(node["publisher"] ?? about["publisher"])[0], graph);
  const published =
    node["datePublished"] ?? node["dateCreated"] ?? node["uploadDate"] ?? about["datePublished"];
  const authors = [...peopleOf(node["author"], graph)];
  if (authors.length === 0) authors.push(...peopleOf(node["creator"], graph));
  if (authors.length === 0) authors.push(...peopleOf(about["author"], graph));
  return {
    type: typesOf(node)[0] ?? typesOf(about)[0],
    headline: textOf(node["headline"]) ?? textOf(node["name"]),
    alternativeHeadline: textOf(node["alternativeHeadline"]) ?? textOf(node["alternateName"]),
    description: textOf(node["description"]) ?? textOf(about["description"]),
    section: textOf(node["articleSection"]),
    publisher: textOf(publisher) ?? textOf(site?.["name"]),
    authors,
    published: textOf(published),
    modified: textOf(node["dateModified"] ?? about["dateModified"]),
    dateline: textOf(node["dateline"]),
    keywords: keywordsOf(node["keywords"]),
    language: textOf(node["inLanguage"] ?? about["inLanguage"]),
    canonical: typeof node["url"] === "string" ? node["url"] : undefined,
    images: imagesOf(node["image"] ?? about["primaryImageOfPage"], graph),
    free: freeOf(node["isAccessibleForFree"] ?? about["isAccessibleForFree"]),
    body: typeof node["articleBody"] === "string" ? node["articleBody"] : undefined,
  };
}

/** schema.org in `<script type="application/ld+json">`: graphs, arrays, references; the node about this page is read. */
export const jsonLd: Source = {
  name: "json-ld",
  read(page) {
    if (page.jsonLd.length === 0) return {};
    const graph = graphOf(page.jsonLd);
    const main = mainNode(graph, page);
    const pageNode = graph.nodes.find((node) => typesOf(node).some((type) => PAGE.test(type)));
    return { ...claimsOf(main, pageNode, graph), types: [...new Set(graph.nodes.flatMap(typesOf))] };
  },
};
