import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startDeadline } from "../../crawler/deadline.ts";

test("time that is held does not count, however the holds overlap; the rest does", async () => {
  const deadline = startDeadline(100);
  const holds = [60, 180, 120].map((ms) => deadline.hold(() => sleep(ms)));
  await Promise.all(holds);
  assert.equal(deadline.signal.aborted, false);
  assert.ok(deadline.heldMs() >= 179);
  const keepAlive = setInterval(() => {}, 1000);
  await once(deadline.signal, "abort");
  clearInterval(keepAlive);
});

test("a deadline that was stopped never comes, not even after a hold", async () => {
  const deadline = startDeadline(10);
  const held = deadline.hold(() => sleep(30));
  deadline.stop();
  await held;
  await sleep(50);
  assert.equal(deadline.signal.aborted, false);
});
