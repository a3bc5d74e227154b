import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ArticleEvent, ArticleStore } from "../../../storage/article-store.ts";
import { makeWebhookSecret } from "../../../storage/feeds/sign-webhook.ts";
import { openSinkBook, type SinkBook } from "../../../storage/feeds/sink-book.ts";
import { openStore } from "../../../storage/open-store.ts";
import { startBigSite } from "../../site/big-site.ts";
import { startReceiver, type WebhookReceiver } from "../../storage/feeds/webhook-receiver.ts";
import type { MortalRedis } from "../mortal-redis.ts";
import { startMortalCrew, type Deaths } from "./mortal-crew.ts";
import { startStreamConsumer } from "./read-stream.ts";

export interface FeedsSoakOptions {
  readonly folder: string;
  readonly redis: MortalRedis;
  /** The store's URL. */
  readonly store: string;
  /** Takes the database away for so long; null where it cannot be taken away. */
  readonly databaseOutage: ((ms: number) => Promise<void>) | null;
  readonly hosts: number;
  readonly pagesPerHost: number;
  readonly workers: number;
  readonly killEvery: readonly [least: number, more: number];
  readonly outageMs: number;
  /** The site is crawled again, as it is then, until so many processes have been killed. */
  readonly leastDeaths: number;
  readonly say?: (line: string) => void;
}

/** An event as a receiver saw it first. */
export interface Seen {
  readonly id: string;
  readonly article: string;
  readonly cursor: number;
}

export interface FeedsSoakResult {
  readonly stories: number;
  /** Stories that the second edition changed. */
  readonly rewritten: number;
  readonly events: readonly ArticleEvent[];
  readonly webhook: readonly Seen[];
  readonly stream: readonly Seen[];
  /** Deliveries of an id that had come before. */
  readonly repeats: { readonly webhook: number; readonly stream: number };
  readonly deaths: Deaths;
  readonly outages: readonly string[];
  /** Letters that wait or are dead at the end. */
  readonly letters: number;
}

const HOOK = "hook";
const STREAM = "soak:articles";
const BATCH = 500;
/** Without any progress for this long the soak has failed. */
const PATIENCE_MS = 90_000;
const EDITION_NOTE =
  "The second edition adds that the tide stood an hour longer than the almanac had promised.";

export async function allEvents(store: ArticleStore): Promise<ArticleEvent[]> {
  const events: ArticleEvent[] = [];
  for (let after = 0; ;) {
    const batch = await store.events({ after, limit: BATCH });
    events.push(...batch);
    const last = batch.at(-1);
    if (last === undefined) return events;
    after = last.seq;
  }
}

async function declareSinks(book: SinkBook, folder: string, hook: string, secret: string): Promise<void> {
  const secretFile = join(folder, "sinks", "hook.secret");
  await writeFile(secretFile, secret);
  await book.add({ name: HOOK, spec: { kind: "webhook", url: hook, secretFile } });
  await book.add({
    name: "stream",
    spec: { kind: "redis-stream", redisUrl: null, stream: STREAM, maxLength: null },
  });
}

/**
 * Two editions of a site, crawled through the queue into a store and delivered to a webhook's receiver and to a stream's consumer,
 * while the processes in between are killed at random, and database, Redis and receiver are each away for a while.
 */
