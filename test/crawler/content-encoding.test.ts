import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { PermanentError, TransientError } from "../../errors.ts";
import { clientFor, fails, fetchFrom, PAGE, sendHtml } from "./fetch-over-http.ts";
import { startServer } from "./loopback-server.ts";

const ENCODINGS: readonly (readonly [header: string, encode: (bytes: Uint8Array) => Uint8Array])[] = [
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  ["br", brotliCompressSync],
  ["zstd", zstdCompressSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["identity", (bytes) => bytes],
  ["gzip, br", (bytes) => brotliCompressSync(gzipSync(bytes))],
  ["GZIP", gzipSync],
];

for (const [header, encode] of ENCODINGS) {
  test(`content encoding ${header} (${encode.name})`, async (context) => {
    const encoded = encode(Buffer.from(PAGE));
    const server = await startServer(context, (_, outgoing) =>
      sendHtml(outgoing, encoded, { "content-encoding": header }),
    );
    const { page } = await fetchFrom(clientFor(context), server.origin);
    assert.equal(page.html, PAGE);
  });
}

test("a gzip body that is cut short gives what there is; a broken one fails", async (context) => {
  const encoded = gzipSync(Buffer.from(PAGE.repeat(50)));
  const server = await startServer(context, (incoming, outgoing) => {
    const body =
      incoming.url === "/cut" ? encoded.subarray(0, encoded.length - 20) : Buffer.from("no gzip at all");
    sendHtml(outgoing, body, { "content-encoding": "gzip" });
  });
  const client = clientFor(context);
  const { page } = await fetchFrom(client, `${server.origin}/cut`);
  assert.ok(page.html.startsWith("<!doctype html>"));
  await assert.rejects(
    fetchFrom(client, `${server.origin}/broken`),
    fails("connection-failed", TransientError, "/broken"),
  );
});

test("an unknown content encoding fails for good", async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    sendHtml(outgoing, PAGE, { "content-encoding": "compress" }),
  );
  await assert.rejects(
    fetchFrom(clientFor(context), server.origin),
    fails("connection-failed", PermanentError),
  );
});

test("limits hold for announced, sent and decoded bytes", async (context) => {
  const bomb = gzipSync(Buffer.alloc(5_000_000, 0x20));
  const server = await startServer(context, (incoming, outgoing) => {
    if (incoming.url === "/announced")
      outgoing.writeHead(200, { "content-type": "text/html", "content-length": "50000000" }).write("<p>");
    else if (incoming.url === "/bomb") sendHtml(outgoing, bomb, { "content-encoding": "gzip" });
    else {
      outgoing.writeHead(200, { "content-type": "text/html" });
      const more = (): void => {
        while (!outgoing.destroyed && outgoing.write("<p>on and on</p>".repeat(100)));
      };
      outgoing.on("drain", more);
      more();
    }
  });
  const client = clientFor(context);
  assert.ok(bomb.byteLength < 1_000_000);
  for (const path of ["/announced", "/bomb", "/endless"]) {
    await assert.rejects(fetchFrom(client, server.origin + path), fails("too-large", PermanentError, path));
  }
});
