import { availableParallelism } from "node:os";
import { MessageChannel, type Worker } from "node:worker_threads";
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
/**
 * V8's own limit ends the whole process when a thread allocates faster than it can be stopped. So it lies this far
 * above ours, which is looked after from outside: threads allocate some hundreds of MB a second.
 */
const ROOM_TO_STOP_MB = 1536;
const LOOK_EVERY_MS = 50;
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

interface Limits {
  readonly timeLimitMs: number;
  readonly memoryLimitMb: number;
}

/** Watches one page in its thread. `exceeded` is aborted, with a sentence as its reason, when a limit is passed. */
interface Watch {
  readonly exceeded: AbortSignal;
  start(thread: Worker | undefined): void;
  stop(): void;
}

function watchLimits({ timeLimitMs, memoryLimitMb }: Limits): Watch {
  const exceeded = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const look = async (thread: Worker) => {
    // A thread that has ended meanwhile has no heap to ask for.
    const heap = await thread.getHeapStatistics().catch(() => null);
    if (heap !== null && heap.used_heap_size > memoryLimitMb * 2 ** 20)
      exceeded.abort(`more than ${memoryLimitMb} MB`);
  };
  return {
    exceeded: exceeded.signal,
    start(thread) {
      timers.push(setTimeout(() => exceeded.abort(`more than ${timeLimitMs} ms`), timeLimitMs));
      if (thread !== undefined) timers.push(setInterval(() => void look(thread), LOOK_EVERY_MS));
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** What to say of a page whose thread was stopped or failed. */
function nameFailure(cause: unknown, watch: Watch, url: string | null): PermanentError {
  const named = { cause, ...(url === null ? {} : { url }) };
  const limit = watch.exceeded.aborted
    ? String(watch.exceeded.reason)
    : isOutOfMemory(cause)
      ? "all its memory"
      : null;
  if (limit === null)
    return new PermanentError(
      "extraction-failed",
      `The extraction thread failed: ${messageOf(cause)}`,
      named,
    );
  return new PermanentError("extraction-limit", `Extraction took ${limit} and was stopped.`, named);
}

/** A thread that is stopped takes its page with it; the pool puts a new thread in its place. */
export function createExtractPool(options: ExtractPoolOptions = {}): ExtractPool {
  const threads = options.threads ?? availableParallelism();
  const limits = {
    timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS,
    memoryLimitMb: options.memoryLimitMb ?? MEMORY_LIMIT_MB,
  };
  const pool = new Piscina<ThreadTask, ThreadOutcome>({
    filename: (options.taskUrl ?? defaultTaskUrl()).href,
    // A thread starts when there is work for it, and none is loaded for a crawl that finds nothing.
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryLimitMb + ROOM_TO_STOP_MB, stackSizeMb: STACK_MB },
  });

  async function run(task: ExtractTask, signal: AbortSignal | undefined): Promise<ThreadOutcome> {
    const { port1, port2 } = new MessageChannel();
    const watch = watchLimits(limits);
    port1.once("message", (id) => watch.start(pool.threads.find(({ threadId }) => threadId === id)));
    try {
      const stop = signal === undefined ? watch.exceeded : AbortSignal.any([signal, watch.exceeded]);
      return await pool.run({ ...task, started: port2 }, { signal: stop, transferList: [port2] });
    } catch (cause) {
      signal?.throwIfAborted();
      throw nameFailure(cause, watch, task.url);
    } finally {
      watch.stop();
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
