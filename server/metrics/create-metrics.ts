import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { ErrorCode } from "../../errors.ts";
import type { PutOutcome } from "../../storage/article-store.ts";

/** Hosts counted by name; a crawl of the whole web would fill the memory of whoever reads the metrics. */
const MOST_HOSTS = 500;
const OTHER_HOSTS = "other";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What this process has done, as Prometheus reads it (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export interface Metrics {
  readonly registry: Registry;
  fetched(fetch: {
    readonly url: string;
    readonly outcome: "ok" | "unchanged" | ErrorCode | "error";
    readonly ms: number;
  }): void;
  extracted(extraction: { readonly outcome: "ok" | ErrorCode | "error"; readonly ms: number }): void;
  /** @param lagMs From the page's fetch to its article's commit. */
  stored(put: { readonly outcome: PutOutcome["outcome"]; readonly lagMs: number | null }): void;
}

/** Hosts by name up to a number, the others together. */
function hostLabels(): (url: string) => string {
  const known = new Set<string>();
  return (url) => {
    const host = URL.canParse(url) ? new URL(url).host : OTHER_HOSTS;
    if (known.has(host)) return host;
    if (known.size >= MOST_HOSTS) return OTHER_HOSTS;
    known.add(host);
    return host;
  };
}

/** Counters of a process, each in a registry of its own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const hostOf = hostLabels();
  const fetches = new Counter({
    name: "galley_fetches_total",
    help: "Pages fetched, by host and outcome",
    labelNames: ["host", "outcome"],
    registers,
  });
  const fetchSeconds = new Histogram({
    name: "galley_fetch_seconds",
    help: "Time from a page's turn to its last byte, robots.txt and redirects included",
    buckets: SECONDS,
    registers,
  });
  const extractSeconds = new Histogram({
    name: "galley_extract_seconds",
    help: "Time to extract a page, the wait for a thread included, by outcome",
    labelNames: ["outcome"],
    buckets: SECONDS,
    registers,
  });
  const puts = new Counter({
    name: "galley_articles_put_total",
    help: "Articles handed to the store, by outcome",
    labelNames: ["outcome"],
    registers,
  });
  const storeLag = new Histogram({
    name: "galley_store_lag_seconds",
    help: "Time from a page's fetch to its article's commit",
    buckets: [...SECONDS, 300, 1800],
    registers,
  });
  return {
    registry,
    fetched({ url, outcome, ms }) {
      fetches.inc({ host: hostOf(url), outcome });
      fetchSeconds.observe(ms / 1000);
    },
    extracted: ({ outcome, ms }) => extractSeconds.observe({ outcome }, ms / 1000),
    stored({ outcome, lagMs }) {
      puts.inc({ outcome });
      if (lagMs !== null) storeLag.observe(lagMs / 1000);
    },
  };
}

/** A gauge that is asked for when the metrics are read. What fails is left out, and the others are told. */
export function addGauge(
  { registry }: Metrics,
  {
    name,
    help,
    labelNames,
  }: { readonly name: string; readonly help: string; readonly labelNames: readonly string[] },
  read: () => Promise<
    readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]
  >,
): void {
  registry.registerMetric(
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [],
      async collect() {
        this.reset();
        const values = await read().catch(() => []);
        for (const { labels, value } of values) this.set({ ...labels }, value);
      },
    }),
  );
}
