import type { FastifyRequest } from "fastify";
import type { OpenSpan, Tracing } from "../../queue/tracing.ts";
import type { App } from "../app.ts";

/** Asked every few seconds by machines, and nobody follows them. */
const UNTOLD = /^\/(?:healthz|readyz|metrics|assets\/.*)$/u;

/** From this status on the fault is ours (https://opentelemetry.io/docs/specs/semconv/http/http-spans/). */
const FAILED_STATUS = 500;

/** Makes each request a span, of the caller's trace where its `traceparent` names one. To be added before the routes. */
export function traceRequests(app: App, tracing: Tracing): void {
  if (tracing.telemetry === null) return;
  const spans = new WeakMap<FastifyRequest, OpenSpan>();
  const end = (request: FastifyRequest, status: number | null): void => {
    const span = spans.get(request);
    spans.delete(request);
    if (status !== null) span?.note({ "http.response.status_code": status });
    if (status === null || status < FAILED_STATUS) span?.end();
    else span?.end(new Error(`answered with status ${status}`));
  };
  app.addHook("onRequest", async (request) => {
    const { method, routeOptions, headers } = request;
    const route = routeOptions.url;
    if (route === undefined || UNTOLD.test(route)) return;
    const facts = { "http.request.method": method, "http.route": route, "galley.request.id": request.id };
    const parent = typeof headers["traceparent"] === "string" ? headers["traceparent"] : null;
    spans.set(request, tracing.begin(`${method} ${route}`, { kind: "server", parent, facts }));
  });
  // Reading the body leaves the hooks' own context: the handler is where the work begins.
  app.addHook("onRoute", (options) => {
    const { handler } = options;
    options.handler = function traced(request, reply) {
      const work = (): unknown => handler.call(this, request, reply);
      return spans.get(request)?.run(work) ?? work();
    };
  });
  app.addHook("onResponse", async (request, reply) => end(request, reply.statusCode));
  app.addHook("onRequestAbort", async (request) => end(request, null));
}