export async function runFeedsSoak(options: FeedsSoakOptions): Promise<FeedsSoakResult> {
  await using opened = new AsyncDisposableStack();
  const { folder, redis, outageMs, say = () => {} } = options;
  const edition = { second: false };
  const isRewritten = (story: number): boolean => story % 2 === 0;
  const site = opened.adopt(
    await startBigSite({
      hosts: options.hosts,
      pagesPerHost: options.pagesPerHost,
      noteOf: (story) => (edition.second && isRewritten(story) ? EDITION_NOTE : null),
    }),
    (it) => it.close(),
  );
  await mkdir(join(folder, "sinks"), { recursive: true });
  const store = opened.adopt(await openStore(options.store), (it) => it.close());
  const book = opened.adopt(await openSinkBook(join(folder, "sinks", "sinks.db")), (it) => it.close());
  const secret = makeWebhookSecret();
  const webhook: Seen[] = [];
  const ids = new Set<string>();
  const counts = { repeats: 0 };
  const answer: Parameters<typeof startReceiver>[0]["answer"] = ({ data }) => {
    if (ids.has(data.id)) counts.repeats += 1;
    else webhook.push({ id: data.id, article: data.articleId, cursor: data.seq });
    ids.add(data.id);
    return 204;
  };
  const receiver: { now: WebhookReceiver } = { now: await startReceiver({ secret: () => secret, answer }) };
  opened.defer(() => receiver.now.close());
  await declareSinks(book, folder, receiver.now.url, secret);
  const consumer = opened.adopt(startStreamConsumer(redis.socketPath, STREAM), (it) => it.close());

  const progress = (): number => site.requests.length + webhook.length + consumer.seen.length;
  const crew = startMortalCrew({
    process: { socketPath: redis.socketPath, folder, store: options.store, seeds: site.seeds },
    workers: options.workers,
    progress,
    killEvery: options.killEvery,
    onKill: ({ work, crawl }) => {
      if ((work + crawl) % 10 === 0)
        say(`${work + crawl} killed, ${webhook.length} and ${consumer.seen.length} events delivered`);
    },
  });
  const total = site.stories.length;
  const outages: string[] = [];

  async function receiverOutage(ms: number): Promise<void> {
    const { port } = receiver.now;
    await receiver.now.close();
    await sleep(ms);
    receiver.now = await startReceiver({ secret: () => secret, answer, port });
  }

  /** Each is away once, in the middle of the first edition. */
  async function takeAway(over: AbortSignal): Promise<void> {
    const plan = [
      { what: "the receiver", at: 0.2, away: receiverOutage },
      { what: "Redis", at: 0.4, away: (ms: number) => redis.outage(ms) },
      { what: "the database", at: 0.6, away: options.databaseOutage },
    ];
    for (const { what, at, away } of plan) {
      if (away === null) continue;
      while (webhook.length < at * total && !over.aborted) await sleep(20);
      say(`${what} is away for ${outageMs} ms at ${webhook.length} events`);
      await away(outageMs);
      outages.push(what);
    }
  }

  async function untilDelivered(count: number): Promise<void> {
    let last = { progress: progress(), at: performance.now() };
    while (webhook.length < count || consumer.seen.length < count) {
      await sleep(50);
      if (progress() !== last.progress) last = { progress: progress(), at: performance.now() };
      else if (performance.now() - last.at > PATIENCE_MS)
        throw new Error(
          `stuck with ${webhook.length} and ${consumer.seen.length} of ${count} events delivered`,
        );
    }
  }

  const over = new AbortController();
  const outage = takeAway(over.signal);
  outage.catch(() => {});
  try {
    await crew.crawl();
    say(`the first edition is crawled: ${webhook.length} and ${consumer.seen.length} events delivered`);
    await untilDelivered(total);
    await outage;
    edition.second = true;
    await crew.crawl();
    say("the second edition is crawled");
    const killed = (): number => crew.deaths().work + crew.deaths().crawl;
    while (killed() < options.leastDeaths) await crew.crawl();
    const events = await allEvents(store);
    await untilDelivered(events.length);
    const rewritten = site.stories.filter((url) => isRewritten(Number(/\d+$/u.exec(url)?.[0]))).length;
    const deaths = crew.deaths();
    await crew.close();
    const letters = await Promise.all([HOOK, "stream"].map((name) => book.state(name)));
    return {
      stories: total,
      rewritten,
      events: await allEvents(store),
      webhook,
      stream: consumer.seen,
      repeats: { webhook: counts.repeats, stream: consumer.repeats() },
      deaths,
      outages,
      letters: letters.reduce((sum, { waiting, dead }) => sum + waiting + dead, 0),
    };
  } finally {
    over.abort();
    await crew.close();
  }
}
