import assert from "node:assert/strict";
import { after, test } from "node:test";
import { PermanentError } from "../../errors.ts";
import { createExtractPool } from "../../queue/extract-pool.ts";
import { mapOrdered } from "../../queue/map-ordered.ts";

const TRAP = new URL("./trap-task.ts", import.meta.url);
const good = { source: { html: "plain" }, url: null, options: {} };
const trap = (html: string) => ({ ...good, source: { html }, url: "https://trap.example/" });

const traps = createExtractPool({ threads: 2, taskUrl: TRAP, timeLimitMs: 1500, memoryLimitMb: 64 });
after(() => traps.close());

function isLimit(message: RegExp): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof PermanentError, String(error));
    assert.equal(error.code, "extraction-limit");
    assert.equal(error.url, "https://trap.example/");
    assert.match(error.message, message);
    return true;
  };
}

test("a page that never ends is cut off, and the pages beside and after it are not", async () => {
  const endless = assert.rejects(traps.extract(trap("endless")), isLimit(/more than 1500 ms/u));
  const others = await Promise.all(Array.from({ length: 6 }, () => traps.extract(good)));
  assert.deepEqual(
    others.map(({ articleBody }) => articleBody),
    Array.from({ length: 6 }, () => "plain"),
  );
  await endless;
  assert.equal((await traps.extract(good)).articleBody, "plain");
});

test("another thread stands in for one that is slow, and takes what waits behind it", async (t) => {
  const pool = createExtractPool({ threads: 1, taskUrl: TRAP });
  t.after(() => pool.close());
  const stop = new AbortController();
  const endless = pool.extract(trap("endless"), stop.signal);
  const ended = assert.rejects(endless, /has sailed/u);
  const others = await Promise.all(Array.from({ length: 6 }, () => pool.extract(good)));
  assert.equal(others.length, 6);
  stop.abort(new Error("the ship has sailed"));
  await ended;
  assert.equal((await pool.extract(good)).articleBody, "plain");
});

test("a page that takes all memory is cut off, and the pages beside and after it are not", async () => {
  const hungry = assert.rejects(traps.extract(trap("hungry")), isLimit(/more than 64 MB/u));
  const others = await Promise.all(Array.from({ length: 6 }, () => traps.extract(good)));
  assert.equal(others.length, 6);
  await hungry;
  assert.equal((await traps.extract(good)).articleBody, "plain");
});

test("a page on which the extractor fails says so", async () => {
  await assert.rejects(traps.extract(trap("throws")), (error) => {
    assert.ok(error instanceof PermanentError);
    assert.equal(error.code, "extraction-failed");
    assert.match(error.message, /fell over/u);
    return true;
  });
});

test("an abort ends the wait with its reason", async () => {
  const stop = new AbortController();
  const waiting = traps.extract(trap("endless"), stop.signal);
  stop.abort(new Error("the ship has sailed"));
  await assert.rejects(waiting, /the ship has sailed/u);
});

test("the real extractor runs in the threads, on text and on archived bytes", async (t) => {
  const pool = createExtractPool({ threads: 1 });
  t.after(() => pool.close());
  const paragraph =
    "<p>Der Fährmann zählte die Körbe am Kai und schrieb die Zahl in das große Buch, wie es der Rat verlangt.</p>";
  const html = `<!doctype html><html lang="de"><head><title>Die Körbe</title></head><body><article><h1>Die Körbe</h1>${paragraph.repeat(6)}</article></body></html>`;
  const url = "https://kai.example/koerbe";
  const text = await pool.extract({ source: { html }, url, options: {} });
  const body = new Uint8Array(Buffer.from(html, "latin1"));
  const bytes = await pool.extract({ source: { body, charset: "windows-1252" }, url, options: {} });
  assert.match(text.articleBody, /Der Fährmann zählte die Körbe/u);
  assert.deepEqual(bytes, text);
});

test("mapOrdered keeps the order, bounds what is running, and ends with the first failure", async () => {
  const running = { now: 0, most: 0, read: 0 };
  async function* numbers() {
    for (let i = 0; i < 40; i += 1) {
      running.read = i;
      yield i;
    }
  }
  const slowFirst = async (i: number) => {
    running.now += 1;
    running.most = Math.max(running.most, running.now);
    for (let turns = 0; turns < (i % 4 === 0 ? 20 : 1); turns += 1) await Promise.resolve();
    running.now -= 1;
    return i * 2;
  };
  const results: number[] = [];
  for await (const result of mapOrdered(numbers(), 4, slowFirst)) {
    assert.ok(running.read <= results.length + 4, "reads no further ahead than it may run");
    results.push(result);
  }
  assert.deepEqual(
    results,
    Array.from({ length: 40 }, (_, i) => i * 2),
  );
  assert.ok(running.most <= 4, `${running.most} at a time`);
  const seen: number[] = [];
  await assert.rejects(async () => {
    const failing = (i: number) => (i === 5 ? Promise.reject(new Error("five")) : Promise.resolve(i));
    for await (const result of mapOrdered(numbers(), 3, failing)) seen.push(result);
  }, /five/u);
  assert.deepEqual(seen, [0, 1, 2, 3, 4]);
});
