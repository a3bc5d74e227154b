import swagger from "@fastify/swagger";
import fastify, { type FastifyBaseLogger } from "fastify";
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { randomUUID } from "node:crypto";
import { addQueueBoard } from "./add-queue-board.ts";
import { answerProblems, asProblemDetails } from "./answer-problems.ts";
import { addApi } from "./api/add-api.ts";
import { addFirecrawl } from "./firecrawl/add-firecrawl.ts";
import type { App } from "./app.ts";
import { requireToken } from "./authorize.ts";
import { refuseForeignSites } from "./foreign-sites.ts";
import { addPages } from "./pages/add-pages.ts";
import { RequestError } from "./problem.ts";
import type { ServerParts } from "./server-parts.ts";
import { addFeeds } from "./syndication/add-feeds.ts";
import { traceRequests } from "./tracing/trace-requests.ts";
import type { TokenBook } from "./token-book.ts";

/** Pages of 16 MiB may be sent for extraction, JSON's escapes included. */
const MOST_BODY_BYTES = 32 * 1024 * 1024;

const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
} as const;

export interface ServerOptions {
  readonly parts: ServerParts;
  readonly tokens: TokenBook;
}

/** The server, not yet listening. */
export async function createServer({ parts, tokens }: ServerOptions): Promise<App> {
  const app: App = fastify({
    loggerInstance: parts.log as FastifyBaseLogger,
    bodyLimit: MOST_BODY_BYTES,
    genReqId: () => randomUUID(),
    requestIdHeader: "x-request-id",
    routerOptions: { maxParamLength: 2048 },
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook("onSend", async (request, reply) => {
    void reply.headers(SECURITY_HEADERS).header("x-request-id", request.id);
  });
  // The forms of our own pages: buttons without fields.
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, text, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(text))));
    },
  );
  answerProblems(app, asProblemDetails);
  app.setNotFoundHandler((request) => {
    throw new RequestError(
      "not-found",
      `There is nothing at ${request.method} ${request.url}. GET /openapi.json lists what there is.`,
    );
  });
  traceRequests(app, parts.tracing);
  refuseForeignSites(app, tokens);
  requireToken(app, tokens);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Galley",
        description:
          "Pages in, clean articles out: scrape, crawl, read what was stored, follow what changes.",
        version: parts.version,
        license: { name: "MIT" },
      },
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await addApi(app, parts);
  await addFirecrawl(app, parts);
  addFeeds(app, parts);
  await addPages(app, parts);
  await addQueueBoard(app, parts);
  return app;
}
