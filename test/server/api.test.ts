import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { BLOCK_TYPES } from "../../types.ts";
import type { Site, SiteArticle } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { startTestServer, until } from "./test-server.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const articlesOf = (host: string): readonly SiteArticle[] =>
  site.articles.filter(({ url }) => new URL(url).hostname === `${host}.localhost`);

function someArticle(host = "kestrel"): SiteArticle {
  const found = articlesOf(host)[0];
  assert.ok(found !== undefined);
  return found;
}

test("scrape answers the article's whole record", async (t) => {
  const server = await startTestServer(t);
  const article = someArticle();
  const { status, headers, body } = await server.send("POST", "/api/v1/scrape", { url: article.url });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body["headline"], article.title);
  assert.ok(String(body["articleBody"]).includes(article.paragraphs[0] ?? "?"));
  assert.equal((body["fetch"] as { status: number }).status, 200);
  assert.ok((body["extraction"] as { removed: unknown[] }).removed.length > 0);
  assert.match(headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/u);
  assert.deepEqual(await server.parts.store.count(), 0, "a scrape stores nothing");
});

test("what stands in a page's place is named, not answered as an article", async (t) => {
  const server = await startTestServer(t, { work: false });
  const login = createServer((request, response) => {
    if (request.url === "/robots.txt") return response.writeHead(404).end();
    const form =
      '<form action="/in" method="post"><label>Name <input name="name"></label><label>Password <input type="password" name="word"></label><button>Sign in</button></form>';
    return response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<!doctype html><title>Sign in</title><body><main><h1>Sign in</h1>${form}</main>`);
  });
  await new Promise<void>((resolve) => login.listen(0, "127.0.0.1", resolve));
  t.after(() => void login.close());
  const { port } = login.address() as AddressInfo;
  const { status, body } = await server.send("POST", "/api/v1/scrape", {
    url: `http://127.0.0.1:${port}/members/story`,
    render: "never",
  });
  assert.equal(body["code"], "login-required", JSON.stringify(body));
  assert.equal(status, 422);
});

test("extract takes HTML or text, and nothing or both of it is refused", async (t) => {
  const server = await startTestServer(t);
  const prose = "The ferry ran twice a day until the river fell, and then it did not run at all. ".repeat(8);
  const html = `<title>Low water</title><h1>Low water</h1><nav><a href=/>Home</a></nav><article><p>${prose}</p></article>`;
  const extracted = await server.send("POST", "/api/v1/extract", {
    html,
    url: "https://pier.example/low-water",
  });
  assert.equal(extracted.status, 200);
  assert.equal(extracted.body["articleBody"], prose.trim());
  assert.equal(extracted.body["fetch"], null);
  const dump = await server.send("POST", "/api/v1/extract", { text: `Low water\n\n${prose}\n\nShare this` });
  assert.equal(dump.status, 200);
  assert.ok(!String(dump.body["articleBody"]).includes("Share this"));
  for (const body of [{}, { html, text: prose }]) {
    const refused = await server.send("POST", "/api/v1/extract", body);
    assert.equal(refused.status, 400);
    assert.equal(refused.body["code"], "invalid-request");
  }
});

test("every failure is a problem with a stable code", async (t) => {
  const server = await startTestServer(t, { allowNet: [`127.0.0.0/8`] });
  const cases: readonly (readonly [
    method: string,
    path: string,
    body: unknown,
    status: number,
    code: string,
  ])[] = [
    ["POST", "/api/v1/scrape", { url: "no url at all" }, 400, "invalid-url"],
    ["POST", "/api/v1/scrape", { url: "ftp://a.example/" }, 400, "invalid-url"],
    ["POST", "/api/v1/scrape", {}, 400, "invalid-request"],
    ["POST", "/api/v1/scrape", { url: "http://a.example/", unknown: 1 }, 400, "invalid-request"],
    ["POST", "/api/v1/scrape", "{", 400, "invalid-request"],
    ["POST", "/api/v1/scrape", { url: "http://10.1.2.3/" }, 403, "address-refused"],
    ["POST", "/api/v1/scrape", { url: "http://[::ffff:169.254.169.254]/" }, 403, "address-refused"],
    ["POST", "/api/v1/scrape", { url: `${site.origin("odd")}/gone` }, 502, "http-status"],
    ["GET", "/api/v1/articles?after=rubbish", undefined, 400, "invalid-request"],
    ["GET", "/api/v1/articles?limit=0", undefined, 400, "invalid-request"],
    ["GET", "/api/v1/articles/nobody", undefined, 404, "not-found"],
    ["GET", "/api/v1/articles/nobody/revisions", undefined, 404, "not-found"],
    ["GET", "/api/v1/crawl/nobody.1", undefined, 404, "not-found"],
    ["DELETE", "/api/v1/crawl/nobody.1", undefined, 404, "not-found"],
    ["POST", "/api/v1/crawl", { seeds: [] }, 400, "invalid-request"],
    ["POST", "/api/v1/crawl", { seeds: ["mailto:a@b.example"] }, 400, "invalid-url"],
    ["GET", "/nowhere", undefined, 404, "not-found"],
  ];
  for (const [method, path, sent, status, code] of cases) {
    const answer = await server.send(method, path, sent);
    const what = `${method} ${path} ${JSON.stringify(sent)}: ${JSON.stringify(answer.body)}`;
    assert.equal(answer.status, status, what);
    assert.equal(answer.body["code"], code, what);
    assert.equal(answer.body["status"], status, what);
    assert.equal(answer.headers.get("content-type"), "application/problem+json", what);
    assert.ok(String(answer.body["detail"]).length > 10, what);
  }
});

