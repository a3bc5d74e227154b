import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { takeHostSlot } from "../../queue/host-slot.ts";
import { runScript, defineScript } from "../../queue/redis-script.ts";
import { testFolder, testRedis } from "./test-place.ts";

const DELAY_MS = 40;

test("many takers hold a host's slot one at a time, never closer than the delay", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const held: { readonly from: number; readonly to: number }[] = [];
  const taker = async () => {
    for (let turns = 0; turns < 5;) {
      const answer = await takeHostSlot(client, { host: "pier.example", delayMs: DELAY_MS });
      if (!answer.ok) {
        assert.ok(answer.waitMs > 0);
        await sleep(answer.waitMs);
        continue;
      }
      const from = performance.now();
      await sleep(3);
      held.push({ from, to: performance.now() });
      await answer.slot.release();
      turns += 1;
    }
  };
  await Promise.all([taker(), taker(), taker(), taker()]);
  assert.equal(held.length, 20);
  const inOrder = held.toSorted((a, b) => a.from - b.from);
  for (const [index, turn] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before !== undefined) assert.ok(turn.from - before.to >= DELAY_MS, `gap ${turn.from - before.to}`);
  }
});

test("hosts do not wait for each other, and without a delay nobody waits", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  assert.equal((await takeHostSlot(client, { host: "a.example", delayMs: 60_000 })).ok, true);
  assert.equal((await takeHostSlot(client, { host: "a.example", delayMs: 60_000 })).ok, false);
  assert.equal((await takeHostSlot(client, { host: "b.example", delayMs: 60_000 })).ok, true);
  assert.equal((await takeHostSlot(client, { host: "c.example", delayMs: 0 })).ok, true);
  assert.equal((await takeHostSlot(client, { host: "c.example", delayMs: 0 })).ok, true);
});

test("a pause that the host asked for parks it, with and without a delay", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  for (const delayMs of [10, 0]) {
    const host = `parked-${delayMs}.example`;
    const first = await takeHostSlot(client, { host, delayMs: delayMs });
    assert.ok(first.ok);
    await first.slot.release(60_000);
    const second = await takeHostSlot(client, { host, delayMs: 10 });
    assert.ok(!second.ok && second.waitMs > 50_000 && second.waitMs <= 60_010, JSON.stringify(second));
  }
});

test("a Crawl-delay that one worker has read holds for all, where it is longer than their delay", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const host = "slow.example";
  const before = await takeHostSlot(client, { host, delayMs: 0 });
  assert.ok(before.ok && before.slot.delayMs === 0);
  await before.slot.release();
  const reader = await takeHostSlot(client, { host, delayMs: 0, crawlDelayMs: 30_000 });
  assert.ok(!reader.ok && reader.waitMs > 20_000, "it counts from the last request, sent without it");
  for (const delayMs of [0, 10]) {
    const other = await takeHostSlot(client, { host, delayMs });
    assert.ok(!other.ok && other.waitMs > 20_000, "others need not have read it");
  }
  const longer = await takeHostSlot(client, { host, delayMs: 60_000 });
  assert.ok(!longer.ok && longer.waitMs > 50_000, "a longer delay stays");
});

test("a slot that was not used makes nobody wait", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const request = { host: "quiet.example", delayMs: 60_000 };
  const first = await takeHostSlot(client, request);
  assert.ok(first.ok);
  assert.equal((await takeHostSlot(client, request)).ok, false);
  await first.slot.cancel();
  const second = await takeHostSlot(client, request);
  assert.ok(second.ok);
  await second.slot.release();
  await first.slot.cancel();
  const third = await takeHostSlot(client, request);
  assert.ok(!third.ok && third.waitMs > 50_000, "the used one does, whatever the other does afterwards");
});

test("a script is sent again to a server that has forgotten it", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  const script = defineScript("return ARGV[1] + 1");
  assert.equal(await runScript(client, script, [], [1]), 2);
  await client.script("FLUSH");
  assert.equal(await runScript(client, script, [], [2]), 3);
});
