import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../../errors.ts";
import { endedPages } from "../operations/crawls.ts";
import type { HookEvent, JobHook } from "./job-hook.ts";
import { documentsOf, findJob, type FoundJob } from "./jobs.ts";
import type { FirecrawlContext } from "./version.ts";

/** Jobs whose hook still has something to be told. */
const HOOKS_KEY = "galley:firecrawl:hooks";
const LOOK_MS = 1000;
/** One process tells a hook at a time; a process that died is replaced after this. */
const HELD_MS = 60_000;
const POST_TIMEOUT_MS = 15_000;
/** A message is tried this often, a second after the first try, two after the second, and so on; then it is left out. */
const MOST_TRIES = 5;
/** Pages that one round tells a hook of. */
const PAGES_A_ROUND = 20;

const stateKey = (id: string): string => `galley:firecrawl:hook:${id}`;

/** Remembers that a job has a hook. */
export async function addHook({ parts }: FirecrawlContext, id: string): Promise<void> {
  await parts.redis.sadd(HOOKS_KEY, id);
}

function typeOf({ job }: FoundJob, event: HookEvent): string {
  return `${job.kind === "crawl" ? "crawl" : "batch_scrape"}.${event}`;
}

async function post(
  { parts }: FirecrawlContext,
  hook: JobHook,
  message: { readonly type: string; readonly id: string; readonly data: readonly unknown[] },
): Promise<void> {
  const body = JSON.stringify({ success: true, ...message, metadata: hook.metadata });
  const headers = { ...hook.headers, "content-type": "application/json" };
  for (let tries = 1; ; tries++) {
    try {
      const { status } = await parts.post(hook.url, {
        headers,
        body,
        timeoutMs: POST_TIMEOUT_MS,
        signal: parts.signal,
      });
      if (status < 300) return;
      throw new Error(`HTTP status ${status}`);
    } catch (error) {
      parts.signal.throwIfAborted();
      if (tries >= MOST_TRIES) {
        parts.log.warn(
          { job: message.id, type: message.type, why: messageOf(error) },
          "a job's hook was not told",
        );
        return;
      }
      await sleep(tries * 1000, undefined, { signal: parts.signal });
    }
  }
}

/** Tells a hook what it was not told yet. Answers whether that was all. */
async function tellHook(context: FirecrawlContext, id: string): Promise<boolean> {
  const { parts } = context;
  const found = await findJob(parts, id);
  const hook = found?.job.hook ?? null;
  if (found === null || hook === null) return true;
  const { crawl } = found;
  const key = stateKey(id);
  const state = await parts.redis.hgetall(key);
  const wants = (event: HookEvent): boolean => hook.events.includes(event);
  if (state["started"] === undefined) {
    if (wants("started")) await post(context, hook, { type: typeOf(found, "started"), id, data: [] });
    await parts.redis.hset(key, "started", 1);
  }
  let from = Number(state["from"] ?? 0);
  const { pages } = await endedPages(parts, crawl, { from, limit: PAGES_A_ROUND });
  for (const page of pages) {
    const documents = wants("page") ? await documentsOf(context, found, [page], parts.signal) : [];
    if (documents.length > 0) await post(context, hook, { type: typeOf(found, "page"), id, data: documents });
    from += 1;
    await parts.redis.hset(key, "from", from);
  }
  if (pages.length === PAGES_A_ROUND || crawl.state === "running") return false;
  const ending = crawl.state === "finished" ? "completed" : "failed";
  if (wants(ending)) await post(context, hook, { type: typeOf(found, ending), id, data: [] });
  return true;
}

async function lookAtHooks(context: FirecrawlContext): Promise<void> {
  const { redis, log } = context.parts;
  for (const id of await redis.smembers(HOOKS_KEY)) {
    const held = `${stateKey(id)}:held`;
    if ((await redis.set(held, process.pid, "PX", HELD_MS, "NX")) === null) continue;
    try {
      if (await tellHook(context, id)) await redis.multi().srem(HOOKS_KEY, id).unlink(stateKey(id)).exec();
    } catch (error) {
      context.parts.signal.throwIfAborted();
      log.warn({ err: error, job: id }, "a job's hook is told later");
    } finally {
      await redis.unlink(held);
    }
  }
}

/** Tells the hooks of jobs what comes of them, in order, at least once, until the server stops. */
export async function tellHooks(context: FirecrawlContext): Promise<void> {
  const { signal, log } = context.parts;
  while (!signal.aborted) {
    try {
      await lookAtHooks(context);
      await sleep(LOOK_MS, undefined, { signal });
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error }, "hooks are looked at again soon");
      await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
