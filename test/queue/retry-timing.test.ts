import assert from "node:assert/strict";
import { test } from "node:test";
import { TransientError } from "../../errors.ts";
import { retryAfterOf, retryDelay } from "../../queue/retry-timing.ts";

const timeout = new TransientError("timeout", "no answer");
const asked = (retryAfterMs: number) => new TransientError("http-status", "503", { retryAfterMs });

test("pauses double up to five minutes, spread from nothing to all of it", () => {
  const without = [1, 2, 3, 4, 20].map((attempt) => retryDelay(attempt, timeout, () => 1));
  assert.deepEqual(without, [1000, 2000, 4000, 8000, 300_000]);
  assert.equal(
    retryDelay(3, timeout, () => 0.25),
    1000,
  );
});

test("the server's Retry-After is a floor, within an hour", () => {
  assert.equal(
    retryDelay(1, asked(30_000), () => 0),
    30_000,
  );
  assert.equal(
    retryDelay(5, asked(1000), () => 1),
    16_000,
  );
  assert.equal(retryAfterOf(asked(86_400_000)), 3_600_000);
  assert.equal(retryAfterOf(new Error("other")), 0);
});
