import { hangUpSignal, type App } from "../app.ts";
import { CONTENT_SECURITY_POLICY } from "./layout.ts";

/** What a page's or an action's handler sees of its request. */
export interface PageRequestParts {
  readonly query: unknown;
  readonly params: unknown;
}

/** Serves markup, with the policy that keeps anything else from running in it. */
export function addPage(
  app: App,
  path: string,
  build: (
    request: { readonly query: unknown; readonly params: unknown },
    signal: AbortSignal,
  ) => Promise<string>,
): void {
  app.get(path, { schema: { hide: true } }, async (request, reply) => {
    const page = await build(request, hangUpSignal(reply));
    void reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", CONTENT_SECURITY_POLICY)
      .header("cache-control", "no-store")
      .serializer(String);
    return page;
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
