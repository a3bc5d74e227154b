import type { Redis } from "ioredis";
import type { HostTrouble } from "../crawler/host-turn.ts";
import { PARKED_KEY, runKey, slotKey } from "./queue-keys.ts";

/** When a host that does not answer is left alone, and for how long. Milliseconds. */
export interface TroubleTiming {
  /** Different pages in a row that must fail before it is the host's trouble and not theirs. */
  readonly pagesUntilParked: number;
  /** The same for 5xx answers: a site may well have a few pages that never work. */
  readonly failingPagesUntilParked: number;
  /** The first pause; each further one is twice as long. */
  readonly firstParkMs: number;
  readonly longestParkMs: number;
  /** After so many pauses in a row the host is given up: its pages fail at once, for this long. */
  readonly parksUntilGivenUp: number;
  readonly givenUpMs: number;
}

/** A host that answered before is waited for about a quarter of an hour, and then given up for as long. */
export const DEFAULT_TROUBLE_TIMING: TroubleTiming = {
  pagesUntilParked: 3,
  failingPagesUntilParked: 10,
  firstParkMs: 5000,
  longestParkMs: 5 * 60_000,
  parksUntilGivenUp: 8,
  givenUpMs: 15 * 60_000,
};

/** How a request ended badly. */
export interface RequestTrouble {
  readonly kind: HostTrouble;
  /** The frontier's name of the page. */
  readonly page: string;
}

/** What a host in trouble means for the page that met it. */
export type Park = { readonly kind: "parked" | "given-up"; readonly waitMs: number };

/**
 * Lua, run within a slot's release (host-slot.ts), where `slot` is the slot's hash and `exact` the time. Beside it in
 * the slot's hash: `trouble` (the kind, while there is some), `parks` in a row, `park` (until when), `down` when given up,
 * `ok` when the host has answered. A host that never answered is not waited for: it is given up at once.
 */
export const TROUBLE_LUA = `local function host_answered(known)
  if not known then return end
  redis.call('HDEL', slot, 'trouble', 'parks', 'park', 'down')
  redis.call('DEL', KEYS[3])
  redis.call('ZREM', '${PARKED_KEY}', KEYS[4])
end
local function list_parked(untilMs)
  redis.call('ZREMRANGEBYSCORE', '${PARKED_KEY}', '-inf', '(' .. string.format('%.0f', exact))
  redis.call('ZADD', '${PARKED_KEY}', 'GT', string.format('%.0f', untilMs), KEYS[4])
end
-- Returns until when the host is parked, or 0.
local function host_failed(kind, page, random, first, longest, needed, most, down)
  redis.call('SADD', KEYS[3], page)
  redis.call('PEXPIRE', KEYS[3], ${24 * 60 * 60_000})
  redis.call('HSET', slot, 'trouble', kind)
  local fields = redis.call('HMGET', slot, 'park', 'ok')
  local park = tonumber(fields[1] or 0)
  -- What was sent before the host was parked tells nothing new.
  if park > exact or redis.call('SCARD', KEYS[3]) < needed then return park > exact and park or 0 end
  local parks = redis.call('HINCRBY', slot, 'parks', 1)
  local pause = math.min(first * 2 ^ (parks - 1), longest) * (1 - random / 2)
  if parks > most or not fields[2] then
    pause = down
    redis.call('HSET', slot, 'down', 1)
  end
  park = math.ceil(exact + pause)
  redis.call('HSET', slot, 'park', string.format('%.0f', park))
  list_parked(park)
  return park
end`;

/** What a release tells TROUBLE_LUA. */
export function parkArguments(
  trouble: RequestTrouble | null,
  timing: TroubleTiming,
): readonly (string | number)[] {
  if (trouble === null) return [""];
  const { firstParkMs, longestParkMs, parksUntilGivenUp, givenUpMs } = timing;
  const pages = trouble.kind === "failing" ? timing.failingPagesUntilParked : timing.pagesUntilParked;
  // Redis draws the same random numbers in every script.
  const spread = [Math.random(), firstParkMs, longestParkMs, pages, parksUntilGivenUp, givenUpMs];
  return [trouble.kind, trouble.page, ...spread];
}

/** Lua for a run's start: who starts one wants its hosts to be asked, whatever came before. Needs the host's name. */
export const FORGET_TROUBLE_LUA = `local function forget_trouble(host)
  redis.call('HDEL', '${slotKey("")}' .. host, 'trouble', 'parks', 'park', 'down')
  redis.call('ZREM', '${PARKED_KEY}', host)
end`;

/** A host that is left alone for now. */
export interface ParkedHost {
  /** With port, as `URL.host` gives it. */
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly until: string;
  /** null when it only asked for a pause. */
  readonly trouble: HostTrouble | null;
  /** Whether its pages fail at once meanwhile. */
  readonly givenUp: boolean;
}

const KINDS: readonly HostTrouble[] = ["unreachable", "overloaded", "failing"];

/** The hosts of a run that are left alone for now, those that are soon to be asked first. */
export async function parkedHosts(redis: Redis, runId: string): Promise<readonly ParkedHost[]> {
  const listed = await redis.zrangebyscore(PARKED_KEY, Date.now(), "+inf", "WITHSCORES");
  const parked = Array.from({ length: listed.length / 2 }, (_, i) => ({
    host: listed[i * 2] ?? "",
    until: new Date(Number(listed[i * 2 + 1])).toISOString(),
  }));
  if (parked.length === 0) return [];
  const mine = await redis.smismember(`${runKey(runId)}:hosts`, ...parked.map(({ host }) => host));
  const shown = parked.filter((_, i) => mine[i] === 1);
  return Promise.all(
    shown.map(async ({ host, until }) => {
      const [trouble, down] = await redis.hmget(slotKey(host), "trouble", "down");
      return {
        host,
        until,
        trouble: KINDS.find((kind) => kind === trouble) ?? null,
        givenUp: down !== null && down !== undefined,
      };
    }),
  );
}
