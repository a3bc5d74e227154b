import { setTimeout as sleep } from "node:timers/promises";
import { joinSignals } from "../../join-signals.ts";

/** Lets a loop sleep until something has happened, or for a while. */
export interface Bell {
  ring(): void;
  /** Resolves at once where it rang since the last wait; an abort ends it too. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  const state = { rung: false, wake: (): void => {} };
  return {
    ring() {
      state.rung = true;
      state.wake();
    },
    async wait(ms, signal) {
      const over = new AbortController();
      const woken = new Promise<void>((resolve) => (state.wake = resolve));
      using joined = joinSignals(signal, over.signal);
      const pause = sleep(ms, undefined, { signal: joined.signal });
      pause.catch(() => {});
      if (!state.rung) await Promise.race([woken, pause.catch(() => {})]);
      state.rung = false;
      over.abort();
    },
  };
}
