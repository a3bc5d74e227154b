import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { HostTrouble } from "../../crawler/host-turn.ts";
import { openFrontier, type CrawlCounts } from "../../queue/frontier.ts";
import { takeHostSlot } from "../../queue/host-slot.ts";
import { createHostTurns } from "../../queue/host-turns.ts";
import type { Park, ParkedHost, TroubleTiming } from "../../queue/host-trouble.ts";
import { runCrawl } from "../../queue/run-crawl.ts";
import { startSmallSite } from "./small-site.ts";
import { storedStories, testFolder, testParts, testRedis } from "./test-place.ts";

/** Pauses of hours: nothing here waits for them to end. */
const LONG: TroubleTiming = {
  pagesUntilParked: 3,
  failingPagesUntilParked: 10,
  firstParkMs: 3_600_000,
  longestParkMs: 14_400_000,
  parksUntilGivenUp: 4,
  givenUpMs: 36_000_000,
};
/** Pauses so short that a host is asked again at once. */
const BRIEF: TroubleTiming = { ...LONG, firstParkMs: 1, longestParkMs: 1, givenUpMs: 36_000_000 };

/** Sends a request without a delay: it answers, or shows trouble. */
async function send(
  redis: Redis,
  host: string,
  end: { readonly kind?: HostTrouble; readonly page?: string; readonly timing?: TroubleTiming } = {},
): Promise<Park | null> {
  const { kind, page = "p", timing = LONG } = end;
  const answer = await takeHostSlot(redis, { host, delayMs: 0, timing });
  if (!answer.ok) {
    assert.equal(answer.park, null);
    await sleep(answer.waitMs);
    return send(redis, host, end);
  }
  return answer.slot.release(0, kind === undefined ? null : { kind, page });
}

test("three different pages in a row make it the host's trouble; one page alone never does", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const kind = "unreachable";
  await send(client, "a.example");
  for (let n = 0; n < 9; n += 1) assert.equal(await send(client, "a.example", { kind, page: "same" }), null);
  assert.equal(await send(client, "a.example", { kind, page: "second" }), null);
  assert.equal(await send(client, "a.example"), null, "an answer between them");
  for (const page of ["1", "2"]) assert.equal(await send(client, "a.example", { kind, page }), null);
  const park = await send(client, "a.example", { kind, page: "3" });
  assert.ok(
    park?.kind === "parked" && park.waitMs >= 1_800_000 && park.waitMs <= 3_600_000,
    JSON.stringify(park),
  );
  for (const delayMs of [0, 1000]) {
    const taken = await takeHostSlot(client, { host: "a.example", delayMs });
    assert.ok(!taken.ok && taken.park === "parked" && taken.waitMs > 1_700_000);
  }
  assert.equal((await takeHostSlot(client, { host: "b.example", delayMs: 0 })).ok, true);
});

test("5xx answers of ten different pages make it the host's trouble", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  await send(client, "a.example");
  for (let page = 1; page < 10; page += 1)
    assert.equal(await send(client, "a.example", { kind: "failing", page: `${page}` }), null);
  assert.equal((await send(client, "a.example", { kind: "failing", page: "10" }))?.kind, "parked");
});

test("a host that never answered is given up at once; the start of a run forgets it", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const host = "never.example";
  for (const page of ["1", "2"]) assert.equal(await send(client, host, { kind: "unreachable", page }), null);
  assert.equal((await send(client, host, { kind: "unreachable", page: "3" }))?.kind, "given-up");
  const taken = await takeHostSlot(client, { host, delayMs: 0 });
  assert.ok(!taken.ok && taken.park === "given-up" && taken.waitMs > 3_500_000);
  const frontier = openFrontier(client);
  const { crawlOptionsSchema } = await import("../../queue/crawl-options.ts");
  const options = crawlOptionsSchema.parse({});
  const other = await frontier.start({ seeds: ["https://other.example/"], options });
  assert.deepEqual((await frontier.status(other.runId))?.parked, []);
  assert.equal((await takeHostSlot(client, { host, delayMs: 0 })).ok, false);
  await frontier.start({ seeds: [`https://${host}/`], options });
  assert.equal((await takeHostSlot(client, { host, delayMs: 0 })).ok, true);
});

test("pauses grow until the host is given up, and an answer ends it all", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const host = "a.example";
  await send(client, host);
  const kinds: (Park["kind"] | undefined)[] = [];
  while (kinds.at(-1) !== "given-up") {
    await client.hset("galley:slot:a.example", "park", 0);
    const timing = { ...LONG, pagesUntilParked: 1, longestParkMs: Number.MAX_SAFE_INTEGER };
    const park = await send(client, host, { kind: "overloaded", page: "1", timing });
    kinds.push(park?.kind);
    const full = park?.kind === "given-up" ? LONG.givenUpMs * 2 : LONG.firstParkMs * 2 ** (kinds.length - 1);
    assert.ok(park !== null && park.waitMs <= full && park.waitMs >= full / 2 - 1000, JSON.stringify(park));
  }
  assert.deepEqual(kinds, ["parked", "parked", "parked", "parked", "given-up"]);
  await client.hset("galley:slot:a.example", "park", 0);
  await send(client, host);
  assert.deepEqual(await client.keys("galley:trouble:*"), []);
  assert.equal(await client.zcard("galley:parked"), 0);
  assert.equal(await send(client, host, { kind: "overloaded" }), null, "counted from the start");
});

