import { RequestError } from "./problem.ts";

export interface RequestLimit {
  /** Requests that run at the same time. */
  readonly active: number;
  /** Requests that wait for one of them to end. */
  readonly waiting: number;
}

export interface RequestGate {
  /**
   * Runs `work` when there is room for it.
   * @throws RequestError too-many-requests when as many wait as may; whatever `signal` aborts with.
   */
  run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
  readonly active: () => number;
  readonly waiting: () => number;
}

interface Waiter {
  readonly begin: () => void;
}

/** Lets so many requests work at a time and so many more wait; the next is refused, and told when to come again. */
export function createRequestGate(limit: RequestLimit): RequestGate {
  const queue: Waiter[] = [];
  const state = { active: 0 };

  async function enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (state.active < limit.active) {
      state.active++;
      return;
    }
    if (queue.length >= limit.waiting) {
      const message = `${state.active} requests are being worked on and ${queue.length} wait. Come again later.`;
      throw new RequestError("too-many-requests", message);
    }
    const turn = Promise.withResolvers<void>();
    const waiter = { begin: turn.resolve };
    queue.push(waiter);
    const leave = (): void => {
      const place = queue.indexOf(waiter);
      // One that was called in already has the room and gives it back itself.
      if (place < 0) return;
      queue.splice(place, 1);
      turn.reject(signal?.reason);
    };
    signal?.addEventListener("abort", leave, { once: true });
    try {
      await turn.promise;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }

  function exit(): void {
    const next = queue.shift();
    // The room goes from hand to hand: nobody who comes meanwhile can take it.
    if (next === undefined) state.active--;
    else next.begin();
  }

  return {
    active: () => state.active,
    waiting: () => queue.length,
    async run(work, signal) {
      await enter(signal);
      try {
        return await work();
      } finally {
        exit();
      }
    },
  };
}
