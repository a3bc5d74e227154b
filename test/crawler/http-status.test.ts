import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRetryAfter } from "../../crawler/http-errors.ts";
import { PermanentError, TransientError } from "../../errors.ts";
import { clientFor, fails, fetchFrom } from "./fetch-over-http.ts";
import { startServer } from "./loopback-server.ts";

const STATUSES: readonly (readonly [status: number, kind: typeof PermanentError | typeof TransientError])[] =
  [
    [400, PermanentError],
    [401, PermanentError],
    [403, PermanentError],
    [404, PermanentError],
    [410, PermanentError],
    [451, PermanentError],
    [408, TransientError],
    [425, TransientError],
    [429, TransientError],
    [500, TransientError],
    [502, TransientError],
    [503, TransientError],
    [504, TransientError],
    [204, PermanentError],
    [300, PermanentError],
  ];

for (const [status, kind] of STATUSES) {
  test(`status ${status} is a ${kind.name}`, async (context) => {
    const server = await startServer(context, (_, outgoing) =>
      outgoing.writeHead(status, { "content-type": "text/html" }).end(),
    );
    await assert.rejects(
      fetchFrom(clientFor(context), `${server.origin}/x`),
      fails("http-status", kind, String(status)),
    );
  });
}

const WALL = `<!doctype html><title>Just a moment...</title><p>courier.example needs to review the security of your connection.</p>`;
const REFUSAL = `<!doctype html><title>Members only</title><p>This part of the harbour's records is not public.</p>`;

for (const [status, body, headers, code] of [
  [403, WALL, {}, "blocked"],
  [429, WALL, { "retry-after": "9" }, "blocked"],
  [503, WALL, {}, "blocked"],
  [403, REFUSAL, { "cf-mitigated": "challenge" }, "blocked"],
  [405, REFUSAL, { "x-amzn-waf-action": "captcha" }, "blocked"],
  [403, REFUSAL, {}, "http-status"],
  [401, REFUSAL, {}, "http-status"],
  [404, WALL, {}, "http-status"],
  [403, "Just a moment...", { "content-type": "text/plain" }, "http-status"],
] as const) {
  test(`status ${status} ${JSON.stringify(headers)} with ${body.slice(22, 40)} is ${code}`, async (context) => {
    const server = await startServer(context, (_, outgoing) =>
      outgoing.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body),
    );
    await assert.rejects(
      fetchFrom(clientFor(context), server.origin),
      fails(code, PermanentError, `${server.origin}/`),
    );
  });
}

test("an overloaded server's page in HTML keeps its Retry-After", async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(503, { "content-type": "text/html", "retry-after": "7" }).end("<h1>Back soon</h1>"),
  );
  await assert.rejects(
    fetchFrom(clientFor(context), server.origin),
    (error) => error instanceof TransientError && error.retryAfterMs === 7000 && error.status === 503,
  );
});

test("Retry-After comes with the error", async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(429, { "retry-after": "7" }).end(),
  );
  await assert.rejects(
    fetchFrom(clientFor(context), server.origin),
    (error) => error instanceof TransientError && error.retryAfterMs === 7000,
  );
});

test("Retry-After in seconds and dates", () => {
  const now = Date.parse("2024-05-01T12:00:00Z");
  assert.equal(parseRetryAfter("120", now), 120_000);
  assert.equal(parseRetryAfter("Wed, 01 May 2024 12:01:00 GMT", now), 60_000);
  assert.equal(parseRetryAfter("Wed, 01 May 2024 11:00:00 GMT", now), 0);
  assert.equal(parseRetryAfter("99999999", now), 86_400_000);
  for (const nonsense of [null, "", "soon", "-5", "1.5"])
    assert.equal(parseRetryAfter(nonsense, now), null, String(nonsense));
});
