import type { Telemetry } from "bullmq";

/** What is said about a span; names as OpenTelemetry's semantic conventions have them, where they have one. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

export interface SpanOptions {
  /** `server` answers somebody's request; `internal` by default. */
  readonly kind?: "server" | "internal";
  /** W3C `traceparent` of the span that it belongs to; else it belongs to what is going on. */
  readonly parent?: string | null;
  readonly facts?: SpanFacts;
}

/** A span that has begun. */
export interface OpenSpan {
  /** Runs `work` as a part of it: what begins in there belongs to it. */
  run<Result>(work: () => Result): Result;
  note(facts: SpanFacts): void;
  /** @param error Why it failed, where it did. */
  end(error?: unknown): void;
}

/**
 * Spans of a distributed trace. Whoever asks for none gets {@link NO_TRACING}, which does nothing.
 * A run keeps the `traceparent` of what started it, so that its jobs, on any machine, belong to the same trace.
 */
export interface Tracing {
  /** BullMQ's part: jobs carry the trace, and their processing is a span. null for none. */
  readonly telemetry: Telemetry | null;
  begin(name: string, options?: SpanOptions): OpenSpan;
  /** W3C `traceparent` of what is going on, or null. */
  current(): string | null;
  /** Runs `work` as a part of the span that `parent` names, and of no other; of none where it is null. */
  within<Result>(parent: string | null, work: () => Result): Result;
}

const NO_SPAN: OpenSpan = { run: (work) => work(), note: () => {}, end: () => {} };

export const NO_TRACING: Tracing = {
  telemetry: null,
  begin: () => NO_SPAN,
  current: () => null,
  within: (_parent, work) => work(),
};

/** Runs `work` as a span that ends with it, failed where it throws. */
export async function inSpan<Result>(
  tracing: Tracing,
  { name, facts = {} }: { readonly name: string; readonly facts?: SpanFacts },
  work: (note: OpenSpan["note"]) => Promise<Result>,
): Promise<Result> {
  const span = tracing.begin(name, { facts });
  try {
    const result = await span.run(() => work(span.note));
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}
