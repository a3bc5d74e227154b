import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { ThreadMessage } from "./serve-tasks.ts";
import { ThreadLimitError } from "./thread-limit-error.ts";

/** Between two looks at how long tasks have been running and how much memory they take. */
const LOOK_EVERY_MS = 50;
/**
 * A thread is given its next task while it works on one: a busy event loop takes milliseconds to notice an end, about
 * as long as a page takes. No more, since a task that has been given cannot be taken back for an idle thread.
 */
const TASKS_AHEAD = 1;
/**
 * Ten times what a large page takes. A thread at work for longer does not count: another stands in for it, so that one
 * page never holds up the others, however few threads there are.
 */
const SLOW_MS = 1000;
/**
 * V8's own limit ends the whole process when a thread allocates faster than it can be stopped. So it lies this far
 * above ours, which is looked after from outside: threads allocate some hundreds of MB a second.
 */
const ROOM_TO_STOP_MB = 1536;
/** Deeply nested pages recurse; Node's default of 4 MB is too little for some real ones. */
const STACK_MB = 16;
/**
 * Most of a thread's garbage is young: pages' documents. A third of this fills before it is swept, and a document that
 * is still read is then moved. On pages of 100 KB 24 MB cost a fifth more CPU than no bound, 48 MB a tenth.
 */
const YOUNG_MB = 96;
/**
 * V8 sizes a heap by its limit, and ours is for the worst page: with room for gigabytes a thread grows for thousands of
 * pages before it is swept. Measured over 2,500 small pages, two threads: 513 MB and growing without the first two of
 * these, 306 MB with them at 20 %; 40 % took 3 % less CPU, and 100 % on pages of 100 KB a fifth less in V8's own threads,
 * for some 35 MB more at the highest. The old generation begins at the size that it comes to have on real pages: from 48 MB
 * a thread still grew when it had read 2,000 of them (a worker with small pages takes 10 MB more so). A young generation of
 * one size: one that grows and shrinks takes ever more. More threads for one sweep wait for each other. Nothing is made old, to hold young objects. The last is for give-back.ts.
 */
const HEAP_FLAGS = [
  "--heap-growing-percent=100",
  "--initial-old-space-size=128",
  `--min-semi-space-size=${YOUNG_MB / 3}`,
  `--max-semi-space-size=${YOUNG_MB / 3}`,
  "--no-parallel-scavenge",
  "--no-allocation-site-pretenuring",
  "--expose-gc",
];
const MEGABYTE = 2 ** 20;

export interface ThreadPoolOptions {
  /** Threads at work; another stands in for each that is slow with its task, up to twice as many in all. */
  readonly threads: number;
  /** A module that calls serveTasks. */
  readonly taskUrl: URL;
  /** Most time for one task, from the moment its thread begins with it. */
  readonly timeLimitMs: number;
  /** Most JavaScript heap for one thread. */
  readonly memoryLimitMb: number;
}

