import { FORGET_TROUBLE_LUA } from "./host-trouble.ts";
import { FAILED_KEY, KEY_PREFIX, PARKED_KEY } from "./queue-keys.ts";
import { defineScript } from "./redis-script.ts";

/** A crawl that has not run for this long (90 days) begins anew. */
const KNOWN_SECONDS = 7_776_000;
/** Dead letters of one crawl beyond this many keep everything but their message. */
const LETTERS_WITH_MESSAGE = 10_000;

/**
 * The frontier's scripts. KEYS[1] is the run's hash; the run's other keys are derived from it, so one standalone
 * Redis is needed (no cluster). A run's keys:
 *
 *   (base)        hash  options, state, limit, window, hostCap, turn, and the counters
 *   :seen         set   names of all pages ever found, redirect targets too
 *   :p:HOST       list  waiting entries of a host, first come first served
 *   :hosts        set   hosts with or once with waiting entries
 *   :ready        zset  hosts that have a waiting entry and room for one more fetch, by turn
 *   :active       hash  host → entries that are being fetched
 *   :resting      hash  host → entries that wait until their host is out of trouble; they leave room in the window
 *   :inflight     set   names of entries between "handed out" and "settled"
 *   :e:ID         hash  an entry in flight: stage (fetch, retry, rest, extract), starts, host, text, key
 *   :traps        hash  space of generated addresses → pages of it that were let through (trap-budget.ts)
 *   :trap-pages   set   names of these pages
 *   :pages        list  how each page ended, in that order, where the plan asks for it (field keepPages)
 *
 * And for all runs of a crawl together (known-page.ts):
 *
 *   known:CRAWL   hash  ID → what the next run is to know of the page; gone some time after the last run
 *   failed:CRAWL  hash  ID → dead letter of a page that failed for good, until a later try ends otherwise
 *
 * Every step is one script, and each may run twice: a settled or moved-on entry is never counted again.
 */
