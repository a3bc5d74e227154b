import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { createServer } from "node:net";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createHttpClient } from "../../crawler/http-client.ts";
import { TransientError } from "../../errors.ts";
import { clientFor, fails, fetchFrom, PAGE, sendHtml, USER_AGENT } from "./fetch-over-http.ts";
import { startServer } from "./loopback-server.ts";

test("a page's facts", async (context) => {
  const seen: IncomingMessage[] = [];
  const server = await startServer(context, (incoming, outgoing) => {
    seen.push(incoming);
    sendHtml(outgoing, PAGE, { etag: '"1"', "set-cookie": "a=1" });
  });
  const { page, body } = await fetchFrom(clientFor(context), `${server.origin}/story#part`);
  assert.equal(page.html, PAGE);
  assert.equal(page.finalUrl, `${server.origin}/story`);
  assert.equal(page.status, 200);
  assert.equal(page.contentType, "text/html");
  assert.equal(page.charset, "utf-8");
  assert.equal(page.headers["etag"], '"1"');
  assert.equal(page.renderer, "http");
  assert.equal(page.bytes, body.byteLength);
  assert.equal(page.bytes, Buffer.byteLength(PAGE));
  assert.deepEqual(page.redirects, []);
  assert.equal(seen[0]?.headers["user-agent"], USER_AGENT);
  assert.equal(seen[0]?.url, "/story");
});

test("a page that never ends its answer is a time-out; an interrupted one is interrupted", async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(200, { "content-type": "text/html" }).write("<p>wait"),
  );
  const client = clientFor(context);
  await assert.rejects(
    fetchFrom(client, server.origin, { timeoutMs: 300 }),
    fails("timeout", TransientError),
  );
  const controller = new AbortController();
  const pending = fetchFrom(client, server.origin, { signal: controller.signal });
  setTimeout(() => controller.abort(), 100);
  await assert.rejects(pending, fails("interrupted", TransientError));
  await assert.rejects(
    fetchFrom(client, server.origin, { signal: AbortSignal.abort() }),
    fails("interrupted", TransientError),
  );
});

test("refused ports, closed connections, answers that are no HTTP, names that do not resolve", async (context) => {
  const rude = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (data) =>
      data.includes("/close") ? socket.destroy() : socket.end("SSH-2.0-rude\r\n"),
    );
  });
  await new Promise<void>((resolve) => {
    rude.listen(0, "127.0.0.1", resolve);
  });
  context.after(() => rude.close());
  const { port } = rude.address() as { port: number };
  const client = clientFor(context);
  await assert.rejects(
    fetchFrom(client, `http://127.0.0.1:${port}/close`),
    fails("connection-failed", TransientError),
  );
  await assert.rejects(
    fetchFrom(client, `http://127.0.0.1:${port}/rude`),
    fails("connection-failed", TransientError),
  );
  await assert.rejects(
    fetchFrom(client, `https://127.0.0.1:${port}/tls`),
    fails("connection-failed", TransientError),
  );
  await new Promise((resolve) => {
    rude.close(resolve);
  });
  await assert.rejects(
    fetchFrom(client, `http://127.0.0.1:${port}/`),
    fails("connection-failed", TransientError, `127.0.0.1:${port}`),
  );
  const unknown = createHttpClient({
    guard: createAddressGuard({
      allowNet: [],
      resolveHost: () => Promise.reject(Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" })),
    }),
    userAgent: "GalleyBot/test",
  });
  await assert.rejects(
    fetchFrom(unknown, "http://nowhere.example/x"),
    fails("host-not-found", TransientError, "nowhere.example"),
  );
  await unknown.close();
});

test("connections are kept alive", async (context) => {
  const sockets = new Set<unknown>();
  const server = await startServer(context, (incoming, outgoing) => {
    sockets.add(incoming.socket);
    sendHtml(outgoing, PAGE);
  });
  const client = clientFor(context);
  for (let n = 0; n < 5; n += 1) await fetchFrom(client, `${server.origin}/${n}`);
  // A second one is opened when the first is not yet free again.
  assert.ok(sockets.size <= 2, `${sockets.size} connections for 5 requests`);
});
