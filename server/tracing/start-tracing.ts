import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
} from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { ExportResultCode, W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from "@opentelemetry/sdk-trace";
import { GalleyError, messageOf } from "../../errors.ts";
import type { OpenSpan, SpanOptions, Tracing } from "../../queue/tracing.ts";
import { chooseSampler } from "./choose-sampler.ts";
import type { SamplerName } from "./sampler-names.ts";
import { queueTelemetry } from "./queue-telemetry.ts";

/** What has not gone out by then stays: the end of a command must not wait for a collector that is away. */
const LAST_EXPORT_MS = 5000;

export interface TracingOptions {
  readonly version: string;
  readonly sampler: SamplerName;
  /** Share of the traces that are kept, 0 to 1, for the samplers that take one. */
  readonly ratio: number;
  /** Told once, when spans could not be sent. */
  readonly onTrouble: (message: string) => void;
}

export interface StartedTracing {
  readonly tracing: Tracing;
  /** Sends what is left, for some seconds at most. */
  close(): Promise<void>;
}

/** An exporter that says the first time that it failed, and goes on. */
function sayFailure(exporter: SpanExporter, onTrouble: TracingOptions["onTrouble"]): SpanExporter {
  const told = { failure: false };
  return {
    export(spans, callback) {
      exporter.export(spans, (result) => {
        if (result.code === ExportResultCode.FAILED && !told.failure) {
          told.failure = true;
          const why = result.error === undefined ? "no answer" : messageOf(result.error) || result.error.name;
          onTrouble(`traces cannot be sent, and spans are lost: ${why}; see OTEL_EXPORTER_OTLP_ENDPOINT`);
        }
        callback(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush === undefined
      ? {}
      : { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }),
  };
}

const contextOf = (parent: string): Context => propagation.extract(ROOT_CONTEXT, { traceparent: parent });

function openSpan(
  name: string,
  { kind = "internal", parent = null, facts = {} }: SpanOptions,
  version: string,
): OpenSpan {
  const around = parent === null ? context.active() : contextOf(parent);
  const kinds = { internal: SpanKind.INTERNAL, server: SpanKind.SERVER };
  const span = trace
    .getTracer("galley", version)
    .startSpan(name, { kind: kinds[kind], attributes: facts }, around);
  const inside = trace.setSpan(around, span);
  return {
    run: (work) => context.with(inside, work),
    note: (more) => void span.setAttributes(more),
    end(error) {
      if (error !== undefined) {
        const code = error instanceof GalleyError ? error.code : "error";
        span.setAttributes({ "error.type": code });
        span.setStatus({ code: SpanStatusCode.ERROR, message: messageOf(error) });
      }
      span.end();
    },
  };
}

function currentTrace(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/**
 * Starts OpenTelemetry for this process: spans go in batches to OTEL_EXPORTER_OTLP_ENDPOINT by OTLP over HTTP (protobuf).
 * Its other standard variables (headers, time-outs, service name, resource attributes) are read by its own parts.
 * To be called once a process, and only where traces are asked for: nothing of it is loaded otherwise.
 */
export function startTracing(options: TracingOptions): StartedTracing {
  const { version, sampler, ratio } = options;
  const own = resourceFromAttributes({ "service.name": "galley", "service.version": version });
  const exporter = sayFailure(new OTLPTraceExporter(), options.onTrouble);
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(own)
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: chooseSampler(sampler, ratio),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  // BullMQ's part asks OpenTelemetry's own registry for these.
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  return {
    tracing: {
      telemetry: queueTelemetry(version),
      begin: (name, span = {}) => openSpan(name, span, version),
      current: currentTrace,
      within: (parent, work) => context.with(parent === null ? ROOT_CONTEXT : contextOf(parent), work),
    },
    async close() {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, LAST_EXPORT_MS);
      await Promise.race([provider.shutdown().catch(() => {}), late.promise]);
      clearTimeout(timer);
    },
  };
}
