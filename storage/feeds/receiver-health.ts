import { pauseAfter, type DeliveryTiming } from "./delivery-timing.ts";

/** Whether a receiver takes anything at all, judged by how attempts on different items end. */
export interface ReceiverHealth {
  /** After several failures in a row: one attempt at a time, and only when a pause is over. */
  readonly isAway: () => boolean;
  /** Milliseconds until the next attempt may be made. */
  readonly waitMs: () => number;
  succeeded(): void;
  failed(reason: string, retryAfterMs: number | null): void;
  /** The last failure, null since a success. */
  readonly trouble: () => string | null;
}

/** One failure may be the item's, two a coincidence. */
const AWAY_AFTER = 3;

export function createReceiverHealth(timing: DeliveryTiming): ReceiverHealth {
  const state = { failures: 0, nextAt: 0, trouble: null as string | null };
  const isAway = (): boolean => state.failures >= AWAY_AFTER;
  return {
    isAway,
    waitMs: () => Math.max(0, state.nextAt - performance.now()),
    succeeded() {
      state.failures = 0;
      state.nextAt = 0;
      state.trouble = null;
    },
    failed(reason, retryAfterMs) {
      state.failures += 1;
      state.trouble = reason;
      const pause = isAway() ? pauseAfter(state.failures - AWAY_AFTER + 1, timing, timing.longestAwayMs) : 0;
      state.nextAt = performance.now() + Math.max(pause, Math.min(retryAfterMs ?? 0, timing.longestPauseMs));
    },
    trouble: () => state.trouble,
  };
}
