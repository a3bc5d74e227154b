import type { LockTiming } from "../../queue/queues.ts";

/** A killed worker is noticed within seconds, so that tests of it end. */
export const FAST_LOCKS: LockTiming = { lockMs: 3000, stalledCheckMs: 1000 };
