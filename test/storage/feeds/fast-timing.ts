import type { DeliveryTiming } from "../../../storage/feeds/delivery-timing.ts";

/** Pauses of a few milliseconds, few attempts. */
export const FAST_TIMING: DeliveryTiming = {
  firstPauseMs: 2,
  longestPauseMs: 20,
  longestAwayMs: 10,
  attempts: 4,
  giveUpMs: 3_600_000,
  lookMs: 5,
};
