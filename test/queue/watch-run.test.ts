import assert from "node:assert/strict";
import { test } from "node:test";
import { queryObjects } from "node:v8";
import { watch } from "../../queue/watch-run.ts";

const never = new Promise<never>(() => undefined);

test("looks until the end is seen", async () => {
  const seen: number[] = [];
  let looks = 0;
  await watch({
    look: async () => (looks += 1),
    seen: (look) => seen.push(look) === 3,
    fatal: never,
    everyMs: 0,
  });
  assert.deepEqual(seen, [1, 2, 3]);
});

test("a signal ends it after a look, from within a nap and before it", async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const look = async (): Promise<number> => seen.length;
  const options = { look, fatal: never, everyMs: 2 ** 30, signal: stop.signal };
  const watching = watch({ ...options, seen: (status) => seen.push(status) < 0 });
  setImmediate(() => stop.abort());
  await watching;
  assert.deepEqual(seen, [0, 1], "it looks once more after the nap");
  await watch({ ...options, seen: (status) => seen.push(status) < 0 });
  assert.equal(seen.length, 3);
});

test("what is fatal ends it at once, and nothing is seen after it", async () => {
  const fatal = Promise.withResolvers<never>();
  const looking = Promise.withResolvers<void>();
  let seen = 0;
  const watching = watch({
    look: () => looking.promise,
    seen: () => (seen += 1) < 0,
    fatal: fatal.promise,
    everyMs: 2 ** 30,
  });
  fatal.reject(new Error("the disk is full"));
  await assert.rejects(watching, /the disk is full/u);
  looking.resolve();
  await new Promise(setImmediate);
  assert.equal(seen, 0);
});

test("a look that fails ends it", async () => {
  const look = () => Promise.reject(new Error("Redis was flushed"));
  await assert.rejects(watch({ look, seen: () => false, fatal: never, everyMs: 0 }), /flushed/u);
});

test("a long watch keeps nothing of its looks", async () => {
  const promises: number[] = [];
  let looks = 0;
  await watch({
    look: async () => (looks += 1),
    seen(look) {
      // It collects the garbage first.
      if (look === 100 || look === 1100) promises.push(Number(queryObjects(Promise)));
      return look === 1100;
    },
    fatal: never,
    everyMs: 0,
  });
  const [before = 0, after = 0] = promises;
  assert.ok(after - before < 100, `${after - before} promises more after 1000 looks`);
});
