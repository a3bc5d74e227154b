import { FRONTIER_LUA } from "./frontier-scripts.ts";
import { FORGET_TROUBLE_LUA } from "./host-trouble.ts";
import { KEY_PREFIX, FAILED_KEY } from "./queue-keys.ts";
import { defineScript } from "./redis-script.ts";

/**
 * Puts failed pages back into their crawl: into its run where one is going on, else into a new one that fetches them,
 * follows what is new on them, and leaves alone what the crawl knows already.
 * KEYS: crawl, RUNS; ARGV: crawl id, plan, window, host cap, then names of pages. Returns the run's id, and the names
 * of the pages that were put back.
 */
export const PUT_BACK = defineScript(
  `local crawl, runs = KEYS[1], KEYS[2]
local generation = tonumber(redis.call('GET', crawl) or 0)
local prefix = '${KEY_PREFIX}:run:'
local letters = '${FAILED_KEY}:' .. ARGV[1]
local any = false
for i = 5, #ARGV do if redis.call('HEXISTS', letters, ARGV[i]) == 1 then any = true end end
if not any then return { '' } end
local going = redis.call('HGET', prefix .. ARGV[1] .. '.' .. generation, 'state') == 'running'
if not going then generation = redis.call('INCR', crawl) end
local run = ARGV[1] .. '.' .. generation
local KEYS = { prefix .. run, runs }`,
  FRONTIER_LUA,
  FORGET_TROUBLE_LUA,
  `if not going then
  redis.call('HSET', base, 'state', 'running', 'options', ARGV[2], 'limit', '', 'window', ARGV[3], 'hostCap', ARGV[4],
    'keepPages', 0, 'retry', 1, 'startedAt', redis.call('TIME')[1])
  redis.call('SADD', runs, run)
end
local out = { run }
for i = 5, #ARGV do
  local id = ARGV[i]
  local letter = redis.call('HGET', failed, id)
  if letter then
    local of, code, host, entry = string.match(letter, '^(%d+)\\t[^\\t]*\\t[^\\t]*\\t([^\\t]*)\\t([^\\t]*)\\t([^\\t]*\\t[^\\t]*\\t[^\\t]*\\t[^\\t]*)')
    redis.call('HDEL', failed, id)
    -- A page of this very run was counted: it is asked for and may fail once more.
    if of == generation_of then
      redis.call('HINCRBY', base, 'failed', -1)
      if redis.call('HINCRBY', base, 'why:' .. code, -1) <= 0 then redis.call('HDEL', base, 'why:' .. code) end
      redis.call('HINCRBY', base, 'fed', -1)
    else
      redis.call('HINCRBY', base, 'found', 1)
    end
    -- Who puts a page back wants its host to be asked.
    forget_trouble(host)
    redis.call('SADD', key('seen'), id)
    redis.call('RPUSH', key('p:' .. host), entry)
    redis.call('SADD', key('hosts'), host)
    redis.call('HINCRBY', base, 'pending', 1)
    wake(host)
    out[#out + 1] = id
  end
end
return out`,
);
