import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { test, type TestContext } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createGuardedPoster, type PostAnswer } from "../../crawler/guarded-post.ts";
import { GalleyError } from "../../errors.ts";

const never = new AbortController().signal;

async function post(
  t: TestContext,
  listener: RequestListener,
  more: { allowNet?: string[]; timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<PostAnswer> {
  const { allowNet = ["127.0.0.0/8"], timeoutMs = 30_000, signal = never } = more;
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const poster = createGuardedPoster({ guard: createAddressGuard({ allowNet }), userAgent: "GalleyBot/0" });
  t.after(async () => {
    await poster.close();
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  return poster.post(url, { headers: { "x-name": "buoy" }, body: "tide", timeoutMs, signal });
}

const coded =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof GalleyError && error.code === code;

test("sends method, headers and body, and reads status, Retry-After and the beginning of the answer", async (t) => {
  const answer = await post(t, (request, response) => {
    void text(request).then((body) => {
      response.writeHead(429, { "retry-after": "7" });
      response.end(
        `${request.method} ${request.headers["x-name"]} ${request.headers["user-agent"]} ${body} ${"x".repeat(10_000)}`,
      );
    });
  });
  assert.deepEqual([answer.status, answer.retryAfterMs, answer.text.length], [429, 7000, 2048]);
  assert.match(answer.text, /^POST buoy GalleyBot\/0 tide x/u);
});

test("a redirect is an answer and is not followed", async (t) => {
  const seen: (string | undefined)[] = [];
  const answer = await post(t, (request, response) => {
    seen.push(request.url);
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  assert.deepEqual([answer.status, seen], [307, ["/in"]]);
});

test("private addresses, silence, a broken connection and an abort have names", async (t) => {
  await assert.rejects(
    post(t, () => assert.fail("reached"), { allowNet: [] }),
    coded("address-refused"),
  );
  await assert.rejects(
    post(t, () => {}, { timeoutMs: 50 }),
    coded("timeout"),
  );
  await assert.rejects(
    post(t, (request) => request.socket.destroy()),
    coded("connection-failed"),
  );
  const stop = new AbortController();
  await assert.rejects(
    post(t, () => stop.abort(), { signal: stop.signal }),
    coded("interrupted"),
  );
});

test("an answer without an end is cut off", async (t) => {
  const answer = await post(t, (_, response) => {
    const more = (): boolean => response.write("y".repeat(65_536));
    response.on("drain", more);
    more();
    more();
  });
  assert.deepEqual([answer.status, answer.text.length], [200, 2048]);
});
