/** How patient a sink is. Durations in milliseconds. */
export interface DeliveryTiming {
  /** The pause after an item's first failure, and after a receiver's; each next one is four times as long. */
  readonly firstPauseMs: number;
  /** The longest pause between attempts of an item. */
  readonly longestPauseMs: number;
  /** The longest pause between looks at a receiver that is away: it is found again within this. */
  readonly longestAwayMs: number;
  /** Attempts before an item is given up: with the pauses above some hour and a half. */
  readonly attempts: number;
  /** An item that waits for a receiver this long is given up whatever happened. */
  readonly giveUpMs: number;
  /** How often the feed is looked at for news. */
  readonly lookMs: number;
}

export const DELIVERY_TIMING: DeliveryTiming = {
  firstPauseMs: 1000,
  longestPauseMs: 6 * 3600 * 1000,
  longestAwayMs: 60_000,
  attempts: 8,
  giveUpMs: 3 * 24 * 3600 * 1000,
  lookMs: 250,
};

const FACTOR = 4;

/** Exponential backoff with jitter of half the pause: those that failed together do not come back together. */
export function pauseAfter(failures: number, { firstPauseMs }: DeliveryTiming, longestMs: number): number {
  const pause = Math.min(firstPauseMs * FACTOR ** (failures - 1), longestMs);
  return pause * (0.5 + Math.random() / 2);
}
