import assert from "node:assert/strict";
import { test } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createCookieJars } from "../../crawler/cookie-jars.ts";
import { createHttpClient } from "../../crawler/http-client.ts";
import { startServer } from "./loopback-server.ts";

test("cookies go back to the site that set them, and to no other", async () => {
  const jars = createCookieJars();
  await jars.keep("https://www.paper.example/", [
    "a=1; Domain=paper.example; Path=/",
    "b=2; Path=/desk",
    "c=3; Secure",
  ]);
  await jars.keep("https://www.paper.example/", [
    "evil=1; Domain=other.example",
    "wide=1; Domain=com",
    "not a cookie at all;;;=",
  ]);
  assert.equal(await jars.cookieFor("https://login.paper.example/"), "a=1");
  assert.equal(await jars.cookieFor("https://www.paper.example/desk/x"), "b=2; a=1; c=3");
  assert.equal(await jars.cookieFor("http://www.paper.example/"), "a=1");
  assert.equal(await jars.cookieFor("https://other.example/"), null);
});

test("the client keeps cookies over redirects where it is asked to, and none where not", async (context) => {
  const seen: (string | undefined)[] = [];
  const server = await startServer(context, (incoming, outgoing) => {
    seen.push(incoming.headers.cookie);
    if (incoming.url === "/turn")
      outgoing.writeHead(302, { location: "/page", "set-cookie": ["s=1", "t=2; Path=/page"] }).end();
    else outgoing.end("page");
  });
  const guard = createAddressGuard({ allowNet: ["127.0.0.0/8"] });
  const limits = { timeoutMs: 60_000, maxBytes: 1000, maxRedirects: 5 };
  for (const cookies of [createCookieJars(), null]) {
    const client = createHttpClient({ guard, userAgent: "GalleyBot/test", cookies });
    context.after(() => client.close());
    await client.get(`${server.origin}/turn`, limits);
    await client.get(`${server.origin}/`, limits);
  }
  assert.deepEqual(seen, [undefined, "t=2; s=1", "s=1", undefined, undefined, undefined]);
});
