import { pauseAfter, type DeliveryTiming } from "./delivery-timing.ts";
import type { FeedItem } from "./feed-item.ts";
import type { Delivery, Letter } from "./sink-types.ts";

export interface FailedAttempt {
  readonly item: FeedItem;
  /** The letter that it was the attempt of; null for an item's first. */
  readonly letter: Letter | null;
  readonly outcome: Exclude<Delivery, { readonly ok: true }>;
  /** Whether the receiver takes nothing at all now. */
  readonly isAway: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * What becomes of an item that failed: a letter that waits or is dead, or null where the item just stays at the head of its lane,
 * because it is not to blame.
 */
export function judgeFailure(failed: FailedAttempt, timing: DeliveryTiming): Letter | null {
  const { item, letter, outcome, now } = failed;
  const counts = outcome.blame === "item" || !failed.isAway;
  if (!counts && letter === null) return null;
  const attempts = (letter?.attempts ?? 0) + (counts ? 1 : 0);
  const since = letter?.since ?? now;
  const pause = pauseAfter(Math.max(attempts, 1), timing, timing.longestPauseMs);
  const isDead = attempts >= timing.attempts || now - since > timing.giveUpMs;
  return {
    ...letterBehind(item, since),
    state: isDead ? "dead" : "waiting",
    copy: isDead ? item : (letter?.copy ?? null),
    attempts,
    nextAt: now + Math.max(pause, outcome.retryAfterMs ?? 0),
    error: outcome.reason,
  };
}

/** The letter of an item that was not tried: it waits behind another of its article. */
export function letterBehind({ seq, id, articleId }: FeedItem, since: number): Letter {
  const untried = { state: "waiting", attempts: 0, nextAt: 0, error: null, copy: null } as const;
  return { seq, eventId: id, articleId, since, ...untried };
}
