import { z } from "zod";
import type { App } from "../app.ts";
import { RequestError } from "../problem.ts";
import type { ServerParts } from "../server-parts.ts";
import { answers } from "./answers.ts";

const okSchema = z.object({ status: z.literal("ok"), version: z.string() });

/** `/healthz`: the process answers. `/readyz`: Redis and the store answer too, so that work may be sent here. */
export function addHealthRoutes(app: App, parts: ServerParts): void {
  const ok = { status: "ok" as const, version: parts.version };
  const schema = (operationId: string, summary: string) => ({
    operationId,
    summary,
    tags: ["health"],
    security: [],
    response: answers(okSchema),
  });
  app.get(
    "/healthz",
    { schema: schema("healthz", "Whether the process answers"), logLevel: "warn" },
    async () => ok,
  );
  app.get(
    "/readyz",
    { schema: schema("readyz", "Whether Redis and the store answer"), logLevel: "warn" },
    async () => {
      if (parts.signal.aborted) throw new RequestError("unavailable", "The server is stopping.");
      try {
        await Promise.all([parts.redis.ping(), parts.store.count()]);
      } catch (cause) {
        parts.log.warn({ err: cause }, "not ready");
        throw new RequestError("unavailable", "Redis or the store does not answer; the log says which.");
      }
      return ok;
    },
  );
}
