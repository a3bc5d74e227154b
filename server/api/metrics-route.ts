import type { App } from "../app.ts";
import { addGauge } from "../metrics/create-metrics.ts";
import type { ServerParts } from "../server-parts.ts";
import { textAnswers } from "./answers.ts";

/** `GET /metrics`: what this process has done, and how the queues and the store stand, for Prometheus. */
export function addMetricsRoute(app: App, parts: ServerParts): void {
  const { metrics, queues, frontier, store } = parts;
  addGauge(
    metrics,
    { name: "galley_queue_jobs", help: "Jobs in the queues, by state", labelNames: ["queue", "state"] },
    async () => {
      const counts = await Promise.all(
        [queues.crawl, queues.extract].map(
          async (queue) => [queue.name, await queue.getJobCounts()] as const,
        ),
      );
      return counts.flatMap(([queue, states]) =>
        Object.entries(states).map(([state, value]) => ({ labels: { queue, state }, value })),
      );
    },
  );
  addGauge(
    metrics,
    {
      name: "galley_run_pages",
      help: "Pages of the crawls that are running, by state",
      labelNames: ["state"],
    },
    async () => {
      const runs = await Promise.all((await frontier.runs()).map((id) => frontier.status(id)));
      const sum = (of: "pending" | "inFlight"): number =>
        runs.reduce((total, run) => total + (run?.counts[of] ?? 0), 0);
      return [
        { labels: { state: "pending" }, value: sum("pending") },
        { labels: { state: "in-flight" }, value: sum("inFlight") },
      ];
    },
  );
  addGauge(metrics, { name: "galley_articles", help: "Articles in the store", labelNames: [] }, async () => [
    { labels: {}, value: await store.count() },
  ]);
  app.get(
    "/metrics",
    {
      schema: {
        operationId: "metrics",
        summary: "Metrics for Prometheus",
        tags: ["health"],
        response: textAnswers("text/plain", "The metrics, in Prometheus' text format"),
      },
      logLevel: "warn",
    },
    async (_request, reply) => {
      void reply.type(metrics.registry.contentType).serializer(String);
      return metrics.registry.metrics();
    },
  );
}
