import { pino, type Logger } from "pino";
import type { JobReport } from "../queue/tell-jobs.ts";
import type { Tracing } from "../queue/tracing.ts";
import { ignoreLostReader } from "./lost-reader.ts";
import type { Config } from "./config.ts";

/** The log of a process that runs for months: JSON lines on stderr, with the trace that a line belongs to. */
export function openLog(config: Config, tracing: Tracing): Logger {
  const level = config.logLevel ?? "info";
  const mixin = (): object => {
    const [, traceId] = tracing.current()?.split("-") ?? [];
    return traceId === undefined ? {} : { traceId };
  };
  const destination = pino.destination({ fd: 2, sync: false });
  destination.on("error", ignoreLostReader);
  return pino({ level, mixin }, destination);
}

/** One line a job: where it failed or comes again a warning, like the line a server writes for a request otherwise. */
export function logJob(log: Logger, report: JobReport): void {
  const { outcome, reason, ...facts } = report;
  const line = { ...facts, outcome, ...(reason === null ? {} : { reason }) };
  if (outcome === "failed" || outcome === "retried") log.warn(line, `job ${outcome}`);
  else log.info(line, "job done");
}
