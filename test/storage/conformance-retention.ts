import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { UsageError } from "../../errors.ts";
import type { ArticleStore, StorableArticle } from "../../storage/article-store.ts";
import type { Run } from "./conformance-run.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";

export function describeReaders(run: Run): void {
  run("remembers how far readers got, by name", async (store) => {
    const names = ["webhook", "a'; DROP TABLE cursors; --", "__proto__", "ті́нь 鳥", "../up"];
    for (const name of names) assert.equal(await store.cursor(name), 0);
    for (const [i, name] of names.entries()) await store.setCursor(name, i + 7);
    for (const [i, name] of names.entries()) assert.equal(await store.cursor(name), i + 7);
    await store.setCursor("webhook", 2);
    assert.equal(await store.cursor("webhook"), 2);
    await store.setCursor("webhook", Number.MAX_SAFE_INTEGER);
    assert.equal(await store.cursor("webhook"), Number.MAX_SAFE_INTEGER);
  });

  run("refuses names and places that it could not keep", async (store) => {
    for (const name of ["", "a\0", "\uD800", "x".repeat(201)]) {
      await assert.rejects(store.cursor(name), UsageError);
      await assert.rejects(store.setCursor(name, 1), UsageError);
    }
    for (const seq of [-1, 1.5, Number.NaN])
      await assert.rejects(store.setCursor("webhook", seq), UsageError);
  });
}

/** A time after everything stored so far and before everything stored from now on. */
async function between(store: ArticleStore): Promise<string> {
  const last = (await store.events({ after: 0, limit: 100_000 })).at(-1)?.at ?? "";
  while (new Date().toISOString() <= last) await sleep(1);
  const time = new Date().toISOString();
  while (new Date().toISOString() <= time) await sleep(1);
  return time;
}

export function describePruning(run: Run): void {
  run(
    "retention takes articles and versions stored before a time, and says so in the events",
    async (store) => {
      const [a, b, c] = sampleArticles("boat", 3) as [StorableArticle, StorableArticle, StorableArticle];
      await store.put([a, b, c]);
      await store.put([withText(b, "Old second version."), withText(c, "Last words of number three.")]);
      const before = await between(store);
      await store.put([withText(b, "New third version."), sampleArticle("late")]);
      const history = await store.events({ after: 0, limit: 100 });

      assert.deepEqual(await store.prune({ before, dryRun: true }), { articles: 2, revisions: 2 });
      assert.equal(await store.count(), 4);
      assert.equal((await store.events({ after: 0, limit: 100 })).length, history.length);

      assert.deepEqual(await store.prune({ before }), { articles: 2, revisions: 2 });
      assert.deepEqual(
        (await store.list({ after: null, limit: 10 })).articles.map(({ id }) => id),
        [b.id, "article-late"],
      );
      for (const { id } of [a, c]) {
        assert.equal(await store.get(id), null);
        assert.deepEqual(await store.revisions(id), []);
      }
      assert.deepEqual(
        (await store.revisions(b.id)).map(({ revision, articleBody }) => [revision.n, articleBody]),
        [[3, "New third version."]],
      );
      const { articles } = await store.search({ query: "quay", after: null, limit: 10 });
      assert.deepEqual(
        articles.map(({ id }) => id),
        ["article-late"],
      );
      const events = await store.events({ after: 0, limit: 100 });
      assert.deepEqual(events.slice(0, history.length), history);
      assert.deepEqual(
        events
          .slice(history.length)
          .map(({ seq, type, articleId, revision, contentHash }) => [
            seq,
            type,
            articleId,
            revision,
            contentHash,
          ]),
        [
          [8, "removed", a.id, 1, a.dedup.contentHash],
          [9, "removed", c.id, 2, withText(c, "Last words of number three.").dedup.contentHash],
        ],
      );
      assert.deepEqual(await store.prune({ before }), { articles: 0, revisions: 0 });
    },
  );

  run(
    "an article may come back after its removal, and go again: no event id is used twice",
    async (store) => {
      const heron = sampleArticle("heron");
      for (let round = 1; round <= 4; round += 1) {
        assert.deepEqual(await store.put([heron]), [{ id: heron.id, outcome: "new" }]);
        assert.equal((await store.get(heron.id))?.revision.n, 1);
        assert.equal((await store.prune({ before: await between(store) })).articles, 1);
      }
      const events = await store.events({ after: 0, limit: 100 });
      assert.deepEqual(
        events.map(({ seq, type }) => [seq, type]),
        events.map((_, i) => [i + 1, i % 2 === 0 ? "new" : "removed"]),
      );
      assert.equal(new Set(events.map(({ id }) => id)).size, 8);
    },
  );

  run("cursors of a list stay good when retention takes what they point at", async (store) => {
    await store.put(sampleArticles("old", 3));
    const { next } = await store.list({ after: null, limit: 2 });
    const before = await between(store);
    await store.put(sampleArticles("young", 3));
    await store.prune({ before });
    assert.deepEqual(
      (await store.list({ after: next, limit: 10 })).articles.map(({ id }) => id),
      ["article-young-0", "article-young-1", "article-young-2"],
    );
  });

  run("more articles than one step of a prune takes", async (store) => {
    await store.put(sampleArticles("boat", 450));
    const before = await between(store);
    await store.put(sampleArticles("boat", 5).map((article) => withText(article, "New.")));
    assert.deepEqual(await store.prune({ before }), { articles: 445, revisions: 5 });
    assert.equal(await store.count(), 5);
    assert.equal((await store.events({ after: 455, limit: 1_000 })).length, 445);
  });

  run("refuses a time that it cannot read, and stops at a signal", async (store) => {
    for (const before of ["", "90d", "yesterday"]) await assert.rejects(store.prune({ before }), UsageError);
    await store.put([sampleArticle("heron")]);
    await assert.rejects(
      store.prune({ before: await between(store), signal: AbortSignal.abort() }),
      /abort/u,
    );
    assert.equal(await store.count(), 1);
  });
}
