import { UsageError } from "../errors.ts";
import { readVersion } from "../library/read-version.ts";
import { NO_TRACING, type Tracing } from "../queue/tracing.ts";
import { SAMPLERS } from "../server/tracing/sampler-names.ts";
import type { Config } from "./config.ts";

function refuse(variable: string, given: string, wanted: string): never {
  throw new UsageError("usage", `The environment variable ${variable} is "${given}": it must be ${wanted}.`);
}

function requireUrl(variable: string, given: string | null): void {
  const isUrl = given === null || (URL.canParse(given) && /^https?:$/u.test(new URL(given).protocol));
  if (!isUrl) refuse(variable, given, "an http or https URL, such as http://collector:4318 (OTLP over HTTP)");
}

function isAsked(config: Config): boolean {
  if (config.otelDisabled?.toLowerCase() === "true" || config.tracesExporter === "none") return false;
  return config.otlpEndpoint !== null || config.otlpTracesEndpoint !== null;
}

/**
 * Traces for the commands that work through the queue, where the environment asks for them. The caller closes it.
 * @throws UsageError for variables that cannot be
 */
export async function openTracing(
  config: Config,
): Promise<{ readonly tracing: Tracing; close(): Promise<void> }> {
  if (!isAsked(config)) return { tracing: NO_TRACING, close: async () => {} };
  requireUrl("OTEL_EXPORTER_OTLP_ENDPOINT", config.otlpEndpoint);
  requireUrl("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", config.otlpTracesEndpoint);
  const given = config.tracesSampler ?? "parentbased_always_on";
  const sampler = SAMPLERS.find((name) => name === given);
  if (sampler === undefined) return refuse("OTEL_TRACES_SAMPLER", given, `one of ${SAMPLERS.join(", ")}`);
  const ratio = Number(config.tracesSamplerArg ?? 1);
  if (sampler.endsWith("traceidratio") && !(ratio >= 0 && ratio <= 1))
    return refuse("OTEL_TRACES_SAMPLER_ARG", config.tracesSamplerArg ?? "", "a number from 0 to 1");
  const { startTracing } = await import("../server/tracing/start-tracing.ts");
  return startTracing({
    version: readVersion(),
    sampler,
    ratio,
    onTrouble: (message) => void process.stderr.write(`galley: ${message}\n`),
  });
}