export const FRONTIER_LUA = `
local base = KEYS[1]
local crawl_id, generation_of = string.match(base, '([^:]*)%.(%d+)$')
local known = '${KEY_PREFIX}:known:' .. crawl_id
local failed = '${FAILED_KEY}:' .. crawl_id
local function key(name) return base .. ':' .. name end
local function number(value) return tonumber(value or 0) or 0 end
local function running() return redis.call('HGET', base, 'state') == 'running' end

local function now_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function parked(host)
  return number(redis.call('ZSCORE', '${PARKED_KEY}', host)) > now_ms()
end

local function wake(host)
  local cap = number(redis.call('HGET', base, 'hostCap'))
  -- A host that asks for a delay of its own gets one page at a time, where others have no delay.
  if cap > 1 and redis.call('EXISTS', '${KEY_PREFIX}:crawl-delay:' .. host) == 1 then cap = 1 end
  -- A host in trouble gets no more pages than the one that finds out when it is over.
  if number(redis.call('HGET', key('resting'), host)) > 0 and parked(host) then cap = 0 end
  if number(redis.call('HGET', key('active'), host)) < cap and redis.call('EXISTS', key('p:' .. host)) == 1 then
    redis.call('ZADD', key('ready'), 'NX', redis.call('HINCRBY', base, 'turn', 1), host)
  end
end

local function activate(host, step)
  if redis.call('HINCRBY', key('active'), host, step) <= 0 then redis.call('HDEL', key('active'), host) end
end

local function rest(host, step)
  redis.call('HINCRBY', base, 'resting', step)
  if redis.call('HINCRBY', key('resting'), host, step) <= 0 then redis.call('HDEL', key('resting'), host) end
end

-- The entry is not being fetched any more, or for now.
local function leave(stage, host)
  if stage == 'fetch' then activate(host, -1) end
  if stage == 'rest' then rest(host, -1) end
end

-- ARGV from index first on: id, host, text of each page.
local function add(first)
  local added, touched = 0, {}
  -- A run that retries failed pages follows what is new on them, and leaves alone what the crawl knows.
  local retrying = redis.call('HGET', base, 'retry') == '1'
  for i = first, #ARGV, 3 do
    local fresh = redis.call('SADD', key('seen'), ARGV[i]) == 1
    if fresh and not (retrying and redis.call('HEXISTS', known, ARGV[i]) == 1) then
      redis.call('RPUSH', key('p:' .. ARGV[i + 1]), ARGV[i + 2])
      touched[ARGV[i + 1]] = true
      added = added + 1
    end
  end
  if added > 0 then
    redis.call('HINCRBY', base, 'found', added)
    redis.call('HINCRBY', base, 'pending', added)
    for host in pairs(touched) do
      redis.call('SADD', key('hosts'), host)
      wake(host)
    end
  end
  return added
end

local function limited()
  local limit = redis.call('HGET', base, 'limit')
  return limit and limit ~= '' and number(redis.call('HGET', base, 'fed')) >= tonumber(limit)
end

-- An ended run keeps its counters and pages for a week; the frontier itself goes at once. Dead letters stay with the
-- crawl, with the plan that a retry needs.
local function finish(state)
  redis.call('HSET', base, 'state', state, 'finishedAt', redis.call('TIME')[1])
  redis.call('SREM', KEYS[2], string.match(base, '[^:]*$'))
  for _, host in ipairs(redis.call('SMEMBERS', key('hosts'))) do redis.call('UNLINK', key('p:' .. host)) end
  redis.call('UNLINK', key('seen'), key('hosts'), key('ready'), key('active'), key('resting'), key('traps'), key('trap-pages'))
  redis.call('EXPIRE', base, 604800)
  if redis.call('EXISTS', failed) == 1 then
    redis.call('HSET', failed, 'plan', redis.call('HGET', base, 'options') or '')
    redis.call('EXPIRE', failed, ${KNOWN_SECONDS})
  end
  redis.call('EXPIRE', key('pages'), 604800)
  redis.call('EXPIRE', known, ${KNOWN_SECONDS})
end

local function conclude()
  if redis.call('SCARD', key('inflight')) > 0 or not running() then return end
  if number(redis.call('HGET', base, 'pending')) > 0 and not limited() then return end
  finish('finished')
end

-- A letter costs no more than the page's place in the frontier did: where there are very many, the code says enough.
local function bury(id, entry, failure, code)
  local attempts, message = string.match(failure, '^(%d+)\t(.*)$')
  if redis.call('HLEN', failed) > ${LETTERS_WITH_MESSAGE} then message = '' end
  local facts = { generation_of, redis.call('TIME')[1], attempts, code, entry[2], entry[3], message }
  redis.call('HSET', failed, id, table.concat(facts, '\t'))
  redis.call('SADD', '${FAILED_KEY}', crawl_id)
end

local function settle(id, outcome, failure, code, note)
  if redis.call('SREM', key('inflight'), id) == 0 then return 0 end
  local entry = redis.call('HMGET', key('e:' .. id), 'stage', 'host', 'text', 'key')
  redis.call('DEL', key('e:' .. id))
  if redis.call('HGET', base, 'keepPages') == '1' then
    redis.call('RPUSH', key('pages'), table.concat({ outcome, code or '', entry[4] or '', entry[2] or '', entry[3] or '' }, '\t'))
  end
  leave(entry[1], entry[2])
  if note and note ~= '' then redis.call('HSET', known, id, note)
  -- A wall is not the page: the next run is to ask again.
  elseif code == 'blocked' or (failure ~= '' and entry[1] ~= 'extract') then redis.call('HDEL', known, id) end
  if code and code ~= '' then redis.call('HINCRBY', base, 'why:' .. code, 1) end
  redis.call('HINCRBY', base, outcome, 1)
  if failure ~= '' then bury(id, entry, failure, code) else redis.call('HDEL', failed, id) end
  wake(entry[2])
  conclude()
  return 1
end
`;

/**
 * Starts a run with its seeds, or resumes the crawl's unfinished one with new options.
 * KEYS: crawl, RUNS; ARGV: crawl id, options, limit, window, host cap, 1 to keep its pages, then the seeds (id, host, text).
 * Returns run id and 1 when it was resumed.
 */
