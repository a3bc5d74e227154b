import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { joinSignals } from "../join-signals.ts";

test("a joined signal aborts with the first of its signals, for its reason", () => {
  const [one, two] = [new AbortController(), new AbortController()];
  using joined = joinSignals(one.signal, undefined, two.signal);
  assert.equal(joined.signal.aborted, false);
  two.abort("enough");
  one.abort("too late");
  assert.equal(joined.signal.reason, "enough");
  using late = joinSignals(new AbortController().signal, two.signal);
  assert.equal(late.signal.reason, "enough");
});

test("a signal that lives on keeps nothing of those that were made of it", () => {
  const long = new AbortController();
  for (let i = 0; i < 1000; i++) {
    using joined = joinSignals(new AbortController().signal, long.signal);
    joined.signal.addEventListener("abort", () => {});
  }
  assert.deepEqual(getEventListeners(long.signal, "abort"), []);
});
