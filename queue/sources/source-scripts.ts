import { KEY_PREFIX } from "../queue-keys.ts";
import { defineScript } from "../redis-script.ts";

/** Names of all sources. */
export const SOURCES_KEY = `${KEY_PREFIX}:sources`;
/** Names of the sources that have a run going. */
export const RUNNING_KEY = `${KEY_PREFIX}:sources-running`;
/** Set for a while by the process that looks after the schedules. */
export const HEAL_TURN_KEY = `${KEY_PREFIX}:sources-heal`;

/**
 * Hash of a source: definition (JSON), paused ("1"), base (milliseconds; ticks count from there), runs (number of the
 * newest run). The source's other keys are derived from it:
 *
 *   :current  hash  the run that is going: number, trigger, tick, late, startedAt, before, runId, merged
 *   :runs     list  JSON of its finished runs, the newest first
 *   :ticks    hash  scheduled time → JSON of what became of the tick
 *   :order    zset  the scheduled times, to forget the oldest
 */
export function sourceKey(name: string): string {
  return `${KEY_PREFIX}:source:${name}`;
}

/** Ticks remembered of a source; a tick that is older than all of them is taken for known. */
export const KEPT_TICKS = 1000;
/** Finished runs remembered of a source. */
export const KEPT_RUNS = 200;

const SHARED = `
local base = KEYS[1]
local current, ticks, order = base .. ':current', base .. ':ticks', base .. ':order'
local name = string.match(base, '^${KEY_PREFIX}:source:(.*)$')

local function run_fields()
  return redis.call('HGETALL', current)
end

local function note(tick, outcome, late, at, run)
  local known = { tick = tonumber(tick), outcome = outcome, late = late == '1', at = tonumber(at), run = tonumber(run) }
  redis.call('HSET', ticks, tick, cjson.encode(known))
  redis.call('ZADD', order, tick, tick)
  while redis.call('ZCARD', order) > ${KEPT_TICKS} do
    redis.call('HDEL', ticks, redis.call('ZPOPMIN', order)[1])
  end
end

-- A tick that was forgotten is known all the same.
local function is_known(tick)
  if redis.call('HEXISTS', ticks, tick) == 1 then return true end
  if redis.call('ZCARD', order) < ${KEPT_TICKS} then return false end
  return tonumber(tick) < tonumber(redis.call('ZRANGE', order, 0, 0)[1])
end

local function begin(trigger, tick, late, at, before)
  local number = redis.call('HINCRBY', base, 'runs', 1)
  redis.call('HSET', current, 'number', number, 'trigger', trigger, 'tick', tick, 'late', late, 'startedAt', at,
    'before', before, 'runId', '', 'merged', 0)
  redis.call('SADD', '${RUNNING_KEY}', name)
  return number
end
`;

/**
 * A tick or a hand asks for a run. Whatever happens twice or at once, a tick is recorded once and begins one run at most.
 * KEYS: source, generation of its crawl; ARGV: trigger, scheduled time or "", "1" when late, now.
 * Returns an outcome and the fields of the run that is going:
 * `begun`; `joined` (by hand, and one is going); `merged` (a tick, and one is going); `known` (this tick was here
 * before; the run may still be its own); `paused` (or due before it was resumed or timed anew); `gone`.
 */
export const BEGIN = defineScript(
  SHARED,
  `local trigger, tick, late, at = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if redis.call('HEXISTS', base, 'definition') == 0 then return { 'gone', {} } end
if trigger == 'tick' then
  if is_known(tick) then return { 'known', run_fields() } end
  local paused, counted = unpack(redis.call('HMGET', base, 'paused', 'base'))
  -- What was due before a pause, or by another cron, may still wait in the queue.
  if paused == '1' or tonumber(tick) <= tonumber(counted or 0) then return { 'paused', {} } end
end
if redis.call('EXISTS', current) == 1 then
  if trigger == 'manual' then return { 'joined', run_fields() } end
  note(tick, 'merged', late, at, redis.call('HGET', current, 'number'))
  redis.call('HINCRBY', current, 'merged', 1)
  return { 'merged', run_fields() }
end
local number = begin(trigger, tick, late, at, redis.call('GET', KEYS[2]) or '0')
if trigger == 'tick' then note(tick, 'started', late, at, number) end
return { 'begun', run_fields() }`,
);

/** The begun run has its run in the frontier. KEYS: source; ARGV: number, run id. */
export const ATTACH = defineScript(
  SHARED,
  `if redis.call('HGET', current, 'number') ~= ARGV[1] then return 0 end
redis.call('HSET', current, 'runId', ARGV[2])
return 1`,
);

/** The run has ended. KEYS: source; ARGV: number, JSON of the finished run, which gets the ticks merged meanwhile. */
export const FINISH = defineScript(
  SHARED,
  `if redis.call('HGET', current, 'number') ~= ARGV[1] then return 0 end
local run = cjson.decode(ARGV[2])
run.mergedTicks = tonumber(redis.call('HGET', current, 'merged'))
redis.call('LPUSH', base .. ':runs', cjson.encode(run))
redis.call('LTRIM', base .. ':runs', 0, ${KEPT_RUNS - 1})
redis.call('DEL', current)
redis.call('SREM', '${RUNNING_KEY}', name)
return 1`,
);

/**
 * Writes a definition. KEYS: source, SOURCES; ARGV: name, definition, now, "1" when its ticks count anew from now.
 */
export const DEFINE = defineScript(
  `local isNew = redis.call('SADD', KEYS[2], ARGV[1])
redis.call('HSET', KEYS[1], 'definition', ARGV[2])
if isNew == 1 or ARGV[4] == '1' then redis.call('HSET', KEYS[1], 'base', ARGV[3]) end
return isNew`,
);

/** Ticks of a paused source count again from now. KEYS: source; ARGV: now. */
export const RESUME = defineScript(
  `if redis.call('HDEL', KEYS[1], 'paused') == 1 then redis.call('HSET', KEYS[1], 'base', ARGV[1]) end return 1`,
);

/** Forgets a source. KEYS: source, SOURCES; ARGV: name. Returns 1 when there was one. */
export const FORGET = defineScript(
  `redis.call('SREM', '${RUNNING_KEY}', ARGV[1])
for _, part in ipairs({ '', ':current', ':runs', ':ticks', ':order' }) do redis.call('UNLINK', KEYS[1] .. part) end
return redis.call('SREM', KEYS[2], ARGV[1])`,
);

/** Gives a lock back. KEYS: lock; ARGV: token. */
export const UNLOCK = defineScript(
  `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`,
);
