import { availableParallelism } from "node:os";
import { messageOf, PermanentError } from "../errors.ts";
import type { Account } from "../extractor/explain/account.ts";
import type { Extraction } from "../types.ts";
import type { ExtractTask, ThreadOutcome } from "./extract-task.ts";
import { ThreadLimitError } from "./thread-limit-error.ts";
import { createThreadPool } from "./thread-pool.ts";

/**
 * Hundreds of times what an ordinary page takes, since a busy machine must not cut off a good page; still short
 * enough that a page that never ends costs little.
 */
const TIME_LIMIT_MS = 30_000;
/** JavaScript heap of one thread: a page of 10 MB of HTML stays under it. */
const MEMORY_LIMIT_MB = 768;

export interface ExtractPoolOptions {
  /** As many as there are processors by default; see threadsBesideCrawl. */
  readonly threads?: number;
  /** Most time for one page, from the moment its thread begins. */
  readonly timeLimitMs?: number;
  /** Most JavaScript heap for one thread. */
  readonly memoryLimitMb?: number;
  /** The module that the threads run; extract-task by default. */
  readonly taskUrl?: URL;
}

/**
 * Threads for a process that fetches and stores as well: that, the store and Redis fill a processor. One thread more on two
 * processors brought 6 % more pages for 9 % more CPU each: each thread compiles the extractor for itself.
 */
export function threadsBesideCrawl(): number {
  return Math.max(1, availableParallelism() - 1);
}

export interface ExtractPool {
  readonly threads: number;
  /**
   * Extracts one page in a thread of its own. Pages beyond the number of threads wait their turn.
   * @throws PermanentError extraction-limit when the page took too long or too much memory, extraction-failed when the
   *   extractor failed on it. Other pages are not affected.
   */
  extract(task: ExtractTask, signal?: AbortSignal): Promise<Extraction>;
  /** Extracts one page and accounts for all of its text, kept and removed, in order. @throws as `extract` does */
  account(task: Omit<ExtractTask, "account">, signal?: AbortSignal): Promise<Account>;
  close(): Promise<void>;
}

/** The task module beside this one: `.ts` when run from source, `.js` when built. */
function defaultTaskUrl(): URL {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`./extract-task.${extension}`, import.meta.url);
}

/** What to say of a page whose thread was stopped or failed. */
function nameFailure(cause: unknown, url: string | null): PermanentError {
  const named = { cause, ...(url === null ? {} : { url }) };
  if (!(cause instanceof ThreadLimitError))
    return new PermanentError(
      "extraction-failed",
      `The extraction thread failed: ${messageOf(cause)}`,
      named,
    );
  return new PermanentError("extraction-limit", `Extraction took ${cause.limit} and was stopped.`, named);
}

/** Extraction takes a page's time and memory from a thread, never from the event loop. */
export function createExtractPool(options: ExtractPoolOptions = {}): ExtractPool {
  const threads = options.threads ?? availableParallelism();
  const pool = createThreadPool<ExtractTask, ThreadOutcome>({
    threads,
    taskUrl: options.taskUrl ?? defaultTaskUrl(),
    timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS,
    memoryLimitMb: options.memoryLimitMb ?? MEMORY_LIMIT_MB,
  });

  async function run(task: ExtractTask, signal: AbortSignal | undefined): Promise<ThreadOutcome> {
    try {
      return await pool.run(task, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      throw nameFailure(cause, task.url);
    }
  }

  async function runWell(
    task: ExtractTask,
    signal: AbortSignal | undefined,
  ): Promise<Extract<ThreadOutcome, { ok: true }>> {
    const outcome = await run(task, signal);
    if (outcome.ok) return outcome;
    const named = task.url === null ? {} : { url: task.url };
    const message = `The extractor failed on this page: ${outcome.message}`;
    throw new PermanentError("extraction-failed", message, named);
  }

  return {
    threads,
    extract: async (task, signal) => (await runWell(task, signal)).extraction,
    account: async (task, signal) => {
      const { extraction, entries = [] } = await runWell({ ...task, account: true }, signal);
      return { extraction, entries };
    },
    close: () => pool.close(),
  };
}
