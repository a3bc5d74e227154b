import assert from "node:assert/strict";
import { UsageError } from "../../errors.ts";
import type { ArticleFilter } from "../../storage/article-filter.ts";
import type { ArticleStore, StorableArticle } from "../../storage/article-store.ts";
import type { Run } from "./conformance-run.ts";
import { sampleArticle, sampleArticles, withText } from "./sample-article.ts";

const found = async (store: ArticleStore, query: string, filter?: ArticleFilter): Promise<string[]> =>
  (await store.search({ query, after: null, limit: 100, filter })).articles.map(({ id }) => id.slice(8));

const listed = async (store: ArticleStore, filter: ArticleFilter): Promise<string[]> =>
  (await store.list({ after: null, limit: 100, filter })).articles.map(({ id }) => id.slice(8));

/** Four articles that differ in every fact that filters ask for. */
function differing(): StorableArticle[] {
  const heron = { ...sampleArticle("heron"), source: "harbour" };
  const otter = {
    ...sampleArticle("otter"),
    url: "https://MILL.example:8443/otter",
    inLanguage: "en-GB",
    datePublished: "2024-03-02",
  };
  const eel = {
    ...sampleArticle("eel"),
    source: "mill * [x] %_",
    inLanguage: "de",
    datePublished: "2024-03-02T23:30:00-05:00",
  };
  const page = sampleArticle("crane");
  const crane = {
    ...page,
    inLanguage: null,
    datePublished: null,
    extraction: { ...page.extraction, pageType: "listing" as const },
  };
  return [heron, otter, eel, crane];
}

export function describeFilters(run: Run): void {
  const cases: readonly (readonly [ArticleFilter, readonly string[]])[] = [
    [{}, ["heron", "otter", "eel", "crane"]],
    [{ source: "harbour" }, ["heron"]],
    [{ source: "mill * [x] %_" }, ["eel"]],
    [{ source: "mill%" }, []],
    [{ host: "mill.example" }, ["otter"]],
    [{ host: "Lighthouse.example" }, ["heron", "eel", "crane"]],
    [{ host: "example" }, []],
    [{ language: "en" }, ["heron", "otter"]],
    [{ language: "EN-gb" }, ["otter"]],
    [{ language: "e" }, []],
    [{ language: "en-*" }, []],
    [{ pageType: "listing" }, ["crane"]],
    [{ publishedFrom: "2024-03-03" }, ["eel"]],
    [{ publishedTo: "2024-03-02" }, ["heron", "otter"]],
    [{ publishedFrom: "2024-03-02T07:15:00Z", publishedTo: "2024-03-02T07:15:00Z" }, ["heron"]],
    [{ publishedFrom: "2024", publishedTo: "2024-03" }, ["heron", "otter", "eel"]],
    [{ publishedFrom: "2025" }, []],
    [{ language: "en", host: "lighthouse.example", publishedTo: "2024" }, ["heron"]],
  ];
  run("lists what a filter asks for, in order", async (store) => {
    await store.put(differing());
    for (const [filter, ids] of cases)
      assert.deepEqual(await listed(store, filter), ids, JSON.stringify(filter));
  });

  run("lists the latest first, and goes on where it was although more are added", async (store) => {
    await store.put(sampleArticles("boat", 5));
    const first = await store.list({ after: null, limit: 2, order: "latest", filter: { language: "en" } });
    await store.put(sampleArticles("later", 1));
    const rest = await store.list({ after: first.next, limit: 10, order: "latest" });
    const listed = [...first.articles, ...rest.articles].map(({ id }) => id);
    const stored = await store.list({ after: null, limit: 10 });
    assert.deepEqual(
      listed,
      stored.articles
        .map(({ id }) => id)
        .slice(0, 5)
        .toReversed(),
    );
    assert.equal(rest.next, null);
    await assert.rejects(store.list({ after: "id:b", limit: 2, order: "latest" }), UsageError);
  });

  run("lists by id, in the order of bytes, whatever the order of storing", async (store) => {
    const names = ["b", "\u{1F986}", "ａ", "a", "B", "b2", "é", "\uFFFD", "id:b"];
    await store.put(names.map((name) => sampleArticle(name)));
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await store.list({ after, limit: 2, order: "id", filter: { language: "en" } });
      ids.push(...page.articles.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    const bytes = (name: string): Buffer => Buffer.from(name);
    assert.deepEqual(
      ids,
      names.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b))).map((name) => `article-${name}`),
    );
    for (const after of ["", "3", "id:", "id:\0"])
      await assert.rejects(store.list({ after, limit: 2, order: "id" }), UsageError, after);
  });

  run("a filter holds for the current version", async (store) => {
    const [heron] = differing() as [StorableArticle];
    await store.put([heron]);
    await store.put([{ ...withText(heron, "Reiher"), inLanguage: "de" }]);
    assert.deepEqual(await listed(store, { language: "en" }), []);
    assert.deepEqual(await listed(store, { language: "de" }), ["heron"]);
  });

  run("pages of a filtered list leave nothing out", async (store) => {
    const articles = sampleArticles("boat", 30).map((article, i) =>
      Object.assign(article, { inLanguage: i % 3 === 0 ? "cy" : "en" }),
    );
    await store.put(articles);
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await store.list({ after, limit: 4, filter: { language: "cy" } });
      ids.push(...page.articles.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    assert.deepEqual(
      ids,
      articles.filter((_, i) => i % 3 === 0).map(({ id }) => id),
    );
  });

  run("refuses filters that can match nothing by mistake", async (store) => {
    for (const filter of [
      { source: "" },
      { host: "" },
      { publishedFrom: "yesterday" },
      { publishedTo: "2024-13-01" },
      { pageType: "poem" as "article" },
    ])
      await assert.rejects(store.list({ after: null, limit: 1, filter }), UsageError, JSON.stringify(filter));
  });
}