test("a crawl is started, followed to its end, and read from the store", async (t) => {
  const server = await startTestServer(t);
  const seed = `${site.origin("kestrel")}/`;
  const started = await server.send("POST", "/api/v1/crawl", { seeds: [seed], delayMs: 0 });
  assert.equal(started.status, 200, JSON.stringify(started.body));
  const path = `/api/v1/crawl/${String(started.body["id"])}`;
  const ended = await until(
    () => server.send("GET", path),
    ({ body }) => body["state"] !== "running",
  );
  assert.equal(ended.body["state"], "finished");
  const expected = articlesOf("kestrel");
  const counts = ended.body["counts"] as Record<string, number>;
  assert.equal(counts["stored"], expected.length);
  const urls: string[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const { body }: { body: Record<string, unknown> } = await server.send(
      "GET",
      `${path}/pages?from=${from}&limit=5`,
    );
    urls.push(...(body["pages"] as { url: string }[]).map(({ url }) => url));
    from = body["next"] as number | null;
  }
  assert.equal(urls.length, counts["found"]);
  assert.equal(new Set(urls).size, urls.length);
  const listed = await server.send("GET", "/api/v1/articles?limit=3");
  const articles = listed.body["articles"] as { id: string; url: string }[];
  assert.equal(articles.length, 3);
  const rest = await server.send("GET", `/api/v1/articles?limit=100&after=${String(listed.body["next"])}`);
  assert.equal((rest.body["articles"] as unknown[]).length, expected.length - 3);
  const one = await server.send("GET", `/api/v1/articles/${articles[0]?.id}`);
  assert.deepEqual(
    one.body,
    await server.parts.store.get(articles[0]?.id ?? ""),
    "nothing of the record is lost",
  );
  const found = await server.send(
    "GET",
    `/api/v1/articles?q=${encodeURIComponent('"varnish it"')}&host=kestrel.localhost`,
  );
  assert.deepEqual(
    (found.body["articles"] as { url: string }[]).map(({ url }) => new URL(url).pathname),
    ["/town/2026/02/21/tollivers-bakery-shuts"],
  );
  assert.deepEqual((await server.send("GET", "/api/v1/articles?source=nobody")).body["articles"], []);
  assert.equal((await server.send("GET", "/api/v1/articles?publishedFrom=soon")).status, 400);
  const revisions = await server.send("GET", `/api/v1/articles/${articles[0]?.id}/revisions`);
  assert.equal((revisions.body["revisions"] as unknown[]).length, 1);
});

test("a batch fetches its own pages and no others", async (t) => {
  const server = await startTestServer(t);
  const urls = articlesOf("kestrel")
    .slice(0, 3)
    .map(({ url }) => url);
  const { body } = await server.send("POST", "/api/v1/batch/scrape", {
    urls: [...urls, `${site.origin("odd")}/gone`],
  });
  const path = `/api/v1/crawl/${String(body["id"])}`;
  const ended = await until(
    () => server.send("GET", path),
    (answer) => answer.body["state"] !== "running",
  );
  const counts = ended.body["counts"] as Record<string, number>;
  assert.equal(counts["found"], 4);
  assert.equal(counts["stored"], 3);
  assert.equal(counts["failed"], 1);
  const { body: errors } = await server.send("GET", `${path}/errors`);
  assert.deepEqual(
    (errors["errors"] as { url: string; code: string }[]).map(({ url, code }) => [url, code]),
    [[`${site.origin("odd")}/gone`, "http-status"]],
  );
});

test("a cancelled crawl ends", async (t) => {
  const server = await startTestServer(t, { work: false });
  const { body } = await server.send("POST", "/api/v1/crawl", { seeds: [`${site.origin("kestrel")}/`] });
  const path = `/api/v1/crawl/${String(body["id"])}`;
  assert.equal((await server.send("GET", path)).body["state"], "running");
  assert.equal((await server.send("DELETE", path)).body["state"], "cancelled");
  assert.equal(
    (await server.send("DELETE", path)).body["state"],
    "cancelled",
    "cancelling twice is cancelling once",
  );
});

