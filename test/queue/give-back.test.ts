import assert from "node:assert/strict";
import { test } from "node:test";
import { createGiveBack } from "../../queue/give-back.ts";
import { createThreadPool } from "../../queue/thread-pool.ts";

test("a collection follows so much work, however it was parted, and the count begins anew", () => {
  const collected: number[] = [];
  let told = 0;
  const giveBack = createGiveBack({ collect: () => collected.push(told), everyMs: 100 });
  for (const ms of [40, 40, 30, 90, 5, 5, 250, 99, 1]) {
    told += 1;
    giveBack(ms);
  }
  assert.deepEqual(collected, [3, 6, 7, 9]);
});

test("a thread that never rests asks V8 for its memory back after so much work, and not before", async () => {
  const pool = createThreadPool<number, number>({
    threads: 1,
    taskUrl: new URL("./gc-task.ts", import.meta.url),
    timeLimitMs: 30_000,
    memoryLimitMb: 256,
  });
  try {
    assert.equal(await pool.run(1), 0);
    await pool.run(60);
    // V8 tells of a collection when the event loop turns, so a later task sees it.
    let seen = 0;
    for (let task = 0; task < 40 && seen === 0; task += 1) seen = await pool.run(1);
    assert.ok(seen > 0);
  } finally {
    await pool.close();
  }
});