export function describeSearch(run: Run): void {
  const texts: Readonly<Record<string, string>> = {
    quay: "The heron left the quay at noon, and nobody saw the second heron.",
    dusk: "At dusk a heron came back. The ferry waited at the quay.",
    cafe: "Le café du port ouvre à l’aube; Ångström and naïve spellings.",
    tokyo: "東京都の水上バスは午後に出発します。",
    bird: "港の鳥。",
    birds: "鳥の巣が見つかった。",
    beijing: "北京大学的学生在河边读书。",
    seoul: "서울에서 배가 떠났다.",
    kyiv: "Їжак перейшов річку; каштани цвітуть.",
    thai: "เรือออกจากท่าตอนเที่ยง",
  };
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["heron", ["dusk", "quay"]],
    ["HERON quay", ["dusk", "quay"]],
    ["heron ferry", ["dusk"]],
    ["heron -ferry", ["quay"]],
    ['heron -"second heron"', ["dusk"]],
    ['"heron left"', ["quay"]],
    ['"left heron"', []],
    ['"a heron came', ["dusk"]],
    ["her", []],
    ["cafe", ["cafe"]],
    ["CAFÉ angstrom", ["cafe"]],
    ["l'aube", ["cafe"]],
    ["東京", ["tokyo"]],
    ["京都", ["tokyo"]],
    ["水上バス", ["tokyo"]],
    ["東バス", []],
    ["鳥", ["birds", "bird"]],
    ["港の鳥", ["bird"]],
    ["港 鳥", ["bird"]],
    ["巣", ["birds"]],
    ["北京大学", ["beijing"]],
    ["大学 -北京", []],
    ["서울", ["seoul"]],
    ["річку", ["kyiv"]],
    ["їжак", ["kyiv"]],
    ["เรือ", ["thai"]],
    ["ท่า", ["thai"]],
    ["", []],
    ["-heron", []],
    ["!!! ?", []],
  ];
  run("finds by words, phrases and exclusions, in scripts with and without spaces", async (store) => {
    await store.put(Object.entries(texts).map(([name, text]) => sampleArticle(name, text)));
    for (const [query, ids] of cases) assert.deepEqual(await found(store, query), ids, query);
  });

  run("finds by headline and description too, and with a filter", async (store) => {
    await store.put(differing());
    assert.deepEqual(await found(store, "news"), ["crane", "eel", "otter", "heron"]);
    assert.deepEqual(await found(store, "account news", { language: "en" }), ["otter", "heron"]);
    assert.deepEqual(await found(store, "noon", { source: "harbour" }), ["heron"]);
  });

  run("finds the current version alone", async (store) => {
    const heron = sampleArticle("heron");
    await store.put([heron, sampleArticle("otter")]);
    assert.deepEqual(await found(store, "left"), ["otter", "heron"]);
    await store.put([withText(heron, "It stayed.")]);
    assert.deepEqual(await found(store, "left"), ["otter"]);
    assert.deepEqual(await found(store, "stayed"), ["heron"]);
  });

  run("pages of a search give each match once, also while articles come in", async (store) => {
    await store.put(sampleArticles("boat", 11));
    const first = await store.search({ query: "quay", after: null, limit: 5 });
    await store.put(sampleArticles("late", 5));
    const second = await store.search({ query: "quay", after: first.next, limit: 5 });
    const third = await store.search({ query: "quay", after: second.next, limit: 5 });
    const ids = [first, second, third].flatMap(({ articles }) => articles.map(({ id }) => id));
    assert.deepEqual(
      ids,
      Array.from({ length: 11 }, (_, i) => `article-boat-${10 - i}`),
    );
    assert.equal(third.next, null);
    await assert.rejects(store.search({ query: "quay", after: "x", limit: 5 }), UsageError);
    await assert.rejects(store.search({ query: "quay", after: null, limit: 0 }), UsageError);
  });

  run("no query is an error", async (store) => {
    await store.put([sampleArticle("heron", "AND OR NOT NEAR tide's 100%")]);
    const queries = [
      ...`"|""|"""|-|--|-"|*|heron*|^heron|(|)|AND|NOT|OR OR|NEAR(a b)|words:heron|{words}:x|a AND|'|''|;|\\|%|_|:*|&|!|<->|a<->|\0|a\0b`.split(
        "|",
      ),
      "\0",
      "\uD800",
      "-\uDC00",
      "'; DROP TABLE search; --",
      "(".repeat(5_000),
      "a ".repeat(5_000),
      "ж".repeat(100_000),
      "-a ".repeat(500),
      `"${"tide ".repeat(3_000)}"`,
    ];
    for (const query of queries)
      assert.ok(Array.isArray((await store.search({ query, after: null, limit: 5 })).articles));
    assert.deepEqual(await found(store, "AND not Near"), ["heron"]);
    assert.equal(await store.count(), 1);
  });

  run("a word of any length and a text of any size can be searched", async (store) => {
    const long = "x".repeat(10_000);
    const big = `${"wave ".repeat(1_000_000)}`;
    const odd = "\0nul\uD800half";
    await store.put([
      sampleArticle("long", `${long} end`),
      sampleArticle("big", big),
      sampleArticle("odd", odd),
    ]);
    assert.deepEqual(await found(store, long), ["long"]);
    assert.deepEqual(await found(store, "wave wave"), ["big"]);
    assert.deepEqual(await found(store, "nul half"), ["odd"]);
  });
}
