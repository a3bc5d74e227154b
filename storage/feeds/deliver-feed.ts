import { setTimeout as sleep } from "node:timers/promises";
import { messageOf, UsageError } from "../../errors.ts";
import type { ArticleStore } from "../article-store.ts";
import { createArticleLanes } from "./article-lanes.ts";
import { createBell } from "./bell.ts";
import { DELIVERY_TIMING, type DeliveryTiming } from "./delivery-timing.ts";
import { type FeedItem, readFeed } from "./feed-item.ts";
import { itemOfLetter } from "./item-of-letter.ts";
import { type FailedAttempt, judgeFailure, letterBehind } from "./judge-failure.ts";
import { createReceiverHealth } from "./receiver-health.ts";
import type { SinkBook } from "./sink-book.ts";
import { cursorNameOf, type Delivery, type Letter, type SinkTarget } from "./sink-types.ts";

export interface DeliverFeedOptions {
  readonly name: string;
  readonly store: ArticleStore;
  readonly book: SinkBook;
  readonly target: SinkTarget;
  readonly signal: AbortSignal;
  /** `empty`: return when nothing is left to deliver, letters aside that are not due yet. */
  readonly until?: "stopped" | "empty";
  readonly timing?: DeliveryTiming;
  /** Told of trouble that is waited for: a store or a receiver that is away. */
  readonly onTrouble?: (message: string) => void;
}

type FailedDelivery = FailedAttempt["outcome"];

interface EndedAttempt {
  readonly item: FeedItem;
  /** The letter that it was the attempt of; null for an item in its lane. */
  readonly letter: Letter | null;
  readonly outcome: Delivery;
}

/** Items read ahead of the slowest: what a crash may deliver again. */
const WINDOW = 256;
const BATCH = 64;
/** The cursor is written at most this often; each time is a commit. */
const SAVE_MS = 250;
/** A store that is away is looked for this often. */
const STORE_PAUSE_MS = 1000;

/**
 * Delivers a store's feed to one sink, at least once and in order for each article, until the signal aborts.
 *
 * The cursor in the store stays below everything that is neither delivered nor in a letter. An item that fails becomes a letter,
 * durable before the cursor passes it, and so do those of its article behind it; other articles go on. Letters are tried
 * again with growing pauses until they are given up. When everything fails, the receiver is away: then nothing is counted
 * against an item, and one attempt at a time looks whether it is back.
 *
 * One process at a time may deliver to a sink (see hold-sink.ts).
 */
