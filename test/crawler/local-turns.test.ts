import assert from "node:assert/strict";
import { test } from "node:test";
import { createHostTurns } from "../../crawler/local-turns.ts";
import type { TurnRequest } from "../../crawler/host-turn.ts";

const page = (host: string, more: Partial<TurnRequest> = {}): TurnRequest => ({
  host,
  kind: "page",
  crawlDelayMs: null,
  ...more,
});

test("turns of a host come one at a time, the delay after the one before; the longer delay counts", async () => {
  const take = createHostTurns(40);
  const held: { readonly from: number; readonly to: number }[] = [];
  const visit = async (): Promise<void> => {
    const turn = await take(page("pier.example", { crawlDelayMs: held.length > 1 ? 90 : 10 }));
    const from = performance.now();
    await new Promise(setImmediate);
    held.push({ from, to: performance.now() });
    await turn.release(0);
  };
  await Promise.all([visit(), visit(), visit()]);
  await visit();
  const gaps = held.slice(1).map(({ from }, index) => from - (held[index]?.to ?? 0));
  assert.deepEqual(
    gaps.map((gap, index) => gap >= (index === 2 ? 90 : 40)),
    [true, true, true],
    gaps.join(),
  );
});

test("a page does not wait for its own robots.txt, only for the page before", async () => {
  const take = createHostTurns(3_600_000);
  await (await take(page("quay.example", { kind: "robots" }))).release(0);
  await (await take(page("quay.example"))).release(0);
  const controller = new AbortController();
  const waiting = take(page("quay.example", { signal: controller.signal }));
  controller.abort();
  await assert.rejects(waiting, /Interrupted/u);
  await (await take(page("other.example"))).release(0);
});