test("the same key carries a request out once; another request or another client is another matter", async (t) => {
  const tokens = { ada: "token-of-ada", bo: "token-of-bo" };
  const server = await startTestServer(t, { work: false, tokens });
  const ada = { authorization: "Bearer token-of-ada", "idempotency-key": "k-1" };
  const send = (seed: string, headers: Record<string, string>) =>
    server.send("POST", "/api/v1/crawl", { seeds: [seed] }, headers);
  const [first, second] = [await send("https://a.example/", ada), await send("https://a.example/", ada)];
  assert.equal(first.status, 200);
  assert.deepEqual(second.body, first.body);
  assert.equal((await send("https://b.example/", ada)).body["code"], "conflict");
  const other = await send("https://a.example/", { ...ada, authorization: "Bearer token-of-bo" });
  assert.equal(other.status, 200, "another client's key is another key");
  assert.notEqual(other.body["id"], first.body["id"]);
  const keys = await server.parts.redis.keys("galley:idempotency:*");
  assert.ok(keys.length === 2 && !keys.some((key) => key.includes("ada")));
});

test("without the right token nothing answers but the health checks", async (t) => {
  const server = await startTestServer(t, { work: false, tokens: { ada: "token-of-ada" } });
  const wrong: readonly Record<string, string>[] = [
    {},
    { authorization: "Bearer wrong" },
    { authorization: "Basic bm9ib2R5" },
  ];
  for (const headers of wrong) {
    for (const path of ["/api/v1/articles", "/api/v1/events", "/openapi.json", "/nowhere"]) {
      const { status, body, headers: answered } = await server.send("GET", path, undefined, headers);
      assert.equal(status, 401, path);
      assert.equal(body["code"], "unauthorized");
      assert.match(answered.get("www-authenticate") ?? "", /^Bearer /u);
    }
  }
  assert.equal((await server.send("GET", "/healthz")).status, 200);
  assert.equal((await server.send("GET", "/readyz")).status, 200);
  const basic = `Basic ${Buffer.from("anyone:token-of-ada").toString("base64")}`;
  for (const authorization of ["Bearer token-of-ada", "bearer  token-of-ada", basic])
    assert.equal((await server.send("GET", "/api/v1/articles", undefined, { authorization })).status, 200);
});

test("other sites' pages and names made to point here are refused", async (t) => {
  const server = await startTestServer(t, { work: false });
  const body = { seeds: ["https://a.example/"] };
  const cross = { "sec-fetch-site": "cross-site" };
  assert.equal((await server.send("POST", "/api/v1/crawl", body, cross)).status, 401);
  assert.equal(
    (await server.send("POST", "/api/v1/crawl", body, { origin: "https://evil.example" })).status,
    401,
  );
  assert.equal((await server.send("POST", "/api/v1/crawl", body, { origin: server.origin })).status, 200);
  const { request } = await import("node:http");
  const status = await new Promise((resolve, reject) => {
    const { port } = new URL(server.origin);
    const sent = request({
      port,
      host: "127.0.0.1",
      path: "/api/v1/articles",
      headers: { host: "rebound.example" },
    });
    sent.once("response", (response) => resolve(response.statusCode)).once("error", reject);
    sent.end();
  });
  assert.equal(status, 401);
});

test("who finds no room is told when to come again", async (t) => {
  const server = await startTestServer(t, { work: false, limit: { active: 1, waiting: 1 } });
  const slow = () => server.send("POST", "/api/v1/scrape", { url: `${site.origin("odd")}/slow` });
  const answers = await Promise.all(Array.from({ length: 6 }, slow));
  const refused = answers.filter(({ status }) => status === 429);
  assert.equal(
    refused.length,
    4,
    JSON.stringify(answers.map(({ status, body }) => [status, body["detail"]])),
  );
  assert.ok(
    refused.every(
      ({ headers, body }) => Number(headers.get("retry-after")) >= 1 && body["code"] === "too-many-requests",
    ),
  );
});

