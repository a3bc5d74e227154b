import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { StorableArticle } from "../../storage/article-store.ts";
import { type Run, allEvents } from "./conformance-run.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";

export function describeEvents(run: Run): void {
  run("one event for each new and each changed article, numbered without gaps", async (store) => {
    const [a, b] = sampleArticles("boat", 2) as [StorableArticle, StorableArticle];
    await store.put([a, b]);
    await store.put([a, withText(b, "Changed.")]);
    const events = await allEvents(store);
    assert.deepEqual(
      events.map(({ seq, type, articleId, revision }) => [seq, type, articleId, revision]),
      [
        [1, "new", a.id, 1],
        [2, "new", b.id, 1],
        [3, "changed", b.id, 2],
      ],
    );
    for (const { at } of events) assert.equal(new Date(at).toISOString(), at);
    assert.equal(events[2]?.contentHash, withText(b, "Changed.").dedup.contentHash);
  });

  run("an event's id is the hash of url, contentHash and extractor version", async (store) => {
    const article = sampleArticle("heron");
    await store.put([article]);
    const lines = [article.url, article.dedup.contentHash, article.extraction.version];
    const id = createHash("sha256").update(lines.join("\n")).digest("hex");
    const { contentHash } = article.dedup;
    const [event] = await allEvents(store);
    const expected = { seq: 1, id, type: "new", articleId: article.id, revision: 1, contentHash };
    assert.deepEqual(event, { ...expected, at: event?.at });
  });

  run("no two events share an id, although text, headline or address go back and forth", async (store) => {
    const article = sampleArticle("heron");
    const other = withText(article, "Something else.");
    const sameUrl = { ...article, id: "another-id" };
    for (const version of [article, other, article, { ...article, headline: "New" }, other, sameUrl])
      await store.put([version]);
    const ids = (await allEvents(store)).map(({ id }) => id);
    assert.equal(ids.length, 6);
    assert.equal(new Set(ids).size, 6);
  });

  run("events are read from any point", async (store) => {
    await store.put(sampleArticles("boat", 10));
    const all = await allEvents(store);
    assert.deepEqual(await store.events({ after: 4, limit: 3 }), all.slice(4, 7));
    assert.deepEqual(await store.events({ after: 10, limit: 3 }), []);
  });
}
