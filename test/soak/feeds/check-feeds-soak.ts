import assert from "node:assert/strict";
import type { FeedsSoakResult, Seen } from "./run-feeds-soak.ts";

/** One event for each story and one more for each that was rewritten; no id twice. */
function assertEvents({ events, stories, rewritten }: FeedsSoakResult): void {
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length, "an id occurs twice");
  const byArticle = Map.groupBy(events, ({ articleId }) => articleId);
  assert.equal(byArticle.size, stories);
  for (const [articleId, own] of byArticle) {
    const versions = own.map(({ type, revision }) => `${type} ${revision}`);
    assert.deepEqual(versions, ["new 1", "changed 2"].slice(0, own.length), articleId);
  }
  assert.equal(events.length, stories + rewritten);
}

/** Every event came, and for each article in order. */
function assertDelivered(what: string, seen: readonly Seen[], { events }: FeedsSoakResult): void {
  const missing = events.filter(({ id }) => !seen.some((one) => one.id === id));
  assert.deepEqual(missing, [], `${what} lost events`);
  assert.equal(seen.length, events.length, `${what} has events that the store has not`);
  const last = new Map<string, number>();
  for (const { article, cursor } of seen) {
    assert.ok(
      cursor > (last.get(article) ?? 0),
      `${what}: ${article} has ${cursor} after ${last.get(article)}`,
    );
    last.set(article, cursor);
  }
}

export function assertFeedsSoak(result: FeedsSoakResult): void {
  assertEvents(result);
  assertDelivered("the webhook", result.webhook, result);
  assertDelivered("the stream", result.stream, result);
  assert.equal(result.letters, 0, "letters are left");
}
