import assert from "node:assert/strict";
import { UsageError } from "../../errors.ts";
import { type Run, allEvents, firstVersion, outcomesOf } from "./conformance-run.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";

export function describeArticles(run: Run): void {
  run("gives back an article as it was put, with revision 1", async (store) => {
    const article = sampleArticle("heron");
    assert.deepEqual(await store.put([article]), [{ id: article.id, outcome: "new" }]);
    assert.deepEqual(await store.get(article.id), firstVersion(article));
    assert.equal(await store.count(), 1);
  });

  run("an unknown id is null and has no revisions", async (store) => {
    await store.put([sampleArticle("heron")]);
    assert.equal(await store.get("nobody"), null);
    assert.deepEqual(await store.revisions("nobody"), []);
  });

  run("an empty store is empty", async (store) => {
    assert.deepEqual(await store.put([]), []);
    assert.deepEqual(await store.list({ after: null, limit: 10 }), { articles: [], next: null });
    assert.deepEqual(await allEvents(store), []);
    assert.equal(await store.count(), 0);
  });

  run("what is stored does not follow later changes of the caller's object", async (store) => {
    const article = sampleArticle("heron");
    const keywords = [...article.keywords];
    await store.put([{ ...article, keywords }]);
    keywords.push("added later");
    assert.deepEqual((await store.get(article.id))?.keywords, article.keywords);
  });
}

export function describeRevisions(run: Run): void {
  run("the same content again is unchanged and writes nothing", async (store) => {
    const article = sampleArticle("heron");
    await store.put([article]);
    const refetched = {
      ...article,
      fetch: { ...article.fetch!, fetchedAt: "2025-01-01T00:00:00.000Z", etag: '"2"' },
    };
    assert.deepEqual(await outcomesOf(store, [refetched]), ["unchanged"]);
    assert.deepEqual(await store.get(article.id), firstVersion(article));
    assert.equal((await allEvents(store)).length, 1);
  });

  run("changes of markup, ledger, image addresses and modified time alone are unchanged", async (store) => {
    const article = sampleArticle("heron");
    await store.put([article]);
    const noisy = {
      ...article,
      html: `<div>${article.html}</div>`,
      markdown: `${article.markdown}\n`,
      articleBody: article.articleBody.replace(" ", "\n"),
      dateModified: "2025-05-05",
      image: article.image.map((image) => ({ ...image, url: `${image.url}?signature=2` })),
      extraction: { ...article.extraction, removed: [], confidence: 0.5 },
    };
    assert.deepEqual(await outcomesOf(store, [noisy]), ["unchanged"]);
  });

  run("a changed text makes revision 2, a changed headline revision 3; all versions stay", async (store) => {
    const first = sampleArticle("heron");
    const second = { ...withText(first, "It came back at dusk."), dateModified: "2024-03-03" };
    const third = { ...second, headline: "Heron back", author: [{ name: "Bo Lind", url: null }] };
    const versions = [
      firstVersion(first),
      { ...second, revision: { n: 2, changed: ["articleBody", "dateModified"] } },
      { ...third, revision: { n: 3, changed: ["headline", "author"] } },
    ];
    assert.deepEqual(await outcomesOf(store, [first]), ["new"]);
    assert.deepEqual(await outcomesOf(store, [second]), ["changed"]);
    assert.deepEqual(await outcomesOf(store, [third]), ["changed"]);
    assert.deepEqual(await store.get(first.id), versions[2]);
    assert.deepEqual(await store.revisions(first.id), versions);
    assert.equal(await store.count(), 1);
  });

  run("a new extractor version publishes a better rendering, and only a better one", async (store) => {
    const article = sampleArticle("heron");
    const newer = { ...article, extraction: { ...article.extraction, version: "2.0.0" } };
    await store.put([article]);
    assert.deepEqual(await outcomesOf(store, [newer]), ["unchanged"]);
    assert.deepEqual(await outcomesOf(store, [{ ...newer, markdown: "better" }]), ["changed"]);
    assert.deepEqual((await store.get(article.id))?.revision, { n: 2, changed: ["markdown"] });
  });
}

export function describePages(run: Run): void {
  run("lists in the order of first storing, page by page, each article once", async (store) => {
    const articles = sampleArticles("boat", 25);
    await store.put(articles.slice(0, 20));
    await store.put([withText(articles[3]!, "Number three sank."), ...articles.slice(20)]);
    const ids: string[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const page = await store.list({ after, limit: 10 });
      ids.push(...page.articles.map(({ id }) => id));
      sizes.push(page.articles.length);
      after = page.next;
    } while (after !== null);
    assert.deepEqual(
      ids,
      articles.map(({ id }) => id),
    );
    assert.deepEqual(sizes, [10, 10, 5]);
  });

  run("a page that ends with the last article has no next", async (store) => {
    await store.put(sampleArticles("boat", 4));
    assert.equal((await store.list({ after: null, limit: 4 })).next, null);
  });

  run("a listed article is its current version", async (store) => {
    const article = sampleArticle("heron");
    await store.put([article]);
    await store.put([withText(article, "It came back at dusk.")]);
    const [listed] = (await store.list({ after: null, limit: 1 })).articles;
    assert.deepEqual(listed, await store.get(article.id));
    assert.equal(listed?.revision.n, 2);
  });

  run("refuses foreign cursors and limits under 1", async (store) => {
    for (const after of ["", "x", "-1", "1;DROP TABLE articles", "1e3", "9".repeat(40)])
      await assert.rejects(store.list({ after, limit: 1 }), UsageError, after);
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      await assert.rejects(store.list({ after: null, limit }), UsageError);
      await assert.rejects(store.events({ after: 0, limit }), UsageError);
    }
    await assert.rejects(store.events({ after: -1, limit: 1 }), UsageError);
  });
}
