import { BullMQOtel } from "bullmq-otel";
import type { Tracing } from "../../queue/tracing.ts";

type Telemetry = NonNullable<Tracing["telemetry"]>;
type Span = ReturnType<Telemetry["tracer"]["startSpan"]>;

/**
 * BullMQ opens a span for each of its steps; looks for work, kept locks and bookkeeping are thousands an hour that say
 * nothing. These say where a job came from and what became of it.
 */
const TOLD = /^(?:add|addBulk|process|retry|delay|moveToFailed) /u;

const QUIET: Span = {
  setSpanOnContext: (context) => context as never,
  setAttribute: () => {},
  setAttributes: () => {},
  addEvent: () => {},
  recordException: () => {},
  end: () => {},
};

/** BullMQ's telemetry over OpenTelemetry, without what is said all the time. */
export function queueTelemetry(version: string): Telemetry {
  const whole = new BullMQOtel({ tracerName: "galley", version });
  return {
    tracer: {
      startSpan: (name, options, context) =>
        TOLD.test(name) ? whole.tracer.startSpan(name, options, context as never) : QUIET,
    },
    contextManager: whole.contextManager,
  };
}
