import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { AccountEntry } from "../../extractor/explain/account.ts";
import type { StoredArticle } from "../../types.ts";
import { answerProblems, type ProblemForm } from "../answer-problems.ts";
import type { App } from "../app.ts";
import { articlesQuerySchema, readArticles } from "../operations/read-articles.ts";
import { RequestError } from "../problem.ts";
import type { ServerParts } from "../server-parts.ts";
import { addPage } from "./add-page.ts";
import { addDefinePages } from "./add-define-pages.ts";
import { addFailurePages } from "./add-failure-pages.ts";
import { addQueuePage } from "./add-queue-page.ts";
import { addSourcePages } from "./add-source-pages.ts";
import { articlePage } from "./article-page.ts";
import { articlesPage, type ArticlesQuery } from "./articles-page.ts";
import { docsPage } from "./docs-page.ts";
import { html } from "./html.ts";
import { readRequest } from "./read-request.ts";
import { layout } from "./layout.ts";
import { LIVE_SCRIPT } from "./live-script.ts";
import { STYLE } from "./style.ts";

const ARTICLES_A_PAGE = 25;
const ASSET_SECONDS = 300;

const NO_QUERY: ArticlesQuery = {
  q: "",
  source: "",
  host: "",
  language: "",
  pageType: "",
  publishedFrom: "",
  publishedTo: "",
  after: "",
};

const querySchema = z.record(
  z.string(),
  z
    .string()
    .max(1024)
    .or(z.array(z.string()).transform((all) => all[0] ?? "")),
);

/** All of the page's text from its raw page; null where that is gone, or too much. */
async function accountOf(
  parts: ServerParts,
  article: StoredArticle,
  signal: AbortSignal,
): Promise<readonly AccountEntry[] | null> {
  const key = article.fetch?.pageKey ?? null;
  try {
    const raw = key === null ? null : await parts.archive.get(key);
    if (raw === null) return null;
    const source = { body: raw.body, charset: raw.meta.charset };
    const account = await parts.pool.account({ source, url: raw.meta.finalUrl, options: {} }, signal);
    return account.entries;
  } catch (error) {
    signal.throwIfAborted();
    parts.log.warn({ err: error, id: article.id }, "the raw page cannot be shown");
    return null;
  }
}

function addAsset(app: App, path: string, type: string, content: string): void {
  app.get(path, { schema: { hide: true }, logLevel: "warn" }, async (_request, reply) => {
    void reply.type(type).header("cache-control", `max-age=${ASSET_SECONDS}`).serializer(String);
    return content;
  });
}

function addArticles(app: App, parts: ServerParts): void {
  addPage(app, "/articles", async ({ query: given }) => {
    const parsed = querySchema.safeParse(given);
    const query: ArticlesQuery = { ...NO_QUERY, ...(parsed.success ? parsed.data : {}) };
    const set = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
    const question = articlesQuerySchema.safeParse(set);
    const total = await parts.store.count();
    const nothing = { articles: [], next: null };
    if (!question.success) {
      const [issue] = question.error.issues;
      const fault = `${issue?.path.join(".") ?? "The query"}: ${issue?.message ?? "it cannot be read"}`;
      return articlesPage({ query, page: nothing, total, fault });
    }
    try {
      const after = query.after === "" ? null : query.after;
      const page = await readArticles(parts, question.data, { after, limit: ARTICLES_A_PAGE });
      return articlesPage({ query, page, total, fault: null });
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      return articlesPage({ query, page: nothing, total, fault: error.message });
    }
  });
  addPage(app, "/articles/:id", async ({ params }, signal) => {
    const { id } = readRequest(z.object({ id: z.string() }), params);
    const article = await parts.store.get(id);
    if (article === null) throw new RequestError("not-found", `There is no article ${JSON.stringify(id)}.`);
    const [revisions, account] = await Promise.all([
      parts.store.revisions(id),
      accountOf(parts, article, signal),
    ]);
    return articlePage({ article, revisions, account });
  });
}

/** A problem as a page, for those who came by a link. */
const asPage: ProblemForm = ({ title, detail }) => ({
  type: "text/html; charset=utf-8",
  body: layout({
    title,
    section: null,
    main: html`<h1>${title}</h1>
      <p>${detail}</p>`,
  }),
});

/** The pages for people: rendered here, without a build, usable without their script. */
export async function addPages(root: App, parts: ServerParts): Promise<void> {
  await root.register(async (plain) => {
    const app: App = plain.withTypeProvider<ZodTypeProvider>();
    answerProblems(app, asPage);
    addAllPages(app, parts);
  });
}

function addAllPages(app: App, parts: ServerParts): void {
  addAsset(app, "/assets/style.css", "text/css; charset=utf-8", STYLE);
  addAsset(app, "/assets/live.js", "text/javascript; charset=utf-8", LIVE_SCRIPT);
  addSourcePages(app, parts);
  addDefinePages(app, parts);
  addArticles(app, parts);
  addFailurePages(app, parts);
  addQueuePage(app, parts);
  addPage(app, "/docs", async () => docsPage(app.swagger()));
}