export const START = defineScript(
  `local crawl, runs = KEYS[1], KEYS[2]
local generation = tonumber(redis.call('GET', crawl) or 0)
local prefix = '${KEY_PREFIX}:run:'
local resumed = redis.call('HGET', prefix .. ARGV[1] .. '.' .. generation, 'state') == 'running'
if not resumed then generation = redis.call('INCR', crawl) end
local run = ARGV[1] .. '.' .. generation
local KEYS = { prefix .. run, runs }`,
  FRONTIER_LUA,
  FORGET_TROUBLE_LUA,
  `redis.call('HSET', base, 'state', 'running', 'options', ARGV[2], 'limit', ARGV[3], 'window', ARGV[4], 'hostCap', ARGV[5], 'keepPages', ARGV[6])
redis.call('HSETNX', base, 'startedAt', redis.call('TIME')[1])
redis.call('SADD', runs, run)
add(7)
for i = 8, #ARGV, 3 do forget_trouble(ARGV[i]) end
for _, host in ipairs(redis.call('SMEMBERS', key('hosts'))) do wake(host) end
return { run, resumed and 1 or 0 }`,
);

/** KEYS: run, RUNS; ARGV: id, host, text of each page. Returns how many were new. */
export const ADD = defineScript(FRONTIER_LUA, `if not running() then return 0 end return add(1)`);

/**
 * Hands out entries as long as the window, the limit and each host's cap have room.
 * KEYS: run, RUNS; ARGV: most entries to hand out. Returns host, text and milliseconds until the host's slot is free, of each.
 */
export const FEED = defineScript(
  FRONTIER_LUA,
  `local out = {}
if not running() then return out end
local room = number(redis.call('HGET', base, 'window')) - redis.call('SCARD', key('inflight'))
room = room + number(redis.call('HGET', base, 'resting'))
room = math.min(room, tonumber(ARGV[1]))
local now = now_ms()
while #out < room * 3 and not limited() do
  local host = redis.call('ZPOPMIN', key('ready'))[1]
  if not host then break end
  local text = redis.call('LPOP', key('p:' .. host))
  if text then
    local id = string.match(text, '^[^\\t]*')
    redis.call('SADD', key('inflight'), id)
    redis.call('HSET', key('e:' .. id), 'stage', 'fetch', 'host', host, 'text', text)
    redis.call('HINCRBY', base, 'fed', 1)
    redis.call('HINCRBY', base, 'pending', -1)
    activate(host, 1)
    wake(host)
    local slot = redis.call('HMGET', '${KEY_PREFIX}:slot:' .. host, 'next', 'token', 'park', 'down')
    local wait = math.max(0, number(slot[1]) - now)
    -- Another crawl is fetching from the host now: "next" is when its lease would end, most likely much too late.
    if slot[2] then wait = 0 end
    -- Pages of a host that was given up are not to wait; see host-trouble.ts.
    if not slot[4] then wait = math.max(wait, number(slot[3]) - now) end
    out[#out + 1] = host
    out[#out + 1] = text
    out[#out + 1] = wait
  end
end
conclude()
return out`,
);

/**
 * A worker begins with an entry. KEYS: run, RUNS; ARGV: id, stage of the worker (fetch or extract).
 * Returns the entry's stage, how often it was begun, its archive key, and for a fetch what is known of the page from
 * earlier runs; nothing when it is settled.
 */
export const CLAIM = defineScript(
  FRONTIER_LUA,
  `local entry = key('e:' .. ARGV[1])
if redis.call('SISMEMBER', key('inflight'), ARGV[1]) == 0 then return {} end
local stage = redis.call('HGET', entry, 'stage')
if ARGV[2] == 'fetch' and (stage == 'retry' or stage == 'rest') then
  local host = redis.call('HGET', entry, 'host')
  leave(stage, host)
  redis.call('HSET', entry, 'stage', 'fetch')
  activate(host, 1)
  stage = 'fetch'
end
if stage ~= ARGV[2] then return { stage, 0, redis.call('HGET', entry, 'key') or '', '' } end
local note = stage == 'fetch' and redis.call('HGET', known, ARGV[1]) or ''
return { stage, redis.call('HINCRBY', entry, 'starts', 1), redis.call('HGET', entry, 'key') or '', note }`,
);

/** A worker puts an entry back that it only began. KEYS: run, RUNS; ARGV: id. */
export const UNCLAIM = defineScript(
  FRONTIER_LUA,
  `local entry = key('e:' .. ARGV[1])
if number(redis.call('HGET', entry, 'starts')) > 0 then redis.call('HINCRBY', entry, 'starts', -1) end
return 1`,
);

