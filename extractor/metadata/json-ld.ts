import { type MainNode, mainNode } from "./choose-json-ld-node.ts";
import { plainText } from "./fold-text.ts";
import {
  type Graph,
  graphOf,
  isObject,
  type JsonObject,
  listOf,
  resolve,
  textOf,
  typesOf,
} from "./json-ld-graph.ts";
import type { RawImage, RawPerson, Source, SourceClaims, Step } from "./source-claims.ts";

const PAGE = /(?:WebPage|AboutPage|ItemPage|MedicalWebPage|QAPage|FAQPage|ProfilePage|CollectionPage)$/;
/** Types that say less than any other that stands beside them. */
const GENERAL = /^(?:Thing|CreativeWork|Article|WebPage|WebPageElement)$/;

function peopleOf(value: unknown, graph: Graph): RawPerson[] {
  const people: RawPerson[] = [];
  for (const entry of listOf(value)) {
    const person = resolve(entry, graph);
    if (typeof person === "string") people.push({ name: plainText(person), url: null });
    if (!isObject(person)) continue;
    const whole = [person["givenName"], person["familyName"]]
      .filter((part) => typeof part === "string")
      .join(" ");
    const names = listOf(person["name"]).flatMap((name) => textOf(name) ?? []);
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

function keywordsOf(value: unknown): string[] {
  return listOf(value).flatMap((entry) => {
    const text = textOf(entry);
    if (text === undefined) return [];
    const isList = !Array.isArray(value) || value.length === 1 || (text.match(/,/g) ?? []).length > 1;
    return isList ? text.split(/\s*[,;]\s*/) : [text];
  });
}

function freeOf(value: unknown): boolean | undefined {
  const text = String(value ?? "")
    .toLowerCase()
    .replace(/^.*[/#]/, "");
  return text === "true" ? true : text === "false" ? false : undefined;
}

/** Whether the work, or failing that a part of it, may be read without paying. */
function isFree(node: JsonObject, graph: Graph): boolean | undefined {
  const whole = freeOf(node["isAccessibleForFree"]);
  if (whole !== undefined) return whole;
  const parts = listOf(node["hasPart"]).map((part) => resolve(part, graph));
  return parts.some((part) => isObject(part) && freeOf(part["isAccessibleForFree"]) === false)
    ? false
    : undefined;
}

/** The steps of the first path that leads to the page, from the front page on. */
function trailOf(graph: Graph): Step[] {
  const list = graph.nodes.find((node) => typesOf(node).includes("BreadcrumbList"));
  const steps = listOf(list?.["itemListElement"])
    .map((entry) => resolve(entry, graph))
    .filter(isObject);
  return steps
    .toSorted((a, b) => Number(a["position"] ?? 0) - Number(b["position"] ?? 0))
    .flatMap((step) => {
      const item = resolve(step["item"], graph);
      const name = textOf(step["name"]) ?? (isObject(item) ? textOf(item["name"]) : undefined);
      const url = isObject(item) ? (item["@id"] ?? item["url"]) : item;
      return name === undefined ? [] : [{ name, url: typeof url === "string" ? url : null }];
    });
}

const typeOf = (node: JsonObject): string | undefined =>
  typesOf(node).find((type) => !GENERAL.test(type)) ?? typesOf(node)[0];

/** Who wrote a node, and when. */
function originOf(node: JsonObject, about: JsonObject, graph: Graph): SourceClaims {
  const published =
    node["datePublished"] ?? node["dateCreated"] ?? node["uploadDate"] ?? about["datePublished"];
  const authors = [node["author"], node["creator"], about["author"]]
    .map((value) => peopleOf(value, graph))
    .find((people) => people.length > 0);
  return {
    headline: textOf(node["headline"]) ?? textOf(node["name"]),
    authors: authors ?? [],
    published: textOf(published),
    modified: textOf(node["dateModified"] ?? about["dateModified"]),
  };
}

function claimsOf(main: MainNode | undefined, pageNode: JsonObject | undefined, graph: Graph): SourceClaims {
  const node = main?.node ?? {};
  const about = pageNode ?? {};
  const site = graph.nodes.find((entry) => typesOf(entry).includes("WebSite"));
  const publisher = resolve(listOf(node["publisher"] ?? about["publisher"])[0], graph);
  return {
    ...originOf(main?.isPage === false ? {} : node, about, graph),
    type: typeOf(node) ?? typeOf(about),
    alternativeHeadline: textOf(node["alternativeHeadline"]) ?? textOf(node["alternateName"]),
    description: textOf(node["description"]) ?? textOf(about["description"]),
    section: textOf(node["articleSection"]),
    trail: trailOf(graph),
    publisher: textOf(publisher) ?? textOf(site?.["name"]),
    dateline: textOf(node["dateline"]),
    keywords: keywordsOf(node["keywords"]),
    language: textOf(node["inLanguage"] ?? about["inLanguage"]),
    canonical: typeof node["url"] === "string" ? node["url"] : undefined,
    images: imagesOf(node["image"] ?? about["primaryImageOfPage"], graph),
    free: isFree(node, graph) ?? isFree(about, graph),
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
