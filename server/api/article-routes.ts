import { z } from "zod";
import { UsageError } from "../../errors.ts";
import type { ArticlePage } from "../../storage/article-store.ts";
import { PAGE_TYPES, type StoredArticle } from "../../types.ts";
import type { App } from "../app.ts";
import { RequestError } from "../problem.ts";
import { storedArticleSchema } from "../schemas/article-schema.ts";
import type { ServerParts } from "../server-parts.ts";
import { answers } from "./answers.ts";

const MOST_ARTICLES = 100;

const idSchema = z.object({ id: z.string().min(1).max(512) });

const pageSchema = z.object({
  articles: z.array(storedArticleSchema).readonly(),
  next: z.string().nullable().describe("The cursor of the next page; null at the end"),
});

const fact = z.string().min(1).max(256).optional();

const listQuerySchema = z.strictObject({
  q: z.string().max(1024).optional().describe('Words that must all occur, "phrases", -exclusions'),
  after: z.string().max(256).optional().describe("The `next` of the page before"),
  limit: z.coerce.number().int().min(1).max(MOST_ARTICLES).default(20),
  source: fact.describe("Name of the source"),
  host: fact,
  language: fact.describe("BCP 47; `en` matches `en-GB` too"),
  pageType: z.enum(PAGE_TYPES).optional(),
  publishedFrom: fact.describe("ISO 8601"),
  publishedTo: fact.describe("ISO 8601; a day, month or year includes all of it"),
});

/**
 * A part of the stored articles, or of those that match `q`.
 * @throws RequestError invalid-request for a cursor or a filter that cannot be
 */
async function readArticles(
  parts: ServerParts,
  query: z.output<typeof listQuerySchema>,
): Promise<ArticlePage> {
  const { q, after = null, limit, ...filter } = query;
  try {
    return q === undefined
      ? await parts.store.list({ after, limit, filter })
      : await parts.store.search({ query: q, after, limit, filter });
  } catch (error) {
    if (error instanceof UsageError) throw new RequestError("invalid-request", error.message);
    throw error;
  }
}

async function needArticle(parts: ServerParts, id: string): Promise<StoredArticle> {
  const article = await parts.store.get(id);
  if (article === null) throw new RequestError("not-found", `There is no article ${JSON.stringify(id)}.`);
  return article;
}

/** `/api/v1/articles`: what is stored, with every revision. */
export function addArticleRoutes(app: App, parts: ServerParts): void {
  app.get(
    "/api/v1/articles",
    {
      schema: {
        operationId: "listArticles",
        summary: "The stored articles, oldest first; with `q`, those that match, latest first",
        tags: ["articles"],
        querystring: listQuerySchema,
        response: answers(pageSchema),
      },
    },
    ({ query }) => readArticles(parts, query),
  );
  app.get(
    "/api/v1/articles/:id",
    {
      schema: {
        operationId: "getArticle",
        summary: "One article, its ledger included",
        tags: ["articles"],
        params: idSchema,
        response: answers(storedArticleSchema),
      },
    },
    ({ params }) => needArticle(parts, params.id),
  );
  app.get(
    "/api/v1/articles/:id/revisions",
    {
      schema: {
        operationId: "listRevisions",
        summary: "Every version of one article, oldest first",
        tags: ["articles"],
        params: idSchema,
        response: answers(z.object({ revisions: z.array(storedArticleSchema).readonly() })),
      },
    },
    async ({ params }) => {
      await needArticle(parts, params.id);
      return { revisions: await parts.store.revisions(params.id) };
    },
  );
}
