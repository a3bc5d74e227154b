import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { slotKey } from "./queue-keys.ts";
import { defineScript, runScript } from "./redis-script.ts";

/**
 * A slot whose holder died is free again after the delay and this long. It must exceed the time between taking the
 * slot and the request's arrival at the host: the gap that the host sees is then never shorter than the delay.
 */
const LEASE_MS = 8000;
const RENEW_EVERY_MS = 2000;

/** The clock is Redis's own, so machines need not agree on the time. */
const CLOCK = `local time = redis.call('TIME')
local exact = time[1] * 1000 + time[2] / 1000
local slot = KEYS[1]
local function free_at(at)
  redis.call('HSET', slot, 'next', string.format('%.0f', at))
  redis.call('PEXPIRE', slot, math.max(1, math.ceil(at - exact)) + 1000)
end`;

/** ARGV: token, delay, lease. Returns 0 when the slot is taken, else the milliseconds after which to ask again. */
const TAKE = defineScript(
  CLOCK,
  `local current = redis.call('HMGET', slot, 'next', 'token')
if current[1] and current[2] ~= ARGV[1] then
  local wait = tonumber(current[1]) - math.floor(exact)
  if wait > 0 then
    if current[2] then wait = math.min(wait, math.max(tonumber(ARGV[2]), 20)) end
    return math.max(1, math.ceil(wait))
  end
end
redis.call('HSET', slot, 'token', ARGV[1])
free_at(math.ceil(exact) + ARGV[2] + ARGV[3])
return 0`,
);

/** ARGV: token, milliseconds until the slot is free. */
const PUT_OFF = defineScript(
  CLOCK,
  `if redis.call('HGET', slot, 'token') ~= ARGV[1] then return 0 end
free_at(math.ceil(exact) + ARGV[2])
return 1`,
);

/** ARGV: token, delay, and the longer pause that the host asked for or 0. */
const RELEASE = defineScript(
  CLOCK,
  `if redis.call('HGET', slot, 'token') ~= ARGV[1] then return 0 end
redis.call('HDEL', slot, 'token')
free_at(math.ceil(exact) + math.max(ARGV[2], ARGV[3]))
return 1`,
);

export interface HeldSlot {
  /**
   * To be called when the host has answered: the delay counts from here, so that not even a request that was slow on
   * its way comes closer to the next one than the delay.
   * @param pauseMs A longer pause that the host asked for (Retry-After).
   */
  release(pauseMs?: number): Promise<void>;
}

export type SlotAnswer =
  | { readonly ok: true; readonly slot: HeldSlot }
  | { readonly ok: false; readonly waitMs: number };

/** ARGV: milliseconds. The host asked for a pause where no delay is kept. */
const PAUSE = defineScript(
  CLOCK,
  `local current = tonumber(redis.call('HGET', slot, 'next') or 0)
free_at(math.max(current, math.ceil(exact) + ARGV[1]))
return 1`,
);

/** Without a delay there is nothing to wait for, and asking would only cost time. */
function freeSlot(redis: Redis, host: string): HeldSlot {
  return {
    async release(pauseMs = 0) {
      if (pauseMs > 0) await runScript(redis, PAUSE, [slotKey(host)], [pauseMs]);
    },
  };
}

/**
 * Takes a host's politeness slot, over all workers and machines on this Redis. One request at a time goes to a host,
 * and the next no sooner than `delayMs` after the answer.
 * @param host Host with port, as `URL.host` gives it.
 */
export async function takeHostSlot(redis: Redis, host: string, delayMs: number): Promise<SlotAnswer> {
  if (delayMs === 0) return { ok: true, slot: freeSlot(redis, host) };
  const keys = [slotKey(host)];
  const token = randomUUID();
  const waitMs = Number(await runScript(redis, TAKE, keys, [token, delayMs, LEASE_MS]));
  if (waitMs > 0) return { ok: false, waitMs };
  const renewal = setInterval(() => {
    // A renewal that fails leaves the lease to run out, which is what it is for.
    runScript(redis, PUT_OFF, keys, [token, delayMs + LEASE_MS]).catch(() => {});
  }, RENEW_EVERY_MS);
  renewal.unref();
  return {
    ok: true,
    slot: {
      async release(pauseMs = 0) {
        clearInterval(renewal);
        await runScript(redis, RELEASE, keys, [token, delayMs, pauseMs]);
      },
    },
  };
}
