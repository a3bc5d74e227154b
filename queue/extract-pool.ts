import { availableParallelism } from "node:os";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import { messageOf, PermanentError } from "../errors.ts";
import type { Extraction } from "../types.ts";
import type { ExtractTask, ThreadOutcome, ThreadTask } from "./extract-task.ts";

/**
 * Hundreds of times what an ordinary page takes, since a busy machine must not cut off a good page; still short
 * enough that a page that never ends costs little.
 */
const TIME_LIMIT_MS = 30_000;
/** JavaScript heap of one thread: a page of 10 MB of HTML stays under it. */
const MEMORY_LIMIT_MB = 768;
/** Deeply nested pages recurse; Node's default of 4 MB is too little for some real ones. */
const STACK_MB = 16;

export interface ExtractPoolOptions {
  readonly threads?: number;
  /** Most time for one page, from the moment its thread begins. */
  readonly timeLimitMs?: number;
  /** Most JavaScript heap for one thread. */
  readonly memoryLimitMb?: number;
  /** The module that the threads run; extract-task by default. */
  readonly taskUrl?: URL;
}

export interface ExtractPool {
  readonly threads: number;
  /**
   * Extracts one page in a thread of its own. Pages beyond the number of threads wait their turn.
   * @throws PermanentError extraction-limit when the page took too long or too much memory, extraction-failed when the
   *   extractor failed on it. Other pages are not affected.
   */
  extract(task: ExtractTask, signal?: AbortSignal): Promise<Extraction>;
  close(): Promise<void>;
}

/** The task module beside this one: `.ts` when run from source, `.js` when built. */
function defaultTaskUrl(): URL {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`./extract-task.${extension}`, import.meta.url);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** A thread that is stopped takes its page with it; the pool puts a new thread in its place. */
export function createExtractPool(options: ExtractPoolOptions = {}): ExtractPool {
  const threads = options.threads ?? availableParallelism();
  const timeLimitMs = options.timeLimitMs ?? TIME_LIMIT_MS;
  const memoryLimitMb = options.memoryLimitMb ?? MEMORY_LIMIT_MB;
  // `minThreads: 0`: a thread starts when there is work for it, and none is loaded for a crawl that finds nothing.
  const pool = new Piscina<ThreadTask, ThreadOutcome>({
    filename: (options.taskUrl ?? defaultTaskUrl()).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb, stackSizeMb: STACK_MB },
  });

  async function run(task: ExtractTask, signal: AbortSignal | undefined): Promise<ThreadOutcome> {
    const limit = new AbortController();
    const { port1, port2 } = new MessageChannel();
    let timer: NodeJS.Timeout | undefined;
    port1.once("message", () => {
      timer = setTimeout(() => limit.abort(), timeLimitMs);
    });
    try {
      const stop = signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]);
      return await pool.run({ ...task, started: port2 }, { signal: stop, transferList: [port2] });
    } catch (cause) {
      signal?.throwIfAborted();
      const named = { cause, ...(task.url === null ? {} : { url: task.url }) };
      if (limit.signal.aborted) {
        throw new PermanentError(
          "extraction-limit",
          `Extraction took more than ${timeLimitMs} ms and was stopped.`,
          named,
        );
      }
      if (isOutOfMemory(cause)) {
        throw new PermanentError(
          "extraction-limit",
          `Extraction took more than ${memoryLimitMb} MB and was stopped.`,
          named,
        );
      }
      throw new PermanentError(
        "extraction-failed",
        `The extraction thread failed: ${messageOf(cause)}`,
        named,
      );
    } finally {
      clearTimeout(timer);
      port1.close();
    }
  }

  return {
    threads,
    async extract(task, signal) {
      const outcome = await run(task, signal);
      if (outcome.ok) return outcome.extraction;
      const named = task.url === null ? {} : { url: task.url };
      throw new PermanentError(
        "extraction-failed",
        `The extractor failed on this page: ${outcome.message}`,
        named,
      );
    },
    close: () => pool.destroy(),
  };
}
