import type { FastifyReply } from "fastify";
import { hangUpSignal, type App } from "../app.ts";
import { CONTENT_SECURITY_POLICY } from "./layout.ts";

/** What a page's or an action's handler sees of its request. */
export interface PageRequestParts {
  readonly query: unknown;
  readonly params: unknown;
  readonly body: unknown;
}

/** Answers with markup, and with the policy that keeps anything else from running in it. */
export function sendPage(reply: Pick<FastifyReply, "type">, page: string): string {
  void reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", CONTENT_SECURITY_POLICY)
    .header("cache-control", "no-store")
    .serializer(String);
  return page;
}

/** A page that is read. */
export function addPage(
  app: App,
  path: string,
  build: (
    request: { readonly query: unknown; readonly params: unknown },
    signal: AbortSignal,
  ) => Promise<string>,
): void {
  app.get(path, { schema: { hide: true } }, async (request, reply) => {
    return sendPage(reply, await build(request, hangUpSignal(reply)));
  });
}

/** A button's form: does what it says, then shows the page whose path `act` answers. */
export function addAction(app: App, path: string, act: (request: PageRequestParts) => Promise<string>): void {
  app.post(path, { schema: { hide: true } }, async (request, reply) => {
    const next = await act(request);
    // 303: the browser asks for the page anew, and loading it again repeats nothing (RFC 9110 §15.4.4).
    return reply.redirect(next, 303);
  });
}
