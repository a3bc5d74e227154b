import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { answerProblems } from "../answer-problems.ts";
import type { App } from "../app.ts";
import { joinSignals } from "../../join-signals.ts";
import type { ServerParts } from "../server-parts.ts";
import { createDocumentCache } from "./document-cache.ts";
import { addJobRoutes } from "./job-routes.ts";
import { addPageRoutes } from "./page-routes.ts";
import { refuse } from "./refuse-unknown.ts";
import { tellHooks } from "./tell-hooks.ts";
import { VERSIONS } from "./version.ts";

/** What Firecrawl's service does beyond pages, by the paths it has for it. */
const REFUSED_PATHS: Readonly<Record<string, string>> = {
  search: "it searches no web; GET /api/v1/articles?q= searches what is stored",
  extract: "it needs a language model",
  agent: "it needs a language model",
  "deep-research": "it needs a language model",
  llmstxt: "it needs a language model",
  "crawl/params-preview": "it needs a language model",
  parse: "files other than HTML are not read; POST /api/v1/extract takes HTML and text",
  browser: "pages are read, not operated",
  monitor: "galley schedule watches sources",
  "team/credit-usage": "there are no credits",
  "team/token-usage": "there are no credits",
  "team/queue-status": "GET /metrics tells the state of the queues",
};

/** A thin translation of Firecrawl's API, so that its clients work unchanged (the official SDK is the test). */
export async function addFirecrawl(root: App, parts: ServerParts): Promise<void> {
  const context = { parts, cache: createDocumentCache() };
  // The server may close although nobody asked the process to stop: its port is taken, for one.
  const closing = new AbortController();
  const joined = joinSignals(parts.signal, closing.signal);
  const telling = tellHooks({ ...context, parts: { ...parts, signal: joined.signal } });
  root.addHook("onClose", async () => {
    closing.abort(new Error("The server is closing."));
    await telling;
    joined[Symbol.dispose]();
  });
  for (const version of VERSIONS) {
    const base = `/${version.name}`;
    await root.register(
      async (plain) => {
        const app: App = plain.withTypeProvider<ZodTypeProvider>();
        answerProblems(app, ({ detail, code, issues }) => ({
          type: "application/json",
          body: { success: false, error: detail, code, ...(issues === undefined ? {} : { details: issues }) },
        }));
        addPageRoutes(app, context, version);
        addJobRoutes(app, context, version);
        for (const [path, why] of Object.entries(REFUSED_PATHS)) {
          for (const url of [`/${path}`, `/${path}/*`])
            app.all(url, { schema: { hide: true } }, () => refuse(`"${path}"`, why));
        }
      },
      { prefix: base },
    );
  }
}
