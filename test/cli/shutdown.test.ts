import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runGalley, startGalley } from "./run-galley.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-shutdown-"));
after(() => rm(folder, { recursive: true, force: true }));

test("a crawl that is stopped waits for its pages no longer than it is given, and goes on later", async (t) => {
  const asked = Promise.withResolvers<void>();
  const hung: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") response.writeHead(404).end();
    else if (hung.length === 0) {
      hung.push(response);
      asked.resolve();
    } else {
      const paragraph =
        "<p>The net mender charted the shallows, and nobody in the harbour asked her why she did.</p>";
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<title>Shallows</title><article><h1>Shallows</h1>${paragraph.repeat(8)}</article>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const seed = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const limits = ["--delay", "0", "--render", "never", "--timeout", "3600", "--shutdown-timeout", "1"];
  const args = ["crawl", seed, "--data", folder, "--allow-net", "127.0.0.0/8", ...limits];
  const stopped = startGalley(args);
  await asked.promise;
  stopped.kill("SIGINT");
  // The page would take an hour; only the deadline ends this.
  const [code] = (await once(stopped, "exit")) as [number | null];
  assert.equal(code, 130);
  const rest = await runGalley(args);
  assert.equal(rest.code, 0, rest.stderr);
  assert.match(rest.stderr, /done: 1 pages/u);
});
