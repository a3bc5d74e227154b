import type { Metadata } from "./extract-metadata.ts";

/** Types of Open Graph for one piece of writing (https://ogp.me/#type_article), and those of old sites. */
const OPEN_GRAPH = /^(?:article|blog|post|news)/u;

/** Types of schema.org for one piece of writing; a posting in a forum heads a thread. */
const SCHEMA = /(?:Article|BlogPosting)$/u;

/** Whether the page says in Open Graph or JSON-LD that it is one article. Plugins say so of a blog's other pages too. */
export function claimsArticle({ facts, kind }: Metadata): boolean {
  return OPEN_GRAPH.test(kind.openGraphType ?? "") || SCHEMA.test(facts["@type"] ?? "");
}
