import type { Redis } from "ioredis";
import { trapBudget } from "../crawler/find-trap.ts";
import type { PageRequest } from "../types.ts";
import { pageId } from "./page-entry.ts";
import { runKey } from "./queue-keys.ts";
import { defineScript, runScript } from "./redis-script.ts";

/**
 * Counts new pages of generated spaces (a calendar's days, one path's queries). Pages that are let through are
 * remembered apart from the run's seen ones: many workers find the same links before the first of them adds them.
 * KEYS: the run's `:traps` hash (space → pages let through) and its `:trap-pages` set; ARGV: id, space, limit of each
 * page. Returns 1 for each that may be followed.
 */
const SPEND = defineScript(`local allowed = {}
for i = 1, #ARGV, 3 do
  local may = redis.call('SISMEMBER', KEYS[2], ARGV[i])
  if may == 0 and tonumber(redis.call('HGET', KEYS[1], ARGV[i + 1]) or 0) < tonumber(ARGV[i + 2]) then
    redis.call('HINCRBY', KEYS[1], ARGV[i + 1], 1)
    may = redis.call('SADD', KEYS[2], ARGV[i])
  end
  allowed[#allowed + 1] = may
end
-- A run ends by dropping both; a worker that comes late must not leave them for ever.
redis.call('EXPIRE', KEYS[1], 604800)
redis.call('EXPIRE', KEYS[2], 604800)
return allowed`);

/** What trapBudget can have an opinion on; most links are told apart by this without parsing them. */
const MAYBE_GENERATED = /\?|calendar|kalend|event|agenda|archive/iu;

function budgetOf(url: string): { readonly key: string; readonly limit: number } | null {
  return MAYBE_GENERATED.test(url) ? trapBudget(new URL(url)) : null;
}

/**
 * Leaves out links into spaces of generated addresses of which the run has followed enough. A page that was let
 * through is never counted again.
 */
export async function withinBudget(
  redis: Redis,
  runId: string,
  links: readonly PageRequest[],
): Promise<readonly PageRequest[]> {
  const budgets = links.map(({ url }) => budgetOf(url));
  const args = links.flatMap(({ url }, index) => {
    const budget = budgets[index] ?? null;
    return budget === null ? [] : [pageId(url), pageId(budget.key), budget.limit];
  });
  if (args.length === 0) return links;
  const keys = [`${runKey(runId)}:traps`, `${runKey(runId)}:trap-pages`];
  const verdicts = (await runScript(redis, SPEND, keys, args)) as readonly number[];
  const verdict = verdicts[Symbol.iterator]();
  return links.filter((_, index) => (budgets[index] ?? null) === null || verdict.next().value === 1);
}
