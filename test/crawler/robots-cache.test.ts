import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createHttpClient } from "../../crawler/http-client.ts";
import { createRobotsCache, type RobotsCache } from "../../crawler/robots-cache.ts";
import { GalleyError, TransientError } from "../../errors.ts";
import { startServer } from "./loopback-server.ts";

const DAY = 24 * 60 * 60 * 1000;
const DISALLOW = "user-agent: *\ndisallow: /private\ncrawl-delay: 3\nsitemap: https://e.example/s.xml";

function cacheFor(context: TestContext, clock: { now: number } = { now: 0 }): RobotsCache {
  const client = createHttpClient({
    guard: createAddressGuard({ allowNet: ["127.0.0.0/8"] }),
    userAgent: "GalleyBot/test",
  });
  context.after(() => client.close());
  return createRobotsCache({ client, timeoutMs: 60_000, now: () => clock.now });
}

test("a file that is there is read once for its origin", async (context) => {
  const server = await startServer(context, (_, outgoing) => outgoing.end(DISALLOW));
  const cache = cacheFor(context);
  const [first, second] = await Promise.all([
    cache.ask(`${server.origin}/private/x`),
    cache.ask(`${server.origin}/open`),
  ]);
  assert.deepEqual(first, {
    verdict: { verdict: "disallowed", source: `${server.origin}/robots.txt` },
    crawlDelayMs: 3000,
  });
  assert.equal(second.verdict.verdict, "allowed");
  assert.deepEqual(await cache.sitemaps(server.origin), ["https://e.example/s.xml"]);
  assert.deepEqual(server.asked, ["/robots.txt"]);
});

for (const status of [400, 401, 403, 404, 410, 418, 429, 451, 499]) {
  test(`status ${status} allows everything`, async (context) => {
    const server = await startServer(context, (_, outgoing) =>
      outgoing.writeHead(status).end("user-agent: *\ndisallow: /"),
    );
    assert.equal((await cacheFor(context).ask(`${server.origin}/x`)).verdict.verdict, "allowed");
  });
}

for (const status of [500, 502, 503, 504, 599]) {
  test(`status ${status} allows nothing, for now`, async (context) => {
    const clock = { now: 0 };
    const server = await startServer(context, (_, outgoing) =>
      outgoing.writeHead(server.asked.length === 1 ? status : 404).end(),
    );
    const cache = cacheFor(context, clock);
    const refused = (error: unknown): boolean =>
      error instanceof TransientError && error.code === "robots-disallowed";
    await assert.rejects(cache.ask(`${server.origin}/x`), refused);
    await assert.rejects(cache.ask(`${server.origin}/y`), refused);
    assert.equal(server.asked.length, 1, "it is not asked again at once");
    clock.now += 61_000;
    assert.equal((await cache.ask(`${server.origin}/x`)).verdict.verdict, "allowed");
  });
}

test("an unreachable server says why it is unreachable", async (context) => {
  const server = await startServer(context, (incoming) => incoming.socket.destroy());
  await assert.rejects(
    cacheFor(context).ask(`${server.origin}/x`),
    (error) => error instanceof TransientError && error.code === "connection-failed",
  );
});

test("a host that the guard refuses is refused", async (context) => {
  await assert.rejects(
    cacheFor(context).ask("http://10.0.0.1/x"),
    (error) => error instanceof GalleyError && error.code === "address-refused",
  );
});

for (const [hops, verdict] of [
  [5, "disallowed"],
  [6, "allowed"],
] as const) {
  test(`${hops} redirects: ${verdict}`, async (context) => {
    const server = await startServer(context, (incoming, outgoing) => {
      const hop = Number(/\d+/u.exec(incoming.url ?? "")?.[0] ?? 0);
      if (hop === hops) outgoing.end("user-agent: *\ndisallow: /");
      else outgoing.writeHead(302, { location: `/hop${hop + 1}` }).end();
    });
    assert.equal((await cacheFor(context).ask(`${server.origin}/x`)).verdict.verdict, verdict);
  });
}

test("a copy is good for a day, and longer while the file is unreachable", async (context) => {
  const clock = { now: 0 };
  const state = { status: 200, body: DISALLOW };
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(state.status).end(state.body),
  );
  const cache = cacheFor(context, clock);
  const ask = async (): Promise<string> => (await cache.ask(`${server.origin}/private`)).verdict.verdict;
  assert.equal(await ask(), "disallowed");
  state.body = "";
  clock.now = DAY - 1;
  assert.equal(await ask(), "disallowed");
  assert.equal(server.asked.length, 1);
  state.status = 503;
  clock.now = DAY + 1;
  assert.equal(await ask(), "disallowed", "the old copy holds while the server is in trouble");
  assert.equal(await ask(), "disallowed");
  assert.equal(server.asked.length, 2);
  state.status = 200;
  clock.now += 61_000;
  assert.equal(await ask(), "allowed");
});

test("more than 500 KiB are cut, not refused", async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.end(`${DISALLOW}\n${"#".repeat(700_000)}`),
  );
  assert.equal((await cacheFor(context).ask(`${server.origin}/private`)).verdict.verdict, "disallowed");
});

test("one caller's interruption leaves the file to the others", async (context) => {
  const server = await startServer(context, (_, outgoing) => setTimeout(() => outgoing.end(DISALLOW), 100));
  const cache = cacheFor(context);
  const controller = new AbortController();
  const interrupted = cache.ask(`${server.origin}/x`, { signal: controller.signal });
  const other = cache.ask(`${server.origin}/private`);
  controller.abort();
  await assert.rejects(interrupted, (error) => error instanceof GalleyError && error.code === "interrupted");
  assert.equal((await other).verdict.verdict, "disallowed");
});
