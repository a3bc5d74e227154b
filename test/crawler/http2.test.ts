import assert from "node:assert/strict";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createHttpClient } from "../../crawler/http-client.ts";
import { parseProxy } from "../../crawler/proxy/parse-proxy.ts";
import { GalleyError } from "../../errors.ts";
import { storyPage } from "./loopback-server.ts";
import { makeCertificate, trust } from "./make-certificate.ts";
import { startHttpProxy } from "./test-proxies.ts";

const CERTIFICATE = makeCertificate("DNS:press.example", "DNS:inside.example");
const SKIP = { skip: CERTIFICATE === null ? "no openssl here" : false };

async function startHttp2(
  context: TestContext,
  listener: (request: Http2ServerRequest, response: Http2ServerResponse) => void,
) {
  if (CERTIFICATE === null) throw new Error("no certificate");
  trust(context, CERTIFICATE);
  const sessions = { count: 0 };
  const server = createSecureServer({ ...CERTIFICATE, allowHTTP1: true }, listener);
  server.on("session", () => {
    sessions.count += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  context.after(() => server.close());
  return { port: (server.address() as AddressInfo).port, sessions };
}

const guard = createAddressGuard({
  allowNet: ["127.0.0.1/32"],
  resolveHost: async (name) => [{ address: name === "press.example" ? "127.0.0.1" : "127.0.0.2", family: 4 }],
});
const limits = { timeoutMs: 60_000, maxBytes: 1_000_000, maxRedirects: 5 };

for (const way of ["straight", "through a proxy"] as const) {
  test(`HTTP/2 ${way}: one connection, redirects, codings, limits, and the guard`, SKIP, async (context) => {
    const versions: string[] = [];
    const { port, sessions } = await startHttp2(context, (request, response) => {
      versions.push(request.httpVersion);
      if (request.url === "/turn") response.writeHead(302, { location: "/story" }).end();
      else if (request.url === "/inward")
        response.writeHead(302, { location: `https://inside.example:${port}/` }).end();
      else if (request.url === "/big") response.writeHead(200).end(Buffer.alloc(2_000_000));
      else
        response
          .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip", etag: '"v1"' })
          .end(gzipSync(storyPage("Fog")));
    });
    const proxy = way === "straight" ? null : parseProxy((await startHttpProxy(context)).url);
    const client = createHttpClient({ guard, proxy, userAgent: "GalleyBot/test" });
    context.after(() => client.close());
    const origin = `https://press.example:${port}`;
    const answer = await client.get(`${origin}/turn`, limits);
    assert.match(Buffer.from(answer.body).toString(), /Fog/u);
    assert.deepEqual([answer.url, answer.headers["etag"]], [`${origin}/story`, '"v1"']);
    const several = await Promise.all([1, 2, 3].map((n) => client.get(`${origin}/${n}`, limits)));
    assert.deepEqual(
      several.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.deepEqual([...new Set(versions)], ["2.0"]);
    const isError = (code: string) => (error: unknown) => error instanceof GalleyError && error.code === code;
    await assert.rejects(client.get(`${origin}/big`, limits), isError("too-large"));
    const before = versions.length;
    await assert.rejects(client.get(`${origin}/inward`, limits), isError("address-refused"));
    await assert.rejects(client.get(`https://inside.example:${port}/`, limits), isError("address-refused"));
    assert.equal(versions.length, before + 1, "nothing came to the refused address");
    assert.ok(sessions.count <= 4, `${sessions.count} connections`);
  });
}
