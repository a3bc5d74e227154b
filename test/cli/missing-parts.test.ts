import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { sampleArticles } from "../storage/sample-article.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { testFolder } from "../queue/test-place.ts";
import { runGalley, startGalley } from "./run-galley.ts";
import { NET, postJson, serveProcess } from "./serve-process.ts";

// What a person sees when Redis, Chromium or whoever reads the output is not there.

async function freePort(): Promise<number> {
  const server = createTcpServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

test("a Redis that does not answer ends commands of the queue with its code and one line", async () => {
  const env = { REDIS_URL: `redis://:a-secret@127.0.0.1:${await freePort()}` };
  const data = ["--data", await testFolder()];
  const commands = [
    ["serve", "--port", "0", ...data],
    ["crawl", "http://127.0.0.1:9/", ...data],
    ["schedule", "list", ...data],
  ];
  for (const command of commands) {
    const run = await runGalley(command, { env });
    assert.deepEqual([run.code, run.stdout], [19, ""], command[0]);
    assert.match(run.stderr, /^galley: Redis at redis:\/\/127\.0\.0\.1:\d+ does not answer [^\n]*\n$/u);
    assert.ok(!run.stderr.includes("a-secret"));
  }
});

test("a missing Chromium is named to the shell and to callers of the API, with what to do", async (t) => {
  const site = createServer((_request, response) => response.end("<title>Quay</title>"));
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  t.after(() => site.close());
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  const env = { GALLEY_CHROMIUM: "/nowhere/chromium" };
  const run = await runGalley(["fetch", url, "--allow-net", "127.0.0.0/8", "--render", "always"], { env });
  assert.deepEqual([run.code, run.stdout], [20, ""]);
  assert.match(run.stderr, /^galley: GALLEY_CHROMIUM is "\/nowhere\/chromium"[^\n]*--render never\.\n$/u);
  const server = await serveProcess(t, ["--data", await testFolder(), "--allow-net", "127.0.0.0/8"], env);
  const answer = await postJson(`${server.origin}/api/v1/scrape`, { url, render: "always" });
  const problem = (await answer.json()) as { code: string; detail: string };
  assert.deepEqual([answer.status, problem.code], [503, "chromium-missing"]);
  assert.match(problem.detail, /GALLEY_CHROMIUM/u);
  await server.end("SIGTERM");
});

test("a reader of the output that has gone ends a command quietly", async () => {
  const data = await testFolder();
  const store = await openSqliteStore(join(data, "galley.db"));
  await store.put(sampleArticles("pier", 3000));
  await store.close();
  for (const command of [
    ["export"],
    ["articles", "list"],
    ["articles", "export"],
    ["tail", "--since", "0"],
  ]) {
    const child = startGalley([...command, "--data", data]);
    const said: string[] = [];
    child.stderr?.on("data", (chunk: Buffer) => said.push(String(chunk)));
    const ended = once(child, "exit");
    await once(createInterface(child.stdout!), "line");
    child.stdout?.destroy();
    assert.deepEqual(await ended, [0, null], command.join(" "));
    assert.deepEqual(said, []);
  }
});

test("a server whose log is read by nobody any more goes on", async (t) => {
  const child = startGalley(["serve", "--port", "0", "--data", await testFolder(), ...NET]);
  t.after(() => child.kill("SIGKILL"));
  const [line] = (await once(createInterface(child.stderr!), "line")) as [string];
  child.stderr?.destroy();
  const origin = /http:\/\/[\d.]+:\d+/u.exec(line)?.[0] ?? "";
  // Each request is two lines of the log.
  for (let asked = 0; asked < 3; asked += 1)
    assert.equal((await fetch(`${origin}/api/v1/articles`)).status, 200);
  child.kill("SIGTERM");
  assert.deepEqual(await once(child, "exit"), [0, null]);
});
