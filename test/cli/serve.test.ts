import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { startSmallSite } from "../queue/small-site.ts";
import { testFolder, testRedis } from "../queue/test-place.ts";
import { startHungSite } from "../server/hung-site.ts";
import { until } from "../server/test-server.ts";
import { runGalley, startGalley } from "./run-galley.ts";
import { NET, postJson, serveProcess } from "./serve-process.ts";

test("a port in use ends the server with its code and one line", async (t) => {
  const taken = createServer();
  taken.listen(0, "127.0.0.1");
  await once(taken, "listening");
  t.after(() => taken.close());
  const { port } = taken.address() as AddressInfo;
  const run = await runGalley(["serve", "--port", String(port), "--data", await testFolder()]);
  assert.equal(run.code, 2);
  assert.equal(run.stdout, "");
  assert.match(
    run.stderr,
    /^galley: Cannot listen on 127\.0\.0\.1:\d+: [^\n]*EADDRINUSE[^\n]*Choose another --port[^\n]*\n$/u,
  );
});

test("Ctrl-C ends the server in the midst of a request: its caller gets an answer or a closed connection", async (t) => {
  const { url, asked } = await startHungSite(t);
  const server = await serveProcess(t, ["--data", await testFolder(), ...NET]);
  const waiting = postJson(`${server.origin}/api/v1/scrape`, { url }).then(
    ({ status }) => status,
    () => "closed",
  );
  await asked;
  const { code, stderr } = await server.end("SIGINT");
  assert.equal(code, 0);
  assert.match(stderr, /^galley: stopping …$/mu);
  assert.doesNotMatch(stderr, /unexpected failure|"level":50/u);
  assert.ok(["closed", 503, 502, 504].includes(await waiting), String(await waiting));
});

test("workers log each job with its id, its run and what became of it; requests carry their own ids", async (t) => {
  const site = await startSmallSite({
    hosts: 1,
    storiesPerHost: 3,
    intercept(path, response) {
      if (!path.endsWith("/2")) return false;
      response.writeHead(410).end();
      return true;
    },
  });
  t.after(() => site.close());
  const data = await testFolder();
  const redis = await testRedis(t, data);
  const env = { REDIS_URL: `unix://${redis.description}` };
  const server = await serveProcess(t, ["--no-work", "--data", data, ...NET], env);
  const worker = startGalley(["work", "--data", data, ...NET], { env });
  t.after(() => worker.kill("SIGKILL"));
  const said = text(worker.stderr!);
  const begun = await postJson(`${server.origin}/api/v1/crawl`, { seeds: site.seeds, delayMs: 0 });
  const { id: run } = (await begun.json()) as { id: string };
  await until(
    async () => (await (await fetch(`${server.origin}/api/v1/crawl/${run}`)).json()) as { state: string },
    ({ state }) => state === "finished",
  );
  worker.kill("SIGTERM");
  await once(worker, "exit");
  const log = (await said)
    .split("\n")
    .flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Line] : []));
  const jobs = log.filter(({ job }) => job !== undefined);
  assert.equal(jobs.length, 4, await said);
  assert.ok(
    jobs.every((line) => line.run === run && line.job?.startsWith(`${run}.`) && line.queue === "crawl"),
  );
  const endings = jobs.map(({ url = "", outcome, level, reason }) => [
    new URL(url).pathname,
    outcome,
    level,
    reason,
  ]);
  assert.deepEqual(endings.toSorted(), [
    ["/", "skipped", INFO, "no-article"],
    ["/story/1", "stored", INFO, undefined],
    ["/story/2", "failed", WARN, jobs.find(({ outcome }) => outcome === "failed")?.reason],
    ["/story/3", "stored", INFO, undefined],
  ]);
  assert.match(jobs.find(({ outcome }) => outcome === "failed")?.reason ?? "", /^http-status: .*410/u);
  const { stderr: served } = await server.end("SIGTERM");
  const requests = served.split("\n").filter((line) => line.includes("incoming request"));
  assert.ok(requests.every((line) => (JSON.parse(line) as Line).reqId !== undefined));
  const reqId = String(begun.headers.get("x-request-id"));
  assert.ok(requests.some((line) => line.includes(reqId)));
  const started = served.split("\n").find((line) => line.includes("crawl begun")) ?? "{}";
  const { run: begunRun, reqId: begunBy } = JSON.parse(started) as Line;
  assert.deepEqual([begunRun, begunBy], [run, reqId], "the request's lines lead to its jobs");
});

const INFO = 30;
const WARN = 40;

interface Line {
  readonly level: number;
  readonly job?: string;
  readonly queue?: string;
  readonly run?: string;
  readonly url?: string;
  readonly outcome?: string;
  readonly reason?: string;
  readonly reqId?: string;
}