export interface ThreadPool<Task, Outcome> {
  /**
   * Runs one task in a thread. Tasks beyond the number of threads wait their turn.
   * @throws ThreadLimitError; what ended the thread; the signal's reason.
   */
  run(task: Task, signal?: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

interface Pending<Task, Outcome> {
  readonly task: Task;
  /** Ends the wait, the first time; answers false afterwards. */
  readonly settle: (how: { readonly outcome: Outcome } | { readonly error: unknown }) => boolean;
  /** Its caller waits no more. */
  readonly abandoned: () => boolean;
}

interface Seat<Task, Outcome> {
  readonly worker: Worker;
  /** The first is being worked on. */
  readonly tasks: Pending<Task, Outcome>[];
  /** When the first task was begun; null while the thread loads its modules or has nothing to do. */
  begunAt: number | null;
  ready: boolean;
  /** Its first task takes long. */
  slow: boolean;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** Threads with limits on time and memory. One that is stopped takes its task with it; a new one takes its place. */
export function createThreadPool<Task, Outcome>(options: ThreadPoolOptions): ThreadPool<Task, Outcome> {
  for (const flag of HEAP_FLAGS) setFlagsFromString(flag);
  const seats = new Set<Seat<Task, Outcome>>();
  const waiting: Pending<Task, Outcome>[] = [];
  const pool = { closed: false, clock: null as NodeJS.Timeout | null };

  function begin(seat: Seat<Task, Outcome>): void {
    const busy = seat.tasks.length > 0;
    seat.begunAt = busy && seat.ready ? performance.now() : null;
    seat.slow = false;
    // A thread without work does not keep the process from ending.
    if (busy) seat.worker.ref();
    else seat.worker.unref();
  }

  /** Takes the thread away and the tasks it had not begun back. */
  function vacate(seat: Seat<Task, Outcome>, error: unknown): void {
    if (!seats.delete(seat)) return;
    const [first, ...rest] = seat.tasks.splice(0);
    first?.settle({
      error: isOutOfMemory(error) ? new ThreadLimitError("all its memory", { cause: error }) : error,
    });
    waiting.unshift(...rest);
    // Its end is nobody's concern: it was stopped, or has failed already.
    void seat.worker.terminate();
    assign();
  }

  function onMessage(seat: Seat<Task, Outcome>, message: ThreadMessage<Outcome>): void {
    if ("ready" in message) seat.ready = true;
    else seat.tasks.shift()?.settle(message);
    begin(seat);
    assign();
    if (seat.tasks.length === 0 && seatsAtWork().length > options.threads) retire(seat);
  }

  function openSeat(): Seat<Task, Outcome> {
    const maxOldGenerationSizeMb = options.memoryLimitMb + ROOM_TO_STOP_MB;
    const worker = new Worker(options.taskUrl, {
      resourceLimits: { maxOldGenerationSizeMb, stackSizeMb: STACK_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const seat: Seat<Task, Outcome> = { worker, tasks: [], begunAt: null, ready: false, slow: false };
    worker.on("message", (message: ThreadMessage<Outcome>) => onMessage(seat, message));
    worker.on("error", (error) => vacate(seat, error));
    worker.on("exit", (code) => vacate(seat, new Error(`The thread ended with ${code}.`)));
    seats.add(seat);
    return seat;
  }

  function seatsAtWork(): Seat<Task, Outcome>[] {
    return [...seats].filter(({ slow }) => !slow);
  }

  /** Ends a thread that has nothing to do and stood in for another, which is back. */
  function retire(seat: Seat<Task, Outcome>): void {
    seats.delete(seat);
    void seat.worker.terminate();
  }

  /** What waits behind a slow task goes to other threads. This one has been given it, and works for nobody when it gets there. */
  function passOn(seat: Seat<Task, Outcome>): void {
    seat.slow = true;
    const [first, ...rest] = seat.tasks;
    if (first === undefined) return;
    const nobody = rest.map(({ task }) => ({ task, settle: () => false, abandoned: () => true }));
    seat.tasks.splice(0, seat.tasks.length, first, ...nobody);
    waiting.unshift(...rest);
  }

  /** A thread for the next task: an idle one, a new one, or one that has nothing to do after its task. */
  function freeSeat(): Seat<Task, Outcome> | null {
    const [least] = seatsAtWork().toSorted((a, b) => a.tasks.length - b.tasks.length);
    if (least !== undefined && least.tasks.length === 0) return least;
    if (seatsAtWork().length < options.threads && seats.size < 2 * options.threads) return openSeat();
    return least !== undefined && least.tasks.length <= TASKS_AHEAD ? least : null;
  }

  function assign(): void {
    while (waiting.length > 0 && !pool.closed) {
      const next = waiting.shift();
      if (next === undefined || next.abandoned()) continue;
      const seat = freeSeat();
      if (seat === null) {
        waiting.unshift(next);
        return;
      }
      seat.tasks.push(next);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      seat.worker.postMessage(next.task);
      if (seat.tasks.length === 1) begin(seat);
      pool.clock ??= setInterval(look, LOOK_EVERY_MS);
    }
  }

  async function lookAtMemory(seat: Seat<Task, Outcome>, first: Pending<Task, Outcome>): Promise<void> {
    // A thread that has ended meanwhile has no heap to ask for.
    const heap = await seat.worker.getHeapStatistics().catch(() => null);
    const over = heap !== null && heap.used_heap_size > options.memoryLimitMb * MEGABYTE;
    if (over && seat.tasks[0] === first)
      vacate(seat, new ThreadLimitError(`more than ${options.memoryLimitMb} MB`));
  }

  function look(): void {
    for (const seat of seats) {
      const [first] = seat.tasks;
      const elapsed = performance.now() - (seat.begunAt ?? Number.POSITIVE_INFINITY);
      if (first === undefined || elapsed < LOOK_EVERY_MS) continue;
      if (elapsed > options.timeLimitMs)
        vacate(seat, new ThreadLimitError(`more than ${options.timeLimitMs} ms`));
      else void lookAtMemory(seat, first);
      if (elapsed > SLOW_MS && !seat.slow) passOn(seat);
    }
    assign();
    if (waiting.length > 0 || [...seats].some(({ tasks }) => tasks.length > 0)) return;
    clearInterval(pool.clock ?? undefined);
    pool.clock = null;
  }

  /** The caller waits no more: a task that runs is stopped with its thread, one that waits is passed over. */
  function abandon(pending: Pending<Task, Outcome>, reason: unknown): void {
    if (!pending.settle({ error: reason })) return;
    for (const seat of seats) if (seat.tasks[0] === pending) vacate(seat, reason);
  }

  return {
    run(task, signal) {
      if (pool.closed) return Promise.reject(new Error("The thread pool is closed."));
      if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
      return new Promise((resolve, reject) => {
        const state = { settled: false };
        const onAbort = (): void => abandon(pending, signal?.reason);
        const pending: Pending<Task, Outcome> = {
          task,
          abandoned: () => state.settled,
          settle(how) {
            if (state.settled) return false;
            state.settled = true;
            signal?.removeEventListener("abort", onAbort);
            if ("outcome" in how) resolve(how.outcome);
            else reject(how.error as Error);
            return true;
          },
        };
        signal?.addEventListener("abort", onAbort);
        waiting.push(pending);
        assign();
      });
    },
    async close() {
      pool.closed = true;
      clearInterval(pool.clock ?? undefined);
      const closed = new Error("The thread pool was closed.");
      const tasks = [...waiting.splice(0), ...[...seats].flatMap((seat) => seat.tasks.splice(0))];
      for (const pending of tasks) pending.settle({ error: closed });
      const workers = Array.from(seats, ({ worker }) => worker);
      seats.clear();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
