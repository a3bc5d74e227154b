import assert from "node:assert/strict";
import { test } from "node:test";
import { createThreadPool } from "../../queue/thread-pool.ts";
import type { YoungCollections } from "./young-task.ts";

test("a thread collects what its tasks leave behind between them, and not in the middle of one", async () => {
  const pool = createThreadPool<number, YoungCollections>({
    threads: 1,
    taskUrl: new URL("./young-task.ts", import.meta.url),
    timeLimitMs: 30_000,
    memoryLimitMb: 256,
  });
  try {
    await pool.run(0);
    // Four times what the thread has room for.
    for (let task = 0; task < 26; task += 1) await pool.run(5);
    // V8 tells of a collection when the event loop turns, so a later task sees it.
    let seen = await pool.run(0);
    for (let task = 0; task < 40 && seen.between < 5; task += 1) seen = await pool.run(0);
    assert.ok(seen.between >= 5, JSON.stringify(seen));
    assert.equal(seen.within, 0);
  } finally {
    await pool.close();
  }
});