test("events are followed live, and a reader that comes back goes on where it was", async (t) => {
  const server = await startTestServer(t);
  const urls = articlesOf("kestrel")
    .slice(0, 4)
    .map(({ url }) => url);
  const read = async (count: number, lastId: string | null): Promise<{ id: string; event: string }[]> => {
    const stop = new AbortController();
    const response = await fetch(`${server.origin}/api/v1/events`, {
      signal: stop.signal,
      headers: lastId === null ? {} : { "last-event-id": lastId },
    });
    assert.equal(response.headers.get("content-type"), "text/event-stream; charset=utf-8");
    let text = "";
    const found: { id: string; event: string }[] = [];
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      found.length = 0;
      for (const [, id = "", event = ""] of text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: \{.*\}\n\n/gmu))
        found.push({ id, event });
      if (found.length >= count) break;
    }
    stop.abort();
    return found.slice(0, count);
  };
  const live = read(2, null);
  await server.send("POST", "/api/v1/batch/scrape", { urls, delayMs: 0 });
  const first = await live;
  assert.ok(first.every(({ event }) => event === "new"));
  const rest = await read(2, first.at(-1)?.id ?? null);
  const ids = [...first, ...rest].map(({ id }) => Number(id));
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(ids).size, 4);
});

test("sources are added, changed, run, paused and forgotten", async (t) => {
  const server = await startTestServer(t);
  const path = "/api/v1/schedules/kestrel";
  const definition = {
    seeds: [`${site.origin("kestrel")}/`],
    cron: "0 4 * * *",
    timezone: "Europe/London",
    delay: 0,
  };
  const put = await server.send("PUT", path, definition);
  assert.equal(put.status, 200, JSON.stringify(put.body));
  assert.equal(put.body["state"], "active");
  assert.ok(Date.parse(String(put.body["next"])) > Date.now());
  assert.equal(
    (await server.send("PUT", path, { ...definition, cron: "61 * * * *" })).body["code"],
    "invalid-request",
  );
  assert.equal((await server.send("PUT", "/api/v1/schedules/NO NAME", definition)).status, 400);
  assert.equal((await server.send("POST", `${path}/pause`)).body["state"], "paused");
  assert.equal((await server.send("POST", `${path}/resume`)).body["state"], "active");
  assert.notEqual((await server.send("POST", `${path}/run`)).body["running"], null);
  const { body } = await until(
    async () => {
      await server.parts.schedules.settle();
      return server.send("GET", `${path}/runs`);
    },
    (answer) => (answer.body["runs"] as { state: string }[])[0]?.state === "finished",
  );
  const [run] = body["runs"] as { trigger: string; counts: { new: number } }[];
  assert.equal(run?.trigger, "manual");
  assert.equal(run?.counts.new, articlesOf("kestrel").length);
  const ours = await server.send("GET", "/api/v1/articles?source=kestrel&limit=1");
  assert.equal((ours.body["articles"] as { source: string }[])[0]?.source, "kestrel");
  assert.equal(((await server.send("GET", "/api/v1/schedules")).body["schedules"] as unknown[]).length, 1);
  assert.equal((await server.send("DELETE", path)).status, 200);
  for (const [method, missing] of [
    ["GET", path],
    ["DELETE", path],
    ["POST", `${path}/run`],
    ["GET", `${path}/runs`],
  ] as const)
    assert.equal((await server.send(method, missing)).body["code"], "not-found", missing);
});

test("metrics tell what was fetched, extracted and stored, and how the queues stand", async (t) => {
  const server = await startTestServer(t);
  const { url } = someArticle();
  const { body } = await server.send("POST", "/api/v1/batch/scrape", {
    urls: [url, `${site.origin("odd")}/gone`],
  });
  await until(
    () => server.send("GET", `/api/v1/crawl/${String(body["id"])}`),
    (answer) => answer.body["state"] !== "running",
  );
  const text = await (await fetch(`${server.origin}/metrics`)).text();
  const { host } = new URL(url);
  assert.ok(text.includes(`galley_fetches_total{host="${host}",outcome="ok"} 1`), text);
  assert.match(text, /galley_fetches_total\{host="odd\.localhost:\d+",outcome="http-status"\} 1/u);
  assert.match(text, /^galley_extract_seconds_count\{outcome="ok"\} 1$/mu);
  assert.match(text, /^galley_articles_put_total\{outcome="new"\} 1$/mu);
  assert.match(text, /^galley_store_lag_seconds_count 1$/mu);
  assert.match(text, /^galley_articles 1$/mu);
  assert.match(text, /^galley_queue_jobs\{queue="crawl",state="waiting"\} 0$/mu);
});

test("the OpenAPI document names every route, its types and its failures", async (t) => {
  const server = await startTestServer(t, { work: false });
  const { body } = await server.send("GET", "/openapi.json");
  assert.equal(body["openapi"], "3.1.0");
  const paths = body["paths"] as Record<string, Record<string, { responses?: Record<string, unknown> }>>;
  for (const path of ["/api/v1/scrape", "/api/v1/extract", "/api/v1/crawl", "/api/v1/batch/scrape"])
    assert.ok(paths[path]?.["post"]?.responses?.["4XX"] !== undefined, path);
  assert.ok(JSON.stringify(body).includes(BLOCK_TYPES[0]));
});
