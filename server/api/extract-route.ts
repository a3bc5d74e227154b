import { z } from "zod";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { toArticleRecord } from "../../extractor/article-record.ts";
import { hangUpSignal, type App } from "../app.ts";
import { RequestError } from "../problem.ts";
import { articleRecordSchema } from "../schemas/article-schema.ts";
import { extractOptionsShape, urlSchema } from "../schemas/extract-options-schema.ts";
import type { ServerParts } from "../server-parts.ts";
import { answers } from "./answers.ts";
import { joinSignals } from "../../join-signals.ts";

/** As many characters as the largest page that is fetched has bytes. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

const bodySchema = z.strictObject({
  html: z.string().max(MOST_CHARACTERS).optional().describe("A page's HTML"),
  text: z
    .string()
    .max(MOST_CHARACTERS)
    .optional()
    .describe("A plain-text dump of a page, in place of `html`"),
  url: urlSchema.optional().describe("The page's URL, for links and metadata"),
  ...extractOptionsShape,
});

/** `POST /api/v1/extract`: a page that the caller has already. */
export function addExtractRoute(app: App, parts: ServerParts): void {
  app.post(
    "/api/v1/extract",
    {
      schema: {
        operationId: "extract",
        summary: "Extract the article of a page that is sent along; no network",
        tags: ["pages"],
        body: bodySchema,
        response: answers(articleRecordSchema),
      },
    },
    async (request, reply) => {
      const { html, text, url: given, ...options } = request.body;
      const source = html === undefined ? (text === undefined ? null : { text }) : { html };
      if (source === null || (html !== undefined && text !== undefined))
        throw new RequestError("invalid-request", "Send either html or text.");
      const url = given === undefined ? null : parsePageUrl(given).href;
      using joined = joinSignals(hangUpSignal(reply), parts.signal);
      const { signal } = joined;
      const extraction = await parts.gate.run(
        () => parts.pool.extract({ source, url, options }, signal),
        signal,
      );
      return toArticleRecord(extraction, { url, fetch: null });
    },
  );
}