/** The fetch failed and will be tried again; meanwhile the host is free for another page. KEYS: run, RUNS; ARGV: id. */
export const RETRY = defineScript(
  FRONTIER_LUA,
  `local entry = key('e:' .. ARGV[1])
if redis.call('HGET', entry, 'stage') ~= 'fetch' then return 0 end
local host = redis.call('HGET', entry, 'host')
redis.call('HSET', entry, 'stage', 'retry')
activate(host, -1)
wake(host)
return 1`,
);

/**
 * A page that is to be extracted is not in the archive (any more): it is fetched again, unless it was lost too often.
 * KEYS: run, RUNS; ARGV: id, most losses. Returns 1 when it is to be fetched.
 */
export const REFETCH = defineScript(
  FRONTIER_LUA,
  `local entry = key('e:' .. ARGV[1])
if redis.call('HGET', entry, 'stage') ~= 'extract' then return 0 end
if redis.call('HINCRBY', entry, 'lost', 1) > tonumber(ARGV[2]) then return 0 end
redis.call('HINCRBY', base, 'fetched', -1)
redis.call('HDEL', entry, 'key')
redis.call('HSET', entry, 'stage', 'retry', 'starts', 0)
return 1`,
);

/**
 * The page's host is in trouble: the page waits for it, which takes no room in the window and counts as no start.
 * KEYS: run, RUNS; ARGV: id, 1 when the page was begun.
 */
export const REST = defineScript(
  FRONTIER_LUA,
  `local entry = key('e:' .. ARGV[1])
local fields = redis.call('HMGET', entry, 'stage', 'host', 'starts')
if fields[1] ~= 'fetch' and fields[1] ~= 'retry' then return 0 end
if ARGV[2] == '1' and number(fields[3]) > 0 then redis.call('HINCRBY', entry, 'starts', -1) end
leave(fields[1], fields[2])
redis.call('HSET', entry, 'stage', 'rest')
rest(fields[2], 1)
return 1`,
);

/**
 * A page is fetched and archived: its links are added and it moves on to extraction, or is settled when it has not
 * changed, in one step. A page that was redirected to one already known is settled as skipped: that page has an entry
 * of its own.
 * KEYS: run, RUNS; ARGV: id, id of the final URL, archive key, outcome or "", what to know of the page or "", then the
 * links. Returns `here` to the one who moved it on and is to extract it, else the stage it is in now, or "".
 */
export const FETCHED = defineScript(
  FRONTIER_LUA,
  `local id, final = ARGV[1], ARGV[2]
local entry = key('e:' .. id)
local fields = redis.call('HMGET', entry, 'stage', 'host')
if fields[1] ~= 'fetch' and fields[1] ~= 'retry' and fields[1] ~= 'rest' then return fields[1] or '' end
redis.call('HINCRBY', base, 'fetched', 1)
if final ~= id and redis.call('SADD', key('seen'), final) == 0 then
  settle(id, 'skipped', '')
  return ''
end
add(6)
if ARGV[4] ~= '' then
  redis.call('HSET', entry, 'key', ARGV[3])
  settle(id, ARGV[4], '', '', ARGV[5])
  return ''
end
if ARGV[5] ~= '' then redis.call('HSET', known, id, ARGV[5]) end
-- Whoever fetched it extracts it now.
redis.call('HSET', entry, 'stage', 'extract', 'key', ARGV[3], 'starts', 1)
leave(fields[1], fields[2])
wake(fields[2])
return 'here'`,
);

/** KEYS: run, RUNS; ARGV: id, counter, attempts and message of the failure with a tab between or "", error code or "", what to know of the page or "". Returns 1 the first time. */
export const SETTLE = defineScript(
  FRONTIER_LUA,
  `return settle(ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5])`,
);

/**
 * Ends a run before its time: nothing more is handed out, and what workers hold comes to nothing when they move it on.
 * KEYS: run, RUNS. Returns 1 when it was running.
 */
export const CANCEL = defineScript(
  FRONTIER_LUA,
  `if not running() then return 0 end
for _, id in ipairs(redis.call('SMEMBERS', key('inflight'))) do redis.call('UNLINK', key('e:' .. id)) end
redis.call('UNLINK', key('inflight'))
finish('cancelled')
return 1`,
);
