import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { messageOf } from "../../errors.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import { PAGE_TYPES, type ArticleRecord, type StoredArticle } from "../../types.ts";

/** A source as an assistant is told of it. */
export interface McpSource {
  readonly name: string;
  readonly seeds: readonly string[];
  readonly schedule: string | null;
  readonly state: string;
  readonly nextRun: string | null;
  readonly lastRun: string | null;
}

export interface McpParts {
  readonly version: string;
  readonly store: ArticleStore;
  readonly fetchArticle: (url: string, signal: AbortSignal) => Promise<ArticleRecord>;
  readonly listSources: () => Promise<readonly McpSource[]>;
}

/** Articles that a search names at most. */
const MOST_FOUND = 50;

function asText(text: string): CallToolResult {
  return { content: [{ type: "text", text }] };
}

/** Failures are told to the assistant, which may try another way; they do not end the session. */
async function answer(work: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await work();
  } catch (error) {
    return { ...asText(messageOf(error)), isError: true };
  }
}

/** The facts and the text, as Markdown with a head of names and values. */
function articleText(article: ArticleRecord): string {
  const facts = [
    ["url", article.url],
    ["author", article.author.map(({ name }) => name).join(", ")],
    ["published", article.datePublished],
    ["publisher", article.publisher?.name],
    ["language", article.inLanguage],
    ["page type", article.extraction.pageType],
  ].flatMap(([name, value]) =>
    value === null || value === undefined || value === "" ? [] : [`${name}: ${value}`],
  );
  return `# ${article.headline ?? article.url ?? "Untitled"}\n\n${facts.join("\n")}\n\n${article.markdown}`;
}

function teaserLine({ id, headline, url, datePublished, description, articleBody }: StoredArticle): string {
  const teaser = (description ?? articleBody).slice(0, 200).replaceAll(/\s+/gu, " ");
  return `- ${headline ?? url} (id ${id}, ${datePublished ?? "no date"})\n  ${url}\n  ${teaser}`;
}

function addReading(server: McpServer, { store, fetchArticle }: McpParts): void {
  server.registerTool(
    "fetch_article",
    {
      title: "Fetch an article",
      description:
        "Fetches a web page and answers its clean article: the text its author wrote, without menus, promos and comments.",
      inputSchema: { url: z.string().max(2048).describe("Absolute http or https URL of the page") },
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    ({ url }, { signal }) => answer(async () => asText(articleText(await fetchArticle(url, signal)))),
  );
  server.registerTool(
    "get_article",
    {
      title: "Read a stored article",
      description: "Answers an article of the store by its id.",
      inputSchema: { id: z.string().max(512).describe("The id that search_articles names") },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ id }) =>
      answer(async () => {
        const article = await store.get(id);
        if (article === null)
          throw new Error(`There is no article "${id}". search_articles names those that are there.`);
        return asText(articleText(article));
      }),
  );
}

function addFinding(server: McpServer, { store, listSources }: McpParts): void {
  server.registerTool(
    "search_articles",
    {
      title: "Search the stored articles",
      description: "Finds stored articles by their words, the latest stored first.",
      inputSchema: {
        query: z.string().max(1024).describe('Words that must all occur, "phrases", -exclusions'),
        limit: z.int().min(1).max(MOST_FOUND).default(10),
        source: z.string().max(256).optional().describe("Only articles of this source"),
        host: z.string().max(256).optional().describe("Only articles of this host"),
        language: z.string().max(64).optional().describe("Only articles in this language (BCP 47)"),
        pageType: z.enum(PAGE_TYPES).optional(),
        publishedFrom: z.string().max(64).optional().describe("ISO 8601"),
        publishedTo: z.string().max(64).optional().describe("ISO 8601"),
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ query, limit, ...filter }) =>
      answer(async () => {
        const { articles, next } = await store.search({ query, after: null, limit, filter });
        if (articles.length === 0) return asText("No stored article matches.");
        const more = next === null ? "" : "\n\nThere are more; ask for a higher limit or narrow the search.";
        return asText(`${articles.map(teaserLine).join("\n")}${more}`);
      }),
  );
  server.registerTool(
    "list_sources",
    {
      title: "List the sources",
      description: "Names the sources that are crawled on a schedule, with their state and next run.",
      inputSchema: {},
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    () => answer(async () => asText(JSON.stringify(await listSources(), null, 2))),
  );
}

/** Galley for assistants (Model Context Protocol, https://modelcontextprotocol.io): four tools that read. */
export function createMcpServer(parts: McpParts): McpServer {
  const server = new McpServer({ name: "galley", version: parts.version });
  addReading(server, parts);
  addFinding(server, parts);
  return server;
}
