import { TROUBLE_LUA } from "./host-trouble.ts";
import { defineScript } from "./redis-script.ts";

/** How long a host's last request is remembered: a longer delay may become known after it. No delay is longer. */
const REMEMBER_MS = 60_000;
/** A host in trouble is remembered this much longer than it is parked, so that its pauses can grow. */
const REMEMBER_TROUBLE_MS = 15 * 60_000;
/** A pause that is worth telling people about. */
const LISTED_PAUSE_MS = 1000;

/**
 * A slot's fields: `token` of its holder, `next` when it is free again at the latest, `ended` when the host's last
 * request was over; and those of a host in trouble (host-trouble.ts). The clock is Redis's own, so machines need not agree on the time.
 */
const SHARED = `local time = redis.call('TIME')
local exact = time[1] * 1000 + time[2] / 1000
local slot = KEYS[1]
local function free_at(at)
  redis.call('HSET', slot, 'next', string.format('%.0f', at))
  local keep = math.max(${REMEMBER_MS}, math.ceil(at - exact))
  local trouble = redis.call('HMGET', slot, 'trouble', 'park')
  if trouble[1] then keep = math.max(keep, math.ceil(tonumber(trouble[2] or 0) - exact)) + ${REMEMBER_TROUBLE_MS} end
  redis.call('PEXPIRE', slot, keep + 1000)
end
local function delay_of(asked)
  return math.max(tonumber(asked), tonumber(redis.call('GET', KEYS[2]) or 0))
end
local function note_end()
  redis.call('HSET', slot, 'ended', string.format('%.0f', math.ceil(exact)))
end`;

/**
 * ARGV: token, delay, lease, Crawl-delay or "", its time to live. Returns 0 when the slot is taken, else the
 * milliseconds after which to ask again; the delay that the host gets; and 1 when the host is parked, 2 when it is
 * given up.
 */
export const TAKE = defineScript(
  SHARED,
  `if ARGV[4] ~= '' then redis.call('SET', KEYS[2], ARGV[4], 'PX', ARGV[5]) end
local delay = delay_of(ARGV[2])
local fields = redis.call('HMGET', slot, 'next', 'token', 'ended', 'park', 'down')
local park = tonumber(fields[4] or 0)
if park > exact then return { math.ceil(park - exact), delay, fields[5] and 2 or 1 } end
local held = fields[2] and fields[2] ~= ARGV[1]
local free = 0
if fields[3] then free = tonumber(fields[3]) + delay end
if fields[1] and fields[2] ~= ARGV[1] then free = math.max(free, tonumber(fields[1])) end
local wait = math.ceil(free - exact)
if wait > 0 and (delay > 0 or not held) then
  if held then wait = math.min(wait, math.max(delay, 20)) end
  return { wait, delay, 0 }
end
if delay > 0 then
  redis.call('HSET', slot, 'token', ARGV[1])
  free_at(math.ceil(exact) + delay + ARGV[3])
end
return { 0, delay, 0 }`,
);

/** ARGV: token, milliseconds until the slot is free. */
export const RENEW = defineScript(
  SHARED,
  `if redis.call('HGET', slot, 'token') ~= ARGV[1] then return 0 end
free_at(math.ceil(exact) + ARGV[2])
return 1`,
);

/**
 * The request is over. ARGV: token, delay, the longer pause that the host asked for or 0; the kind of trouble or "", and
 * then the page and the timing of parks. Returns until when the host is parked in milliseconds from now, or 0, and 1
 * when it is given up.
 */
export const RELEASE = defineScript(
  SHARED,
  TROUBLE_LUA,
  `local current = redis.call('HMGET', slot, 'next', 'token', 'trouble')
local park = 0
if ARGV[4] == '' then
  redis.call('HSET', slot, 'ended', string.format('%.0f', math.ceil(exact)), 'ok', 1)
  host_answered(current[3])
else
  note_end()
  local timing = {}
  for i = 6, 11 do timing[i - 5] = tonumber(ARGV[i]) end
  park = host_failed(ARGV[4], ARGV[5], unpack(timing))
end
if tonumber(ARGV[3]) >= ${LISTED_PAUSE_MS} then list_parked(exact + ARGV[3]) end
local free = math.ceil(exact) + math.max(delay_of(ARGV[2]), ARGV[3])
if current[2] == ARGV[1] then
  redis.call('HDEL', slot, 'token')
else
  free = math.max(free, tonumber(current[1] or 0))
end
free_at(free)
return { math.max(0, math.ceil(park - exact)), redis.call('HEXISTS', slot, 'down') }`,
);

/** No request was sent. ARGV: token, delay. */
export const CANCEL = defineScript(
  SHARED,
  `if redis.call('HGET', slot, 'token') ~= ARGV[1] then return 0 end
redis.call('HDEL', slot, 'token')
free_at(math.max(math.floor(exact), tonumber(redis.call('HGET', slot, 'ended') or 0) + delay_of(ARGV[2])))
return 1`,
);
