import assert from "node:assert/strict";
import { test } from "node:test";
import { PermanentError } from "../../errors.ts";
import { clientFor, fails, fetchFrom, PAGE } from "./fetch-over-http.ts";
import { startServer } from "./loopback-server.ts";

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
