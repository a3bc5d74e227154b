import type { App } from "../app.ts";
import { textAnswers } from "../api/answers.ts";
import { articlesQuerySchema, readArticles } from "../operations/read-articles.ts";
import type { ServerParts } from "../server-parts.ts";
import { jsonFeed, rssFeed, type FeedOptions } from "./build-feeds.ts";

/** As many as readers look at between two visits. */
const FEED_ARTICLES = 50;

const FORMS: readonly {
  readonly path: string;
  readonly type: string;
  readonly build: (options: FeedOptions) => string;
}[] = [
  { path: "/feeds/rss", type: "application/rss+xml; charset=utf-8", build: rssFeed },
  { path: "/feeds/json", type: "application/feed+json; charset=utf-8", build: jsonFeed },
];

function titleOf({
  q,
  source,
  host,
}: {
  q?: string | undefined;
  source?: string | undefined;
  host?: string | undefined;
}): string {
  const about = [q === undefined ? null : `“${q}”`, source, host].filter(
    (part) => part !== null && part !== undefined,
  );
  return about.length === 0 ? "Galley" : `Galley: ${about.join(", ")}`;
}

/** `/feeds/rss` and `/feeds/json`: whole articles for feed readers, by the filters and search of the article list. */
export function addFeeds(app: App, parts: ServerParts): void {
  for (const { path, type, build } of FORMS) {
    app.get(
      path,
      {
        schema: {
          operationId: `feed${path.slice("/feeds/".length)}`,
          summary: "The latest articles with their whole text, for feed readers",
          tags: ["feeds"],
          querystring: articlesQuerySchema,
          response: textAnswers(type.split(";", 1)[0] ?? type, "The feed"),
        },
      },
      async (request, reply) => {
        const { articles } = await readArticles(parts, request.query, { after: null, limit: FEED_ARTICLES });
        const self = new URL(request.url, `${request.protocol}://${request.host}`);
        const home = new URL(`/articles${self.search}`, self).href;
        void reply.type(type).serializer(String);
        return build({ title: titleOf(request.query), home, self: self.href, articles });
      },
    );
  }
}