interface Trouble {
  readonly hosts: number;
  readonly stories: number;
  readonly answer: (seen: {
    readonly path: string;
    readonly host: string;
    readonly n: number;
  }) => "serve" | ((response: ServerResponse) => void);
  readonly timing: TroubleTiming;
}

/** Crawls a site whose hosts answer as they are told to; `n` counts a host's requests. */
async function crawlTrouble(t: Parameters<typeof testRedis>[0], trouble: Trouble) {
  const folder = await testFolder();
  const counts = new Map<string, number>();
  const site = await startSmallSite({
    hosts: trouble.hosts,
    storiesPerHost: trouble.stories,
    intercept(path, response, host) {
      const n = (counts.get(host) ?? 0) + 1;
      counts.set(host, n);
      const answer = trouble.answer({ path, host, n });
      if (answer === "serve") return false;
      answer(response);
      return true;
    },
  });
  t.after(() => site.close());
  const redis = await testRedis(t, folder);
  const parts = await testParts(t, folder);
  const seen: (readonly ParkedHost[])[] = [];
  const report = await runCrawl({
    seeds: site.seeds,
    options: { delayMs: 0, attempts: 3 },
    redis: redis.client,
    ...parts,
    window: 5,
    concurrency: 4,
    troubleTiming: trouble.timing,
    onProgress: (_: CrawlCounts, parked) => void seen.push(parked),
  });
  return { report, site, seen, stored: await storedStories(parts.store), counts, redis };
}

test("while a host is in trouble the others go on, and it loses no page", async (t) => {
  const served = new Set<string>();
  let sick = "";
  // The first host breaks after some pages, and only recovers when the other one is done.
  const { report, site, seen, stored } = await crawlTrouble(t, {
    hosts: 2,
    stories: 60,
    timing: { ...BRIEF, firstParkMs: 100, longestParkMs: 100, parksUntilGivenUp: 100_000 },
    answer({ path, host, n }) {
      if (sick === "") sick = host;
      if (host !== sick) served.add(path);
      const recovered = served.size >= 62;
      return host !== sick || n < 8 || recovered ? "serve" : (response) => response.destroy();
    },
  });
  assert.deepEqual([report.state, report.counts.failed], ["finished", 0]);
  assert.deepEqual(stored, site.stories.toSorted());
  const shown = seen.flat().find(({ host }) => host === sick);
  assert.deepEqual([shown?.trouble, shown?.givenUp], ["unreachable", false]);
});

test("a host that does not come back is given up, and its pages fail without being asked for", async (t) => {
  let sick = "";
  const { report, site, counts, stored, redis } = await crawlTrouble(t, {
    hosts: 2,
    stories: 60,
    timing: BRIEF,
    answer({ host, n }) {
      if (sick === "") sick = host;
      return host !== sick || n < 8 ? "serve" : (response) => response.destroy();
    },
  });
  assert.equal(report.state, "finished");
  assert.ok((counts.get(sick) ?? 0) < 60, `${counts.get(sick)} requests`);
  const well = site.stories.filter((url) => new URL(url).host !== sick);
  assert.deepEqual(
    stored.filter((url) => new URL(url).host !== sick),
    well.toSorted(),
  );
  assert.ok(report.counts.failed > 0);
  assert.ok(
    report.failures.every(({ url, code }) => new URL(url).host === sick && code === "connection-failed"),
  );
  assert.equal(Number(await redis.client.hget(`galley:run:${report.runId}`, "resting")), 0);
});

test("pages that are told to come back later keep their attempts", async (t) => {
  const refused = new Set<string>();
  const { promise: threeRefused, resolve: tellThree } = Promise.withResolvers<void>();
  const { report, site, stored, counts } = await crawlTrouble(t, {
    hosts: 1,
    stories: 12,
    timing: { ...BRIEF, parksUntilGivenUp: 100_000 },
    answer({ path, n }) {
      if (n < 6 || n > 40 || path === "/robots.txt") return "serve";
      // A page that comes back waits for two others: alone it would be in trouble itself, by right.
      const waits = refused.has(path) && refused.size < 3;
      refused.add(path);
      if (refused.size === 3) tellThree();
      return (response) =>
        void (waits ? threeRefused : Promise.resolve()).then(() => response.writeHead(429).end());
    },
  });
  assert.deepEqual([report.failures, stored.length], [[], site.stories.length]);
  assert.ok(Math.max(...counts.values()) > 40);
});

test("an answer that came before a host's trouble does not end it", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const turns = createHostTurns(client, LONG);
  t.after(() => turns.close());
  const host = "a.example";
  async function request(page: string, trouble: HostTrouble | null): Promise<string | undefined> {
    const { take, hindrance } = turns.forPage(0, page);
    const turn = await take({ host, kind: "page", crawlDelayMs: null });
    await turn.release(0, trouble);
    return hindrance()?.kind;
  }
  await request("1", null);
  await request("2", "overloaded");
  await request("3", "overloaded");
  assert.equal(await client.scard(`galley:trouble:${host}`), 2);
  // Longer than answers are collected: a note of the first answer would be written by now.
  await sleep(300);
  assert.equal(await request("4", "overloaded"), "parked");
});
