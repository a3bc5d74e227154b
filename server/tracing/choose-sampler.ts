import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type Sampler,
} from "@opentelemetry/sdk-trace";
import type { SamplerName } from "./sampler-names.ts";

/**
 * Which traces are kept, as OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG say
 * (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).
 * @param ratio 0 to 1, for the samplers that take one
 */
export function chooseSampler(name: SamplerName, ratio: number): Sampler {
  const plain = name.replace(/^parentbased_/u, "");
  const root =
    plain === "traceidratio"
      ? new TraceIdRatioBasedSampler(ratio)
      : plain === "always_off"
        ? new AlwaysOffSampler()
        : new AlwaysOnSampler();
  return plain === name ? root : new ParentBasedSampler({ root });
}
