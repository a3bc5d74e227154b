/** A time limit that stands still while others are waited for. */
export interface Deadline {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  /** Time held so far, in milliseconds. */
  readonly heldMs: () => number;
  /** Runs `wait` without its time counting. */
  hold<Result>(wait: () => Promise<Result>): Promise<Result>;
  /** Ends the clock; the signal never aborts then. */
  stop(): void;
}

/** Starts the clock. It keeps no process alive. */
export function startDeadline(timeoutMs: number): Deadline {
  const controller = new AbortController();
  const state = { leftMs: timeoutMs, since: performance.now(), heldMs: 0, holds: 0, stopped: false };
  const expire = (): void => controller.abort(new Error(`${timeoutMs} ms are over`));
  const start = (): NodeJS.Timeout => setTimeout(expire, Math.max(0, state.leftMs)).unref();
  let timer = start();

  function pause(): void {
    state.holds += 1;
    if (state.holds > 1) return;
    clearTimeout(timer);
    const now = performance.now();
    state.leftMs -= now - state.since;
    state.since = now;
  }

  function resume(): void {
    state.holds -= 1;
    if (state.holds > 0) return;
    const now = performance.now();
    state.heldMs += now - state.since;
    state.since = now;
    if (!state.stopped) timer = start();
  }

  return {
    signal: controller.signal,
    heldMs: () => state.heldMs,
    async hold(wait) {
      pause();
      try {
        return await wait();
      } finally {
        resume();
      }
    },
    stop() {
      state.stopped = true;
      clearTimeout(timer);
    },
  };
}
