import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { crawlDelayKey, slotKey } from "./queue-keys.ts";
import { defineScript, runScript } from "./redis-script.ts";

/**
 * A slot whose holder died is free again after the delay and this long. It must exceed the time between taking the
 * slot and the request's arrival at the host: the gap that the host sees is then never shorter than the delay.
 */
const LEASE_MS = 8000;
const RENEW_EVERY_MS = 2000;
/** A lease that took this long to arrive may have run out when the request is sent; it is asked for again. */
const STALE_ANSWER_MS = LEASE_MS / 2;
/** How long a host's last request is remembered: a longer delay may become known after it. No delay is longer. */
const REMEMBER_MS = 60_000;
/** A Crawl-delay holds as long as the robots.txt it stands in (RFC 9309 §2.4). */
const CRAWL_DELAY_MS = 24 * 60 * 60 * 1000;

/**
 * A slot's fields: `token` of its holder, `next` when it is free again at the latest, `ended` when the host's last
 * request was over. The clock is Redis's own, so machines need not agree on the time.
 */
const SHARED = `local time = redis.call('TIME')
local exact = time[1] * 1000 + time[2] / 1000
local slot = KEYS[1]
local function free_at(at)
  redis.call('HSET', slot, 'next', string.format('%.0f', at))
  redis.call('PEXPIRE', slot, math.max(${REMEMBER_MS}, math.ceil(at - exact)) + 1000)
end
local function delay_of(asked)
  return math.max(tonumber(asked), tonumber(redis.call('GET', KEYS[2]) or 0))
end
local function note_end()
  redis.call('HSET', slot, 'ended', string.format('%.0f', math.ceil(exact)))
end`;

/**
 * ARGV: token, delay, lease, Crawl-delay or "", its time to live. Returns 0 when the slot is taken, else the
 * milliseconds after which to ask again; and the delay that the host gets.
 */
const TAKE = defineScript(
  SHARED,
  `if ARGV[4] ~= '' then redis.call('SET', KEYS[2], ARGV[4], 'PX', ARGV[5]) end
local delay = delay_of(ARGV[2])
local fields = redis.call('HMGET', slot, 'next', 'token', 'ended')
local held = fields[2] and fields[2] ~= ARGV[1]
local free = 0
if fields[3] then free = tonumber(fields[3]) + delay end
if fields[1] and fields[2] ~= ARGV[1] then free = math.max(free, tonumber(fields[1])) end
local wait = math.ceil(free - exact)
if wait > 0 and (delay > 0 or not held) then
  if held then wait = math.min(wait, math.max(delay, 20)) end
  return { wait, delay }
end
if delay > 0 then
  redis.call('HSET', slot, 'token', ARGV[1])
  free_at(math.ceil(exact) + delay + ARGV[3])
end
return { 0, delay }`,
);

/** ARGV: token, milliseconds until the slot is free. */
const RENEW = defineScript(
  SHARED,
  `if redis.call('HGET', slot, 'token') ~= ARGV[1] then return 0 end
free_at(math.ceil(exact) + ARGV[2])
return 1`,
);

/** The host has answered. ARGV: token, delay, and the longer pause that the host asked for or 0. */
const RELEASE = defineScript(
  SHARED,
  `note_end()
local current = redis.call('HMGET', slot, 'next', 'token')
local free = math.ceil(exact) + math.max(delay_of(ARGV[2]), ARGV[3])
if current[2] == ARGV[1] then
  redis.call('HDEL', slot, 'token')
else
  free = math.max(free, tonumber(current[1] or 0))
end
free_at(free)
return 1`,
);

/** No request was sent. ARGV: token, delay. */
const CANCEL = defineScript(
  SHARED,
  `if redis.call('HGET', slot, 'token') ~= ARGV[1] then return 0 end
redis.call('HDEL', slot, 'token')
free_at(math.max(math.floor(exact), tonumber(redis.call('HGET', slot, 'ended') or 0) + delay_of(ARGV[2])))
return 1`,
);

export interface HeldSlot {
  /** The delay that the host gets: what was asked for, or its Crawl-delay where that is longer. 0: nobody waits. */
  readonly delayMs: number;
  /**
   * To be called when the host has answered: the delay counts from here, so that not even a request that was slow on
   * its way comes closer to the next one than the delay.
   * @param pauseMs A longer pause that the host asked for (Retry-After).
   */
  release(pauseMs?: number): Promise<void>;
  /** To be called instead when no request was sent: nobody has to wait for it. */
  cancel(): Promise<void>;
}

export type SlotAnswer =
  | { readonly ok: true; readonly slot: HeldSlot }
  | { readonly ok: false; readonly waitMs: number };

export interface SlotRequest {
  /** Host with port, as `URL.host` gives it. */
  readonly host: string;
  /** The least delay; the host's Crawl-delay counts where it is longer. */
  readonly delayMs: number;
  /** What the host's robots.txt asks for, known to all workers from now on; null where it is not known or asks for none. */
  readonly crawlDelayMs?: number | null;
}

/** The slot of a host without a delay; its end is noted, in case that a delay becomes known. */
export function freeSlot(redis: Redis, host: string): HeldSlot {
  const keys = [slotKey(host), crawlDelayKey(host)];
  return {
    delayMs: 0,
    release: async (pauseMs = 0) => void (await runScript(redis, RELEASE, keys, ["", 0, pauseMs])),
    cancel: () => Promise.resolve(),
  };
}

function heldSlot(redis: Redis, keys: readonly string[], token: string, delayMs: number): HeldSlot {
  const renewal = setInterval(() => {
    // A renewal that fails leaves the lease to run out, which is what it is for.
    runScript(redis, RENEW, keys, [token, delayMs + LEASE_MS]).catch(() => {});
  }, RENEW_EVERY_MS);
  renewal.unref();
  return {
    delayMs,
    async release(pauseMs = 0) {
      clearInterval(renewal);
      await runScript(redis, RELEASE, keys, [token, delayMs, pauseMs]);
    },
    async cancel() {
      clearInterval(renewal);
      await runScript(redis, CANCEL, keys, [token, delayMs]);
    },
  };
}

/**
 * Takes a host's politeness slot, over all workers and machines on this Redis. One request at a time goes to a host,
 * and the next no sooner than its delay after the answer.
 */
export async function takeHostSlot(redis: Redis, request: SlotRequest): Promise<SlotAnswer> {
  const { host, delayMs, crawlDelayMs } = request;
  const keys = [slotKey(host), crawlDelayKey(host)];
  const token = randomUUID();
  const known = crawlDelayMs !== undefined && crawlDelayMs !== null && crawlDelayMs > 0 ? crawlDelayMs : "";
  for (;;) {
    const asked = performance.now();
    const reply = await runScript(redis, TAKE, keys, [token, delayMs, LEASE_MS, known, CRAWL_DELAY_MS]);
    const [waitMs = 0, effectiveMs = 0] = (reply as readonly unknown[]).map(Number);
    if (waitMs > 0) return { ok: false, waitMs };
    if (effectiveMs === 0) return { ok: true, slot: freeSlot(redis, host) };
    if (performance.now() - asked < STALE_ANSWER_MS)
      return { ok: true, slot: heldSlot(redis, keys, token, effectiveMs) };
  }
}
