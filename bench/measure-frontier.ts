import type { Redis } from "ioredis";
import { crawlOptionsSchema } from "../queue/crawl-options.ts";
import { openFrontier, type Frontier } from "../queue/frontier.ts";
import type { PageRequest } from "../types.ts";

const HOSTS = 500;
/** Pages that a worker's page links to, at most; what one script adds. */
const BATCH = 500;
/** Pages handed out at a time. */
const WINDOW = 256;
const WORDS = [
  "harbour",
  "council",
  "ferry",
  "orchard",
  "lantern",
  "market",
  "winter",
  "bridge",
  "ledger",
  "quay",
];

/** Addresses as papers give them: section, date and slug, 60 to 80 characters; found on another page of the host. */
function requestOf(crawl: string, n: number): PageRequest {
  const host = `https://${crawl}${n % HOSTS}.example`;
  const word = (by: number): string => WORDS[Math.floor(n / by) % WORDS.length] ?? "";
  const path = (k: number): string =>
    `/news/2026/0${1 + (k % 9)}/${word(7)}-${word(70)}-${word(700)}-${k}.html`;
  return { url: host + path(n), depth: 3, referrer: host + path(Math.floor(n / 40)) };
}

/** A crawl in the frontier that pages are added to and taken from. */
export interface MeasuredCrawl {
  /** Adds so many new pages; answers the milliseconds that it took. */
  add(pages: number): Promise<number>;
  /** Takes so many pages and settles them; answers the milliseconds that it took. */
  take(pages: number): Promise<number>;
}

/** @param name Letters; crawls of other names have other hosts. */
export async function openCrawl(redis: Redis, name: string): Promise<MeasuredCrawl> {
  const frontier: Frontier = openFrontier(redis, WINDOW);
  const options = crawlOptionsSchema.parse({ delayMs: 0 });
  const { runId } = await frontier.start({ seeds: [`https://${name}.example/`], options });
  const state = { next: 0 };
  return {
    async add(pages) {
      const requests = Array.from({ length: pages }, (_, i) => requestOf(name, state.next + i));
      state.next += pages;
      const started = performance.now();
      for (let from = 0; from < pages; from += BATCH)
        await frontier.add(runId, requests.slice(from, from + BATCH));
      return performance.now() - started;
    },
    async take(pages) {
      const started = performance.now();
      for (let taken = 0; taken < pages;) {
        const fed = await frontier.feed(runId);
        if (fed.length === 0) throw new Error(`the frontier has no page for ${name} left`);
        await Promise.all(fed.map(({ id }) => frontier.settle(runId, id, "skipped")));
        taken += fed.length;
      }
      return performance.now() - started;
    },
  };
}

export async function usedMemory(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/mu.exec(await redis.info("memory"))?.[1]);
}