export async function deliverFeed(options: DeliverFeedOptions): Promise<void> {
  const { name, store, book, target, signal, until = "stopped", timing = DELIVERY_TIMING } = options;
  const cursorName = cursorNameOf(name);
  const lanes = createArticleLanes();
  const health = createReceiverHealth(timing);
  const busy = new Map<string, Promise<void>>();
  const ended: EndedAttempt[] = [];
  const bell = createBell();
  const state = {
    position: 0,
    saved: 0,
    savedAt: 0,
    broken: null as unknown,
    trouble: null as string | null,
  };

  /**
   * Puts a failed item and everything of its article behind it into letters. They leave their lane, and the cursor may pass
   * them, only when the letters are durable.
   */
  async function toLetters(failure: Letter): Promise<void> {
    const { articleId, since } = failure;
    const [, ...behind] = lanes.laneOf(articleId);
    const waiting = behind.map((next) => letterBehind(next, since));
    await book.keep(name, [failure, ...waiting]);
    lanes.drop(articleId);
  }

  async function settleFailure(
    item: FeedItem,
    letter: Letter | null,
    outcome: FailedDelivery,
  ): Promise<void> {
    health.failed(outcome.reason, outcome.blame === "receiver" ? outcome.retryAfterMs : null);
    const failed = { item, letter, outcome, isAway: health.isAway(), now: Date.now() };
    const kept = judgeFailure(failed, timing);
    if (kept === null) lanes.rotate(item.articleId);
    else if (letter === null) await toLetters(kept);
    else await book.keep(name, [kept]);
  }

  async function settle({ item, letter, outcome }: EndedAttempt): Promise<void> {
    if (!outcome.ok) return settleFailure(item, letter, outcome);
    health.succeeded();
    if (letter === null) lanes.shift(item.articleId);
    else await book.settle(name, letter.seq);
  }

  /** Attempts run beside the rounds; what came of them is settled within, one after another, so that nothing races. */
  async function settleEnded(): Promise<void> {
    for (let next = ended[0]; next !== undefined; next = ended[0]) {
      await settle(next);
      ended.shift();
      busy.delete(next.item.articleId);
    }
  }

  function start(item: FeedItem, letter: Letter | null): void {
    const run = async (): Promise<void> => {
      try {
        ended.push({ item, letter, outcome: await target.deliver(item, signal) });
      } catch (error) {
        // What is not settled is delivered again by the next process; what no attempt can mend ends this one.
        if (!signal.aborted) state.broken = error;
      }
      bell.ring();
    };
    busy.set(item.articleId, run());
  }

  /** Reads on, as far as the window goes. Answers whether there was something. */
  async function fill(): Promise<boolean> {
    const limit = Math.min(BATCH, WINDOW - lanes.size());
    if (limit <= 0) return true;
    const items = await readFeed(store, { after: state.position, limit });
    if (items.length === 0) return false;
    const known = await book.known(
      name,
      items.map(({ seq }) => seq),
    );
    const held = await book.held(name);
    const fresh = items.filter(({ seq }) => !known.has(seq));
    const behind = fresh.filter(({ articleId }) => held.has(articleId));
    if (behind.length > 0) {
      const since = Date.now();
      await book.keep(
        name,
        behind.map((item) => letterBehind(item, since)),
      );
    }
    for (const item of fresh) if (!held.has(item.articleId)) lanes.add(item);
    state.position = items.at(-1)?.seq ?? state.position;
    return true;
  }

  async function startLetters(limit: number): Promise<number> {
    let started = 0;
    for (const letter of await book.due(name, { now: Date.now(), limit: limit + busy.size })) {
      if (started >= limit || busy.has(letter.articleId)) continue;
      const item = await itemOfLetter(store, letter);
      if (item === null) await book.settle(name, letter.seq);
      else start(item, letter);
      started += 1;
    }
    return started;
  }

  async function startSome(): Promise<void> {
    if (health.waitMs() > 0) return;
    const free = (health.isAway() ? 1 : target.concurrency) - busy.size;
    if (free <= 0) return;
    const isBusy = (articleId: string): boolean => busy.has(articleId);
    for (const head of lanes.heads(free, isBusy)) start(head, null);
    const left = (health.isAway() ? 1 : target.concurrency) - busy.size;
    if (left > 0) await startLetters(left);
  }

  async function save(when: "due" | "now"): Promise<void> {
    const lowest = lanes.lowest();
    const cursor = lowest === null ? state.position : lowest - 1;
    if (cursor === state.saved || (when === "due" && performance.now() - state.savedAt < SAVE_MS)) return;
    await store.setCursor(cursorName, cursor);
    state.saved = cursor;
    state.savedAt = performance.now();
  }

  async function tellTrouble(): Promise<void> {
    const trouble = health.isAway() ? health.trouble() : null;
    if (trouble === state.trouble) return;
    state.trouble = trouble;
    await book.setTrouble(name, trouble);
    if (trouble !== null)
      options.onTrouble?.(`the receiver of ${name} is away and is waited for: ${trouble}`);
  }

  async function replay(): Promise<void> {
    const after = await book.takeReplay(name);
    if (after === null) return;
    await Promise.all(busy.values());
    await settleEnded();
    lanes.clear();
    state.position = after;
    await save("now");
  }

  /** One round. Answers whether nothing is left. */
  async function round(): Promise<boolean> {
    await settleEnded();
    await replay();
    const hasMore = await fill();
    await startSome();
    await save("due");
    await tellTrouble();
    if (state.broken !== null) throw state.broken;
    const isIdle = !hasMore && busy.size === 0 && lanes.size() === 0;
    if (isIdle) await save("now");
    return isIdle;
  }

  /** Runs a step that needs the store until the store is there. */
  async function patiently<Result>(step: () => Promise<Result>): Promise<Result | null> {
    try {
      return await step();
    } catch (error) {
      if (signal.aborted) return null;
      if (error instanceof UsageError || state.broken === error) throw error;
      options.onTrouble?.(`${name} waits for the store: ${messageOf(error)}`);
      await sleep(STORE_PAUSE_MS, undefined, { signal }).catch(() => {});
      return null;
    }
  }

  for (let begun = false; !begun && !signal.aborted;) {
    begun =
      (await patiently(async () => {
        state.position = await store.cursor(cursorName);
        state.saved = state.position;
        return true;
      })) ?? false;
  }
  while (!signal.aborted) {
    const isIdle = await patiently(round);
    if (isIdle === true && until === "empty") return;
    if (!signal.aborted && isIdle !== null) await bell.wait(timing.lookMs, signal);
  }
  await Promise.all(busy.values());
  // The store may be away; then the next process delivers what is under way again.
  await settleEnded()
    .then(() => save("now"))
    .catch(() => {});
}
