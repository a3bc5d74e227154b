import assert from "node:assert/strict";
import { test } from "node:test";
import { trapBudget } from "../../crawler/find-trap.ts";
import { createScope, type ScopeOptions } from "../../crawler/scope.ts";
import { UsageError } from "../../errors.ts";

const S = "https://paper.example";

type Verdict = "ok" | "other-host" | "not-included" | "excluded" | "trap";
type Row = readonly [name: string, options: Partial<ScopeOptions>, url: string, verdict: Verdict];

const CASES: readonly Row[] = [
  ["the seed's host", {}, `${S}/a`, "ok"],
  ["www is the same site", {}, "https://www.paper.example/a", "ok"],
  ["http is the same site", {}, "http://paper.example/a", "ok"],
  ["another port is another site", {}, "https://paper.example:8443/a", "other-host"],
  ["a subdomain is another site", {}, "https://shop.paper.example/a", "other-host"],
  ["another host", {}, "https://other.example/a", "other-host"],
  ["path glob", { include: ["/news/*"] }, `${S}/news/a`, "ok"],
  ["one star stops at a slash", { include: ["/news/*"] }, `${S}/news/a/b`, "not-included"],
  ["two stars do not", { include: ["/news/**"] }, `${S}/news/a/b`, "ok"],
  ["a glob is for the whole path", { include: ["/news"] }, `${S}/news/a`, "not-included"],
  ["the query does not count", { include: ["/news/*"] }, `${S}/news/a?x=1`, "ok"],
  ["unless the glob has one", { exclude: ["/news/*?print=*"] }, `${S}/news/a?print=1`, "excluded"],
  ["a glob with a query needs it", { exclude: ["/news/*?print=*"] }, `${S}/news/a`, "ok"],
  ["dots are dots", { include: ["/a.html"] }, `${S}/axhtml`, "not-included"],
  ["a path with a final slash is a glob", { include: ["/news/"] }, `${S}/news/`, "ok"],
  ["a path glob opens no host", { include: ["/**"] }, "https://other.example/a", "other-host"],
  ["a URL glob opens its host", { include: ["https://other.example/**"] }, "https://other.example/a", "ok"],
  [
    "a URL glob with any scheme",
    { include: ["*://*.paper.example/**"] },
    "http://shop.paper.example/a",
    "ok",
  ],
  [
    "a URL glob's star stays in the host",
    { include: ["https://*.example/x"] },
    "https://evil.test/.example/x",
    "other-host",
  ],
  ["regular expression", { include: ["/\\/\\d{4}\\/[a-z]+$/"] }, `${S}/2024/story`, "ok"],
  ["regular expression that fails", { include: ["/\\/\\d{4}\\/[a-z]+$/"] }, `${S}/about`, "not-included"],
  ["regular expression with re:", { exclude: ["re:print"] }, `${S}/a/print`, "excluded"],
  ["regular expression without case", { exclude: ["/^https.*PRINT/i"] }, `${S}/a/print`, "excluded"],
  ["a regular expression opens no host", { include: ["re:."] }, "https://other.example/a", "other-host"],
  [
    "exclude beats include",
    { include: ["/news/**"], exclude: ["/news/old/**"] },
    `${S}/news/old/a`,
    "excluded",
  ],
  [
    "exclude beats a named host",
    { include: ["https://o.example/**"], exclude: ["/x"] },
    "https://o.example/x",
    "excluded",
  ],
  ["repeated path", {}, `${S}/a/b/a/b/a/b`, "trap"],
  ["a date's numbers may repeat", {}, `${S}/2024/05/05/05/story`, "ok"],
  ["deep path", {}, `${S}/${Array.from({ length: 17 }, (_, n) => `s${n}`).join("/")}`, "trap"],
  [
    "many parameters",
    {},
    `${S}/?${"abcdefghi"
      .split("")
      .map((n) => `${n}=1`)
      .join("&")}`,
    "trap",
  ],
  ["a repeated parameter", {}, `${S}/?f=1&f=2&f=3&f=4`, "trap"],
  ["a few parameters", {}, `${S}/?a=1&b=2&c=3`, "ok"],
  ["a very long URL", {}, `${S}/${"x".repeat(2100)}`, "trap"],
  ["a calendar far ahead", {}, `${S}/calendar/2199/01`, "trap"],
  ["a calendar far back", {}, `${S}/calendar?month=1765-03`, "trap"],
  ["a calendar now", {}, `${S}/calendar/2024/05`, "ok"],
  ["an article of a day", {}, `${S}/2024/05/12/harbour-wall`, "ok"],
  ["a year in a title", {}, `${S}/news/the-world-in-2199`, "ok"],
  ["a year as a number", {}, `${S}/story/1815`, "ok"],
  ["page 12 of a listing", {}, `${S}/news?page=12`, "ok"],
  ["page 4000 of a listing", {}, `${S}/news?page=4000`, "trap"],
  ["an article by its number", {}, `${S}/?p=40001`, "ok"],
];

for (const [name, options, url, verdict] of CASES) {
  test(name, () => {
    const answer = createScope({ seeds: [`${S}/`], include: [], exclude: [], ...options })(url);
    assert.equal(answer.ok ? "ok" : answer.reason, verdict, JSON.stringify(answer));
  });
}

for (const pattern of ["news", "", "re:(", "/(\\d/", "ftp://x/"]) {
  test(`the pattern ${JSON.stringify(pattern)} is a usage error`, () => {
    assert.throws(() => createScope({ seeds: [S], include: [pattern], exclude: [] }), UsageError);
  });
}

test("endless spaces share a budget, articles have none", () => {
  const budget = (url: string) => trapBudget(new URL(url));
  assert.equal(budget(`${S}/2024/05/12/harbour-wall`), null);
  assert.equal(budget(`${S}/news/12345`), null);
  assert.equal(budget(`${S}/?p=12345`), null);
  assert.equal(budget(`${S}/story.php?id=7`), null);
  assert.equal(budget(`${S}/calendar/2024/05`)?.key, budget(`${S}/calendar/2031/12`)?.key);
  assert.equal(budget(`${S}/list?color=red&size=1`)?.key, budget(`${S}/list?size=2&color=blue`)?.key);
  assert.notEqual(budget(`${S}/list?color=red`)?.key, budget(`${S}/other?color=red`)?.key);
});
