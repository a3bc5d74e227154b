import { readVersion } from "../library/read-version.ts";
import { NO_TRACING, type Tracing } from "../queue/tracing.ts";
import type { Config } from "./config.ts";

/** Traces for the commands that work through the queue, where the environment asks for them. The caller closes it. */
export async function openTracing(config: Config): Promise<{ tracing: Tracing; close(): Promise<void> }> {
  const isAsked = config.otlpEndpoint !== null || config.otlpTracesEndpoint !== null;
  if (!isAsked || config.otelDisabled === "true") return { tracing: NO_TRACING, close: async () => {} };
  const { startTracing } = await import("../server/tracing/start-tracing.ts");
  return startTracing({
    version: readVersion(),
    sampler: config.tracesSampler ?? "parentbased_always_on",
    ratio: config.tracesSamplerRatio ?? 1,
    onTrouble: (message) => void process.stderr.write(`galley: ${message}\n`),
  });
}
