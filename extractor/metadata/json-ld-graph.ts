import { plainText } from "./fold-text.ts";
import { parseLooseJson } from "./repair-json.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Everything that a page says in JSON-LD. */
export interface Graph {
  readonly nodes: readonly JsonObject[];
  readonly byId: ReadonlyMap<string, JsonObject>;
}

/** Nested deeper than this, an object is a product's parts, not the page. */
const DEEPEST = 12;
/** A front page lists hundreds of articles; past this many objects the rest is not about this page. */
const MOST_OBJECTS = 3000;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value) && Array.isArray(value["@list"])) return value["@list"];
  return value === undefined || value === null ? [] : [value];
}

/** The schema.org names of a node's types, without what stands before them. */
export function typesOf(node: JsonObject): readonly string[] {
  return listOf(node["@type"])
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^.*[/#:]/, "").trim());
}

function collect(value: unknown, depth: number, nodes: JsonObject[]): void {
  if (depth > DEEPEST || nodes.length >= MOST_OBJECTS) return;
  if (Array.isArray(value)) for (const item of value) collect(item, depth + 1, nodes);
  else if (isObject(value)) {
    nodes.push(value);
    for (const child of Object.values(value)) if (typeof child === "object") collect(child, depth + 1, nodes);
  }
}

/** `"schema:headline":` and `"https://schema.org/headline":` (JSON-LD 1.1 §3.2) are the plain `"headline":`. */
const PREFIXED_KEY = /"(?:schema:|https?:\/\/schema\.org\/)(?=\w+"\s*:)/g;

const withPlainKeys = (script: string): string =>
  script.includes('"schema:') || script.includes("schema.org/") ? script.replace(PREFIXED_KEY, '"') : script;

/** Reads scripts into one graph; those that cannot be mended are left out. */
export function graphOf(scripts: readonly string[]): Graph {
  const nodes: JsonObject[] = [];
  for (const script of scripts) collect(parseLooseJson(withPlainKeys(script)), 0, nodes);
  const byId = new Map<string, JsonObject>();
  for (const node of nodes) {
    const id = node["@id"];
    if (typeof id !== "string" || Object.keys(node).length < 2) continue;
    if (Object.keys(node).length > Object.keys(byId.get(id) ?? {}).length) byId.set(id, node);
  }
  return { nodes, byId };
}

/** The node that a reference by `@id` stands for; any other value as it is. */
export function resolve(value: unknown, graph: Graph): unknown {
  if (!isObject(value)) return value;
  const id = value["@id"];
  if (typeof id === "string" && value["name"] === undefined && value["url"] === undefined)
    return graph.byId.get(id) ?? value;
  return value;
}

/** A value as text: a string, a number, a language-tagged value, or the first of a list. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return plainText(value) || undefined;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (isObject(value)) return textOf(value["@value"] ?? value["name"] ?? value["@id"]);
  return undefined;
}
