import { z } from "zod";
import { readSources, type SourceProblem } from "../../queue/sources/read-sources.ts";
import type { SourceDefinition } from "../../queue/sources/source-schema.ts";
import { writeSources } from "../../queue/sources/write-sources.ts";
import type { App } from "../app.ts";
import { withSource } from "../operations/with-source.ts";
import type { ServerParts } from "../server-parts.ts";
import { addAction, addPage, sendPage } from "./add-page.ts";
import { readRequest } from "./read-request.ts";
import { definePage, NEW_SOURCE } from "./define-page.ts";

/** A file of a thousand sources is a tenth of this. */
const MOST_FORM_BYTES = 1024 * 1024;
/** What was sent cannot be saved as it is; the page says why (RFC 9110 §15.5.21). */
const UNPROCESSABLE = 422;

const nameSchema = z.string().max(256);
const querySchema = z.object({ source: nameSchema.optional() });
const removalSchema = z.object({ source: nameSchema, sure: z.literal("yes") });
const formSchema = z.object({ definition: z.string(), source: nameSchema.optional() });

const wholeFile = (message: string): readonly SourceProblem[] => [{ line: 1, column: 1, path: "", message }];

/** What is wrong with a text, or the sources that it defines. */
function readForm(text: string): {
  readonly problems: readonly SourceProblem[];
  readonly sources: readonly SourceDefinition[];
} {
  const read = readSources(text);
  if (!read.ok) return { problems: read.problems, sources: [] };
  if (read.sources.length === 0) return { problems: wholeFile("no source is in it"), sources: [] };
  return { problems: [], sources: read.sources };
}

/** `/define`: the form that makes sources and, with `?source=NAME`, changes or removes one. */
export function addDefinePages(app: App, { schedules }: ServerParts): void {
  addPage(app, "/define", ({ query }) =>
    withSource(async () => {
      const { source } = readRequest(querySchema, query);
      if (source === undefined) return definePage({ text: NEW_SOURCE, name: null, problems: [] });
      const { definition, name } = await schedules.get(source);
      return definePage({ text: writeSources([definition]), name, problems: [] });
    }),
  );
  app.post("/define", { schema: { hide: true }, bodyLimit: MOST_FORM_BYTES }, async (request, reply) => {
    const { definition, source: name = null } = readRequest(formSchema, request.body);
    // Forms send each line's end as CR LF (HTML Living Standard §4.10.22.7).
    const text = definition.replaceAll("\r\n", "\n");
    const { problems, sources } = readForm(text);
    if (problems.length > 0) {
      void reply.code(UNPROCESSABLE);
      return sendPage(reply, definePage({ text, name, problems }));
    }
    await schedules.apply(sources);
    const [only, ...others] = sources;
    const next =
      only !== undefined && others.length === 0 ? `/sources/${encodeURIComponent(only.name)}` : "/";
    return reply.redirect(next, 303);
  });
  addAction(app, "/define/remove", ({ body }) =>
    withSource(async () => {
      const { source } = readRequest(removalSchema, body);
      await schedules.remove(source);
      return "/";
    }),
  );
}
