import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { ArticleEvent } from "../../storage/article-store.ts";
import { hangUpSignal, type App } from "../app.ts";
import { RequestError } from "../problem.ts";
import type { ServerParts } from "../server-parts.ts";
import { joinSignals } from "../../join-signals.ts";

/** How often the store is asked for news: a read by cursor that finds nothing costs microseconds. */
const LOOK_MS = 500;
const EVENTS_A_READ = 200;
/** A comment line that often keeps proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 15_000;

function writeEvent(response: ServerResponse, event: ArticleEvent): boolean {
  return response.write(`id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

async function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  if (!response.writableNeedDrain) return;
  await once(response, "drain", { signal });
}

/** Writes events from the cursor on until the signal aborts. */
async function follow(
  parts: ServerParts,
  response: ServerResponse,
  { after, signal }: { readonly after: number; readonly signal: AbortSignal },
): Promise<void> {
  let cursor = after;
  let quietMs = 0;
  while (!signal.aborted) {
    const events = await parts.store.events({ after: cursor, limit: EVENTS_A_READ });
    for (const event of events) {
      if (!writeEvent(response, event)) await drained(response, signal);
      cursor = event.seq;
    }
    if (events.length === EVENTS_A_READ) continue;
    quietMs = events.length === 0 ? quietMs + LOOK_MS : 0;
    if (quietMs >= KEEP_ALIVE_MS) {
      response.write(": still here\n\n");
      quietMs = 0;
    }
    await sleep(LOOK_MS, undefined, { signal });
  }
}

/**
 * `GET /api/v1/events`: new, changed and removed articles as server-sent events (HTML Living Standard §9.2). The event's
 * id is its place in the outbox: a reader that comes back with `Last-Event-ID` misses nothing and sees nothing twice.
 */
export function addEventRoutes(app: App, parts: ServerParts): void {
  app.get(
    "/api/v1/events",
    {
      schema: {
        operationId: "followEvents",
        summary: "New, changed and removed articles as server-sent events",
        tags: ["articles"],
        produces: ["text/event-stream"],
        querystring: z.strictObject({
          after: z.coerce
            .number()
            .int()
            .min(0)
            .optional()
            .describe("Start after this event; 0 is the very first"),
        }),
        headers: z.looseObject({ "last-event-id": z.string().optional() }),
      },
    },
    async (request, reply) => {
      const last = request.headers["last-event-id"];
      if (last !== undefined && !/^\d{1,15}$/u.test(last))
        throw new RequestError("invalid-request", "Last-Event-ID is no event's id of this stream.");
      const after = last === undefined ? (request.query.after ?? 0) : Number(last);
      using joined = joinSignals(hangUpSignal(reply), parts.signal);
      const { signal } = joined;
      reply.hijack();
      const response = reply.raw;
      response.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      response.write("retry: 1000\n\n");
      try {
        await follow(parts, response, { after, signal });
      } catch (error) {
        if (!signal.aborted) request.log.error({ err: error }, "the event stream broke off");
      } finally {
        response.end();
      }
    },
  );
}
