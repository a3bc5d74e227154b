import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { PermanentError, UsageError } from "../../errors.ts";
import type { ArticleEvent, ArticleStore, StorableArticle } from "../../storage/article-store.ts";
import type { StoredArticle } from "../../types.ts";
import type { Body, Run } from "./conformance-run.ts";
import { describeFilters, describeSearch } from "./conformance-finding.ts";
import { describePruning, describeReaders } from "./conformance-retention.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";

export interface StoreUnderTest {
  /** Opens the store that lives in `folder`; twice the same folder is twice the same store, if it keeps anything. */
  open(folder: string): Promise<ArticleStore>;
  /** Whether articles outlive close. */
  readonly keeps: boolean;
}

/** The suite that every article store passes. */
export function describeStore(name: string, subject: StoreUnderTest): void {
  const run = (title: string, body: Body): void => {
    test(title, async () => {
      const folder = await mkdtemp(join(tmpdir(), "galley-store-"));
      const opened: ArticleStore[] = [];
      const open = async (): Promise<ArticleStore> => {
        const store = await subject.open(folder);
        opened.push(store);
        return store;
      };
      try {
        await body(await open(), open);
      } finally {
        for (const store of opened) await store.close();
        await rm(folder, { recursive: true, force: true });
      }
    });
  };
  describe(name, () => {
    describeArticles(run);
    describeRevisions(run);
    describePages(run);
    describeEvents(run);
    describeOddValues(run);
    describeBatches(run);
    describeFilters(run);
    describeSearch(run);
    describeReaders(run);
    describePruning(run);
    if (subject.keeps) describeKeeping(run);
  });
}

const firstVersion = (article: StorableArticle): StoredArticle => ({
  ...article,
  revision: { n: 1, changed: [] },
});

const outcomesOf = async (store: ArticleStore, articles: readonly StorableArticle[]): Promise<string[]> =>
  (await store.put(articles)).map(({ outcome }) => outcome);

const allEvents = (store: ArticleStore): Promise<readonly ArticleEvent[]> =>
  store.events({ after: 0, limit: 100_000 });

function describeArticles(run: Run): void {
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

function describeRevisions(run: Run): void {
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

function describePages(run: Run): void {
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

function describeEvents(run: Run): void {
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

function describeOddValues(run: Run): void {
  const exact = [
    ["letters of many scripts", "Їжак 鳥の巣 مرفأ 🦆 e\u0301"],
    ["NUL and control characters", "a\0b\u0001\u001F\u007F\u2028\u2029\r\n\t"],
    ["a lone surrogate", "broken \uD800 pair \uDC00"],
    ["quotes and SQL", `'; DROP TABLE articles; -- "x" \\ %s $1 ?`],
    ["an empty string", ""],
    ["5 MB", "wave ".repeat(1_000_000)],
  ] as const;
  for (const [title, text] of exact)
    run(`stores exactly: ${title}`, async (store, reopen) => {
      const article = { ...sampleArticle("heron", text), headline: text, keywords: [text] };
      await store.put([article, sampleArticle("next")]);
      assert.deepEqual(await store.get(article.id), firstVersion(article));
      assert.equal((await store.list({ after: null, limit: 10 })).articles[0]?.articleBody, text);
      assert.deepEqual(await outcomesOf(store, [article]), ["unchanged"]);
      await reopen();
    });

  run("stores exactly what is odd or oversized in any field", async (store) => {
    for (const text of ["a\0b \uD800 c", `'); DELETE FROM articles; --`, "\u{1F986}".repeat(50_000), ""]) {
      const plain = sampleArticle(`odd-${text.length}`);
      const article: StorableArticle = {
        ...plain,
        url: `https://${"host".repeat(4_000)}.example/%00/../..//etc/passwd?q=${encodeURIComponent("'; DROP")}`,
        source: text,
        canonicalUrl: text,
        "@type": text,
        headline: text,
        description: text,
        articleSection: text,
        author: [{ name: text, url: text }],
        publisher: { name: text },
        datePublished: text,
        datePublishedRaw: text,
        dateModified: text,
        dateline: text,
        inLanguage: text,
        keywords: [text, text],
        image: [{ url: text, caption: text, creditText: text }],
        markdown: text,
        html: text,
        extraction: { ...plain.extraction, warnings: [text], fieldSources: { [text]: text } },
        fetch: { ...plain.fetch!, etag: text, finalUrl: text, pageKey: text },
      };
      assert.deepEqual(await outcomesOf(store, [article]), ["new"]);
      assert.deepEqual(await store.get(article.id), firstVersion(article));
      assert.deepEqual(await outcomesOf(store, [article]), ["unchanged"]);
      if (text === "") continue;
      const filter = { source: text, host: `${"host".repeat(4_000)}.example` };
      const found = await store.list({ after: null, limit: 9, filter });
      assert.deepEqual(
        found.articles.map(({ id }) => id),
        [article.id],
      );
    }
  });

  const ids = [
    `x' OR '1'='1`,
    `"; DROP TABLE events; --`,
    "../../etc/passwd",
    "__proto__",
    "%00",
    "ід-鳥",
    "a\nb",
  ];
  run("keeps ids that look like something else apart", async (store) => {
    const articles = ids.map((id) => ({ ...sampleArticle("heron", `Text of ${id}`), id }));
    await store.put(articles);
    for (const article of articles) assert.deepEqual(await store.get(article.id), firstVersion(article));
    assert.equal(await store.count(), ids.length);
    assert.equal(await store.get("' OR 1=1 --"), null);
  });

  const refused: readonly (readonly [string, Partial<StorableArticle>, string])[] = [
    ["an id with a lone surrogate", { id: "a\uD800" }, "usage"],
    ["an id with NUL", { id: "a\0" }, "usage"],
    ["an empty id", { id: "" }, "usage"],
    ["an id over 2,000 bytes", { id: "ж".repeat(1_001) }, "usage"],
    ["a url with NUL", { url: "https://a.example/\0" }, "invalid-url"],
    ["an endless url", { url: `https://a.example/${"x".repeat(70_000)}` }, "invalid-url"],
  ];
  for (const [title, fields, code] of refused)
    run(`refuses ${title}, with the whole batch`, async (store) => {
      const batch = [sampleArticle("good"), { ...sampleArticle("bad"), ...fields }];
      await assert.rejects(
        store.put(batch),
        (error) => error instanceof PermanentError && error.code === code,
      );
      assert.equal(await store.count(), 0);
      assert.deepEqual(await allEvents(store), []);
    });
}

function describeBatches(run: Run): void {
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

function describeKeeping(run: Run): void {
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
