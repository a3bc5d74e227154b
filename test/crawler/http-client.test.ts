import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:net";
import { test, type TestContext } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { fetchHttp } from "../../crawler/fetch-http.ts";
import { UNHINDERED } from "../../crawler/host-turn.ts";
import { createHttpClient, type HttpClient } from "../../crawler/http-client.ts";
import { parseRetryAfter } from "../../crawler/http-errors.ts";
import type { FetchedBody } from "../../crawler/page-fetcher.ts";
import { GalleyError, PermanentError, TransientError, type ErrorCode } from "../../errors.ts";
import { startServer, storyPage } from "./loopback-server.ts";

const guard = createAddressGuard({ allowNet: ["127.0.0.0/8"] });
const PAGE = storyPage("Harbour wall");

function clientFor(context: TestContext): HttpClient {
  const client = createHttpClient({ guard, userAgent: "GalleyBot/test (+mailto:desk@paper.example)" });
  context.after(() => client.close());
  return client;
}

async function fetchFrom(
  client: HttpClient,
  url: string,
  limits: { readonly timeoutMs?: number; readonly maxBytes?: number; readonly signal?: AbortSignal } = {},
): Promise<FetchedBody> {
  const fetched = await fetchHttp(url, {
    client,
    earlier: null,
    timeoutMs: limits.timeoutMs ?? 60_000,
    maxBytes: limits.maxBytes ?? 1_000_000,
    signal: limits.signal,
    admit: async (next) => ({
      robots: { verdict: "unchecked", source: null },
      turn: await UNHINDERED({ host: new URL(next).host, kind: "page", crawlDelayMs: null }),
    }),
  });
  return fetched ?? assert.fail("no condition was set");
}

function fails(
  code: ErrorCode,
  kind: typeof PermanentError | typeof TransientError,
  url?: string,
): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof GalleyError, String(error));
    assert.equal(error.code, code, error.message);
    assert.ok(error instanceof kind, `${error.name}: ${error.message}`);
    if (url !== undefined) assert.ok(error.message.includes(url), error.message);
    assert.ok(error.url !== null);
    assert.ok(!error.message.includes("\n"));
    return true;
  };
}

const html = (
  outgoing: ServerResponse,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void => {
  outgoing.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
};

test("a page's facts", async (context) => {
  const seen: IncomingMessage[] = [];
  const server = await startServer(context, (incoming, outgoing) => {
    seen.push(incoming);
    html(outgoing, PAGE, { etag: '"1"', "set-cookie": "a=1" });
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
  assert.equal(seen[0]?.headers["user-agent"], "GalleyBot/test (+mailto:desk@paper.example)");
  assert.equal(seen[0]?.url, "/story");
});

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
      html(outgoing, encoded, { "content-encoding": header }),
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
    html(outgoing, body, { "content-encoding": "gzip" });
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
    html(outgoing, PAGE, { "content-encoding": "compress" }),
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
    else if (incoming.url === "/bomb") html(outgoing, bomb, { "content-encoding": "gzip" });
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

test("redirects are followed, kept in order, and resolved against the URL that sent them", async (context) => {
  const next: Record<string, [number, string]> = {
    "/a/1": [301, "2"],
    "/a/2": [302, "/b/3?x=1#part"],
    "/b/3?x=1": [307, "//127.0.0.1:PORT/b/4"],
    "/b/4": [308, "../c"],
  };
  const server = await startServer(context, (incoming, outgoing) => {
    const [status, location] = next[incoming.url ?? ""] ?? [200, ""];
    if (status === 200) html(outgoing, PAGE);
    else
      outgoing
        .writeHead(status, { location: location.replace("PORT", String(incoming.socket.localPort)) })
        .end();
  });
  const { page } = await fetchFrom(clientFor(context), `${server.origin}/a/1`);
  const path = (url: string): string => url.slice(server.origin.length);
  assert.deepEqual(page.redirects.map(path), ["/a/1", "/a/2", "/b/3?x=1", "/b/4"]);
  assert.equal(path(page.finalUrl), "/c");
});

test("redirect loops, endless redirects, and redirects out of the Web", async (context) => {
  const server = await startServer(context, (incoming, outgoing) => {
    const path = incoming.url ?? "";
    const count = Number(/\d+/u.exec(path)?.[0] ?? 0);
    const location = path.startsWith("/loop")
      ? path === "/loop"
        ? "/loop-b"
        : "/loop"
      : path.startsWith("/endless")
        ? `/endless${count + 1}`
        : path === "/file"
          ? "file:///etc/passwd"
          : "http://[bad";
    outgoing.writeHead(302, { location }).end();
  });
  const client = clientFor(context);
  await assert.rejects(
    fetchFrom(client, `${server.origin}/loop`),
    fails("redirect-loop", PermanentError, "/loop"),
  );
  await assert.rejects(
    fetchFrom(client, `${server.origin}/endless0`),
    fails("redirect-loop", PermanentError, "/endless0"),
  );
  assert.equal(
    server.asked.filter((path) => path.startsWith("/endless")).length,
    11,
    "the page and ten redirects",
  );
  await assert.rejects(fetchFrom(client, `${server.origin}/file`), fails("invalid-url", PermanentError));
  await assert.rejects(fetchFrom(client, `${server.origin}/bad`), fails("invalid-url", PermanentError));
});

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

const TYPES: readonly (readonly [type: string | null, body: string, isPage: boolean])[] = [
  ["text/html", PAGE, true],
  ["TEXT/HTML; charset=utf-8", PAGE, true],
  ["application/xhtml+xml", PAGE, true],
  [null, PAGE, true],
  [null, `  \n<!-- c --><html>`, true],
  [null, `<?xml version="1.0"?>\n<!DOCTYPE html><html>`, true],
  [null, "%PDF-1.7", false],
  [null, `{"a":1}`, false],
  [null, "", false],
  ["text/plain", PAGE, false],
  ["application/pdf", "%PDF-1.7", false],
  ["image/png", "x", false],
  ["application/json", "{}", false],
  ["application/rss+xml", "<rss/>", false],
];

for (const [type, body, isPage] of TYPES) {
  test(`type ${type} with ${JSON.stringify(body.slice(0, 16))} is ${isPage ? "a" : "no"} page`, async (context) => {
    const server = await startServer(context, (_, outgoing) =>
      outgoing.writeHead(200, type === null ? {} : { "content-type": type }).end(body),
    );
    const fetched = fetchFrom(clientFor(context), server.origin);
    if (isPage) assert.equal((await fetched).page.status, 200);
    else await assert.rejects(fetched, fails("not-html", PermanentError));
  });
}

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
    html(outgoing, PAGE);
  });
  const client = clientFor(context);
  for (let n = 0; n < 5; n += 1) await fetchFrom(client, `${server.origin}/${n}`);
  // A second one is opened when the first is not yet free again.
  assert.ok(sockets.size <= 2, `${sockets.size} connections for 5 requests`);
});
