import { z } from "zod";
import { UsageError } from "../../errors.ts";
import type { ArticlePage } from "../../storage/article-store.ts";
import { PAGE_TYPES } from "../../types.ts";
import { RequestError } from "../problem.ts";
import type { ServerParts } from "../server-parts.ts";

const fact = z.string().min(1).max(256).optional();

/** Which articles are asked for, as a query of the API, the pages and the feeds says it. */
export const articlesQueryShape = {
  q: z.string().max(1024).optional().describe('Words that must all occur, "phrases", -exclusions'),
  source: fact.describe("Name of the source"),
  host: fact,
  language: fact.describe("BCP 47; `en` matches `en-GB` too"),
  pageType: z.enum(PAGE_TYPES).optional(),
  publishedFrom: fact.describe("ISO 8601"),
  publishedTo: fact.describe("ISO 8601; a day, month or year includes all of it"),
} as const;

export const articlesQuerySchema = z.object(articlesQueryShape);
export type ArticlesQuestion = z.output<typeof articlesQuerySchema>;

export interface ReadRange {
  readonly after: string | null;
  readonly limit: number;
}

/**
 * A part of the stored articles, or of those that match `q`, the latest stored first.
 * @throws RequestError invalid-request for a cursor or a filter that cannot be
 */
export async function readArticles(
  { store }: Pick<ServerParts, "store">,
  { q, ...filter }: ArticlesQuestion,
  { after, limit }: ReadRange,
): Promise<ArticlePage> {
  try {
    return q === undefined
      ? await store.list({ after, limit, filter, order: "latest" })
      : await store.search({ query: q, after, limit, filter });
  } catch (error) {
    if (error instanceof UsageError) throw new RequestError("invalid-request", error.message);
    throw error;
  }
}
