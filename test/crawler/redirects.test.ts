import assert from "node:assert/strict";
import { test } from "node:test";
import { PermanentError } from "../../errors.ts";
import { clientFor, fails, fetchFrom, PAGE, sendHtml } from "./fetch-over-http.ts";
import { startServer } from "./loopback-server.ts";

test("redirects are followed, kept in order, and resolved against the URL that sent them", async (context) => {
  const next: Record<string, [number, string]> = {
    "/a/1": [301, "2"],
    "/a/2": [302, "/b/3?x=1#part"],
    "/b/3?x=1": [307, "//127.0.0.1:PORT/b/4"],
    "/b/4": [308, "../c"],
  };
  const server = await startServer(context, (incoming, outgoing) => {
    const [status, location] = next[incoming.url ?? ""] ?? [200, ""];
    if (status === 200) sendHtml(outgoing, PAGE);
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
