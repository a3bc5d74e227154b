import assert from "node:assert/strict";
import type { StorableArticle } from "../../storage/article-store.ts";
import { type Run, allEvents, firstVersion, outcomesOf } from "./conformance-run.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";

export function describeBatches(run: Run): void {
  run("a batch that fails at its end stores nothing, and the store goes on", async (store) => {
    const good = sampleArticles("boat", 3);
    await store.put(good.slice(0, 1));
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    const broken = { ...sampleArticle("broken"), extra: circular };
    await assert.rejects(store.put([withText(good[0]!, "Changed."), ...good.slice(1), broken]));
    assert.equal(await store.count(), 1);
    assert.deepEqual(await store.get(good[0]!.id), firstVersion(good[0]!));
    assert.deepEqual(await outcomesOf(store, good), ["unchanged", "new", "new"]);
    assert.deepEqual(
      (await allEvents(store)).map(({ seq }) => seq),
      [1, 2, 3],
    );
  });

  run("an id may stand in a batch more than once", async (store) => {
    const article = sampleArticle("heron");
    const batch = [article, article, withText(article, "Dusk."), withText(article, "Dusk."), article];
    assert.deepEqual(await outcomesOf(store, batch), ["new", "unchanged", "changed", "unchanged", "changed"]);
    assert.equal((await store.get(article.id))?.revision.n, 3);
    assert.equal((await store.revisions(article.id)).length, 3);
  });

  run("putters at once: each article new once, each batch whole", async (store) => {
    const articles = sampleArticles("boat", 40);
    const rivals = Array.from({ length: 8 }, (_, i) => articles.slice(i * 4, i * 4 + 12));
    const outcomes = (await Promise.all(rivals.map((batch) => store.put(batch)))).flat();
    const fresh = outcomes.filter(({ outcome }) => outcome === "new").map(({ id }) => id);
    assert.equal(fresh.length, new Set(fresh).size);
    assert.equal(fresh.length, 40);
    assert.equal(await store.count(), 40);
    const events = await allEvents(store);
    assert.deepEqual(
      events.map(({ seq }) => seq),
      events.map((_, i) => i + 1),
    );
  });

  run("of batches put at once, one that fails takes no other along", async (store) => {
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    const broken = { ...sampleArticle("broken"), extra: circular };
    const batches = sampleArticles("boat", 6).map((article, i) => (i === 3 ? [article, broken] : [article]));
    const results = await Promise.allSettled(batches.map((batch) => store.put(batch)));
    assert.deepEqual(
      results.map(({ status }) => status),
      batches.map((_, i) => (i === 3 ? "rejected" : "fulfilled")),
    );
    assert.equal(await store.count(), 5);
    assert.deepEqual(
      (await allEvents(store)).map(({ seq }) => seq),
      [1, 2, 3, 4, 5],
    );
  });

  run("closing twice is closing once", async (store) => {
    await store.put([sampleArticle("heron")]);
    await store.close();
    await store.close();
  });
}

export function describeKeeping(run: Run): void {
  run("everything is there after closing and opening", async (store, reopen) => {
    const articles = sampleArticles("boat", 12);
    await store.put(articles);
    await store.put([withText(articles[5]!, "Changed.")]);
    await store.setCursor("webhook", 5);
    const before = { list: await store.list({ after: null, limit: 100 }), events: await allEvents(store) };
    const cursor = (await store.list({ after: null, limit: 7 })).next;
    await store.close();
    const again = await reopen();
    assert.deepEqual(await again.list({ after: null, limit: 100 }), before.list);
    assert.deepEqual(await allEvents(again), before.events);
    assert.equal(await again.cursor("webhook"), 5);
    assert.equal((await again.revisions(articles[5]!.id)).length, 2);
    assert.equal((await again.list({ after: cursor, limit: 1 })).articles[0]?.id, articles[7]!.id);
    assert.deepEqual(
      await outcomesOf(again, articles),
      articles.map((_, i) => (i === 5 ? "changed" : "unchanged")),
    );
  });

  run("two openings of one store see each other's articles", async (store, reopen) => {
    const other = await reopen();
    const [a, b] = sampleArticles("boat", 2) as [StorableArticle, StorableArticle];
    assert.deepEqual(await outcomesOf(store, [a]), ["new"]);
    assert.deepEqual(await outcomesOf(other, [a, b]), ["unchanged", "new"]);
    assert.deepEqual(await store.get(b.id), firstVersion(b));
    assert.deepEqual(await allEvents(store), await allEvents(other));
  });

  run("what retention took stays gone after closing and opening", async (store, reopen) => {
    const other = await reopen();
    await store.put(sampleArticles("boat", 3));
    const { next } = await other.list({ after: null, limit: 1 });
    await store.put(sampleArticles("late", 1));
    await store.prune({ before: "2999" });
    for (const reader of [other, await reopen()]) {
      assert.equal(await reader.count(), 0);
      assert.deepEqual(await reader.list({ after: next, limit: 5 }), { articles: [], next: null });
      assert.deepEqual(await allEvents(reader), await allEvents(store));
      assert.equal((await reader.search({ query: "quay", after: null, limit: 5 })).articles.length, 0);
    }
    assert.deepEqual(await outcomesOf(other, sampleArticles("boat", 1)), ["new"]);
    assert.equal((await allEvents(store)).length, 9);
  });

  run("two openings putting at once make each article new once", async (store, reopen) => {
    const other = await reopen();
    const articles = sampleArticles("boat", 30);
    const puts = articles.flatMap((article) => [store.put([article]), other.put([article])]);
    const outcomes = (await Promise.all(puts)).flat();
    assert.equal(outcomes.filter(({ outcome }) => outcome === "new").length, 30);
    assert.deepEqual(
      (await allEvents(store)).map(({ seq }) => seq),
      articles.map((_, i) => i + 1),
    );
  });

  run("closing waits for the puts under way", async (store, reopen) => {
    const puts = Promise.all(sampleArticles("boat", 5).map((article) => store.put([article])));
    await store.close();
    assert.equal((await puts).flat().length, 5);
    assert.equal(await (await reopen()).count(), 5);
  });

  run("a closed store refuses work", async (store) => {
    await store.close();
    await assert.rejects(store.put([sampleArticle("heron")]), /closed/);
    await assert.rejects(store.count(), /closed/);
  });
}
