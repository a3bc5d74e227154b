import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { CANCEL, RELEASE, RENEW, TAKE } from "./host-slot-scripts.ts";
import {
  DEFAULT_TROUBLE_TIMING,
  parkArguments,
  type Park,
  type RequestTrouble,
  type TroubleTiming,
} from "./host-trouble.ts";
import { crawlDelayKey, slotKey, troubleKey } from "./queue-keys.ts";
import { runScript } from "./redis-script.ts";

/**
 * A slot whose holder died is free again after the delay and this long. It must exceed the time between taking the
 * slot and the request's arrival at the host: the gap that the host sees is then never shorter than the delay.
 */
const LEASE_MS = 8000;
const RENEW_EVERY_MS = 2000;
/** A lease that took this long to arrive may have run out when the request is sent; it is asked for again. */
const STALE_ANSWER_MS = LEASE_MS / 2;
/** A Crawl-delay holds as long as the robots.txt it stands in (RFC 9309 §2.4). */
const CRAWL_DELAY_MS = 24 * 60 * 60 * 1000;

export interface HeldSlot {
  /** The delay that the host gets: what was asked for, or its Crawl-delay where that is longer. 0: nobody waits. */
  readonly delayMs: number;
  /**
   * To be called when the host has answered: the delay counts from here, so that not even a request that was slow on
   * its way comes closer to the next one than the delay.
   * @param pauseMs A longer pause that the host asked for (Retry-After).
   * @param trouble How the request ended, where the host did not answer as it should.
   * @returns What that means for the page: the host is left alone for now, or null.
   */
  release(pauseMs?: number, trouble?: RequestTrouble | null): Promise<Park | null>;
  /** To be called instead when no request was sent: nobody has to wait for it. */
  cancel(): Promise<void>;
}

export type SlotAnswer =
  | { readonly ok: true; readonly slot: HeldSlot }
  /** `park` when the host is in trouble. */
  | { readonly ok: false; readonly waitMs: number; readonly park: Park["kind"] | null };

export interface SlotRequest {
  /** Host with port, as `URL.host` gives it. */
  readonly host: string;
  /** The least delay; the host's Crawl-delay counts where it is longer. */
  readonly delayMs: number;
  /** What the host's robots.txt asks for, known to all workers from now on; null where it is not known or asks for none. */
  readonly crawlDelayMs?: number | null;
  /** How the host is treated when the request fails. */
  readonly timing?: TroubleTiming | undefined;
}

/** As TAKE names them. */
const PARKS: readonly (Park["kind"] | null)[] = [null, "parked", "given-up"];

/** The slot of a host without a delay; its end is noted, in case that a delay becomes known. */
export function freeSlot(
  redis: Redis,
  host: string,
  timing: TroubleTiming = DEFAULT_TROUBLE_TIMING,
): HeldSlot {
  const place = { redis, timing, host };
  return {
    delayMs: 0,
    release: (pauseMs = 0, trouble = null) => release(place, ["", 0, pauseMs], trouble),
    cancel: () => Promise.resolve(),
  };
}

interface HostPlace {
  readonly redis: Redis;
  readonly timing: TroubleTiming;
  readonly host: string;
}

async function release(
  { redis, timing, host }: HostPlace,
  [token, delayMs, pauseMs]: readonly [token: string, delayMs: number, pauseMs: number],
  trouble: RequestTrouble | null,
): Promise<Park | null> {
  const keys = [slotKey(host), crawlDelayKey(host), troubleKey(host), host];
  const reply = await runScript(redis, RELEASE, keys, [
    token,
    delayMs,
    pauseMs,
    ...parkArguments(trouble, timing),
  ]);
  const [waitMs = 0, givenUp = 0] = (reply as readonly unknown[]).map(Number);
  return waitMs === 0 ? null : { kind: givenUp === 1 ? "given-up" : "parked", waitMs };
}

function heldSlot(place: HostPlace, keys: readonly string[], token: string, delayMs: number): HeldSlot {
  const { redis } = place;
  const renewal = setInterval(() => {
    // A renewal that fails leaves the lease to run out, which is what it is for.
    runScript(redis, RENEW, keys, [token, delayMs + LEASE_MS]).catch(() => {});
  }, RENEW_EVERY_MS);
  renewal.unref();
  return {
    delayMs,
    release(pauseMs = 0, trouble = null) {
      clearInterval(renewal);
      return release(place, [token, delayMs, pauseMs], trouble);
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
  const { host, delayMs, crawlDelayMs, timing = DEFAULT_TROUBLE_TIMING } = request;
  const keys = [slotKey(host), crawlDelayKey(host)];
  const token = randomUUID();
  const known = crawlDelayMs !== undefined && crawlDelayMs !== null && crawlDelayMs > 0 ? crawlDelayMs : "";
  for (;;) {
    const asked = performance.now();
    const reply = await runScript(redis, TAKE, keys, [token, delayMs, LEASE_MS, known, CRAWL_DELAY_MS]);
    const [waitMs = 0, effectiveMs = 0, parked = 0] = (reply as readonly unknown[]).map(Number);
    if (waitMs > 0) return { ok: false, waitMs, park: PARKS[parked] ?? null };
    if (effectiveMs === 0) return { ok: true, slot: freeSlot(redis, host, timing) };
    if (performance.now() - asked < STALE_ANSWER_MS)
      return { ok: true, slot: heldSlot({ redis, timing, host }, keys, token, effectiveMs) };
  }
}
