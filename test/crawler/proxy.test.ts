import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { createAddressGuard, type AddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher, type PageFetcherOptions } from "../../crawler/fetch-page.ts";
import { findChromium } from "../../crawler/find-chromium.ts";
import type { PageFetcher } from "../../crawler/page-fetcher.ts";
import { parseProxy } from "../../crawler/proxy/parse-proxy.ts";
import { GalleyError, UsageError, type ErrorCode } from "../../errors.ts";
import { startServer, storyPage } from "./loopback-server.ts";
import { makeCertificate, trust } from "./make-certificate.ts";
import { startHttpProxy, startSocksProxy, startTlsProxy, type TestProxy } from "./test-proxies.ts";

const CHROMIUM = findChromium({ configured: process.env["GALLEY_CHROMIUM"] ?? null });
/** For an address, as proxies are often given: TLS knows no server name then (RFC 6066 §3). */
const CERTIFICATE = makeCertificate("IP:127.0.0.1");
const NO_CERTIFICATE = CERTIFICATE === null ? "no openssl here" : false;
const html = { "content-type": "text/html; charset=utf-8" };
const ask = (url: string) => ({ url, depth: 0, referrer: null });
const OPEN = createAddressGuard({ allowNet: ["127.0.0.0/8"] });

function fetcherThrough(
  context: TestContext,
  proxy: string,
  {
    guard = OPEN,
    render = "never",
  }: { readonly guard?: AddressGuard; readonly render?: PageFetcherOptions["render"] } = {},
): PageFetcher {
  const fetcher = createPageFetcher({
    render,
    guard,
    proxy: parseProxy(proxy),
    userAgent: "GalleyBot/test",
    robots: "ignore",
    timeoutMs: 120_000,
    executablePath: async () => CHROMIUM ?? assert.fail("no Chromium"),
  });
  context.after(() => fetcher.close());
  return fetcher;
}

const fails =
  (code: ErrorCode, says: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof GalleyError && error.code === code, String(error));
    assert.match(error.message, says);
    return true;
  };

/** Node warns once a process. */
const warnings: string[] = [];
process.on("warning", (warning) => warnings.push(warning.message));

function startTrustedProxy(context: TestContext): Promise<TestProxy> {
  if (CERTIFICATE === null) throw new Error("no certificate");
  trust(context, CERTIFICATE);
  return startTlsProxy(context, CERTIFICATE);
}

const PROXIES = [
  { name: "HTTP", start: startHttpProxy, skip: false },
  { name: "HTTP over TLS", start: startTrustedProxy, skip: NO_CERTIFICATE },
  { name: "SOCKS 5", start: startSocksProxy, skip: false },
] as const;

for (const { name, start, skip } of PROXIES) {
  test(
    `${name}: pages come through it, and refused addresses are not even asked for`,
    { skip },
    async (context) => {
      const server = await startServer(context, (_, outgoing) =>
        outgoing.writeHead(200, html).end(storyPage("Fog")),
      );
      const proxy = await start(context);
      const names: Record<string, string> = { "open.example": "127.0.0.1", "inside.example": "10.0.0.7" };
      const guard = createAddressGuard({
        allowNet: ["127.0.0.1/32"],
        resolveHost: async (name) => [{ address: names[name] ?? "169.254.169.254", family: 4 }],
      });
      const fetcher = fetcherThrough(context, proxy.url, { guard });
      const { page } = await fetcher.fetch(ask(`http://open.example:${server.port}/story`));
      assert.match(page.html, /Fog/u);
      assert.deepEqual(
        proxy.asked,
        [`127.0.0.1:${server.port}`],
        "the address that was checked, not the name",
      );
      for (const url of [
        "http://10.0.0.7/",
        "http://inside.example/",
        "https://inside.example/",
        "http://metadata.example/",
        "http://[::1]/",
      ])
        await assert.rejects(
          fetcher.fetch(ask(url)),
          fails("address-refused", /not on the public Internet/u),
          url,
        );
      assert.equal(proxy.asked.length, 1);
    },
  );

  test(
    `${name}: the browser goes through it too`,
    { skip: CHROMIUM === null ? "no Chromium here" : skip },
    async (context) => {
      const server = await startServer(context, (incoming, outgoing) => {
        if (incoming.url === "/app.js")
          outgoing
            .writeHead(200, { "content-type": "text/javascript" })
            .end("document.body.append('it ran')");
        else
          outgoing
            .writeHead(200, html)
            .end(storyPage("Fog").replace("</body>", `<script src="/app.js"></script></body>`));
      });
      const proxy = await start(context);
      const { page } = await fetcherThrough(context, proxy.url, { render: "always" }).fetch(
        ask(server.origin),
      );
      assert.match(page.html, /it ran/u);
      assert.ok(
        proxy.asked.length > 0 && proxy.asked.every((address) => address === `127.0.0.1:${server.port}`),
      );
    },
  );

  test(
    `${name}: a wrong password and a proxy that is not there are said to be so`,
    { skip },
    async (context) => {
      const proxy = new URL((await start(context)).url);
      proxy.password = "wrong";
      await assert.rejects(
        fetcherThrough(context, proxy.href).fetch(ask("http://127.0.0.1:1/")),
        fails(
          "connection-failed",
          /no way through the proxy 127\.0\.0\.1:\d+: it (?:answered with status 407|refused)/u,
        ),
      );
      proxy.port = "1";
      await assert.rejects(
        fetcherThrough(context, proxy.href).fetch(ask("http://127.0.0.1:1/")),
        fails("connection-failed", /no way through the proxy 127\.0\.0\.1:1/u),
      );
    },
  );
}

test("Node has nothing to say against the way to a proxy", () => {
  assert.deepEqual(warnings, []);
});

test("a proxy whose certificate nobody signed is not trusted", { skip: NO_CERTIFICATE }, async (context) => {
  if (CERTIFICATE === null) throw new Error("no certificate");
  const proxy = await startTlsProxy(context, CERTIFICATE);
  await assert.rejects(
    fetcherThrough(context, proxy.url).fetch(ask("http://127.0.0.1:1/")),
    fails("connection-failed", /no way through the proxy 127\.0\.0\.1:\d+: self-signed certificate/u),
  );
  assert.deepEqual(proxy.asked, [], "the password stays here");
});

test("what is no proxy is a usage error that keeps its password to itself", () => {
  for (const text of [
    "",
    "proxy.example:8080",
    "ftp://proxy.example",
    "http://",
    "socks4://u:secret@proxy.example",
  ])
    assert.throws(
      () => parseProxy(text),
      (error) => error instanceof UsageError && !error.message.includes("secret"),
      text,
    );
  assert.deepEqual(parseProxy("socks5h://[2001:db8::1]"), {
    kind: "socks",
    host: "2001:db8::1",
    port: 1080,
    credentials: null,
  });
  assert.deepEqual(parseProxy("https://u:a%40b@proxy.example").credentials, {
    username: "u",
    password: "a@b",
  });
});
