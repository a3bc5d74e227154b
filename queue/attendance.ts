import type { Redis } from "ioredis";
import { attendedKey } from "./queue-keys.ts";

/** A run whose last attendant said nothing for this long is unattended. */
const ATTENDED_MS = 15_000;
/** Whether others attend a run is asked at most this often. */
const REMEMBER_MS = 2000;

/**
 * Which runs this process works on. A run that was stopped and not resumed rests in Redis; a process that came for
 * another one leaves it alone, since it may lack what the run needs (open networks, a browser).
 */
export interface Attendance {
  /** Says that somebody looks after the run; to be repeated while this is so. */
  attend(runId: string): Promise<void>;
  /** Says that this process no longer does. Others that do say so again within moments. */
  leave(runId: string): Promise<void>;
  minds(runId: string): Promise<boolean>;
}

/** @param ownRun The run this process came for; null for a worker that takes part in all of them. */
export function createAttendance(redis: Redis, ownRun: string | null): Attendance {
  /** When a run was last known to be attended. That one is not is never remembered: it may be resumed any moment. */
  const attendedAt = new Map<string, number>();

  async function isAttended(runId: string): Promise<boolean> {
    if (Date.now() - (attendedAt.get(runId) ?? 0) < REMEMBER_MS) return true;
    attendedAt.delete(runId);
    if ((await redis.exists(attendedKey(runId))) === 0) return false;
    attendedAt.set(runId, Date.now());
    return true;
  }

  return {
    async attend(runId) {
      await redis.set(attendedKey(runId), process.pid, "PX", ATTENDED_MS);
    },
    async leave(runId) {
      await redis.del(attendedKey(runId));
    },
    minds: async (runId) => ownRun === null || runId === ownRun || (await isAttended(runId)),
  };
}
