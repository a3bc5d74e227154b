import { z } from "zod";
import type { StoredArticle } from "../../types.ts";
import type { App } from "../app.ts";
import { articlesQueryShape, readArticles } from "../operations/read-articles.ts";
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

const listQuerySchema = z.strictObject({
  ...articlesQueryShape,
  after: z.string().max(256).optional().describe("The `next` of the page before"),
  limit: z.coerce.number().int().min(1).max(MOST_ARTICLES).default(20),
});

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
        summary: "The stored articles, or with `q` those that match, the latest stored first",
        tags: ["articles"],
        querystring: listQuerySchema,
        response: answers(pageSchema),
      },
    },
    ({ query: { after = null, limit, ...question } }) => readArticles(parts, question, { after, limit }),
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
