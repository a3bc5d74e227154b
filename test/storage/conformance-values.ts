import assert from "node:assert/strict";
import { PermanentError } from "../../errors.ts";
import type { StorableArticle } from "../../storage/article-store.ts";
import { type Run, allEvents, firstVersion, outcomesOf } from "./conformance-run.ts";
import { sampleArticle } from "./sample-article.ts";

export function describeOddValues(run: Run): void {
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
