import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { runGalley, startGalley } from "../cli/run-galley.ts";
import { startSmallSite, type SmallSite } from "../queue/small-site.ts";
import { testFolder, testRedis } from "../queue/test-place.ts";
import { until } from "../server/test-server.ts";
import { startOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from "./otlp-receiver.ts";

const NET = ["--allow-net", "127.0.0.0/8", "--render", "never", "--delay", "0"];

async function places(t: TestContext): Promise<{ site: SmallSite; receiver: OtlpReceiver; data: string }> {
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 3 });
  const receiver = await startOtlpReceiver();
  t.after(() => Promise.all([site.close(), receiver.close()]));
  return { site, receiver, data: await testFolder() };
}

/** The names from the trace's first span to this one. */
function pathOf(spans: readonly ReceivedSpan[], span: ReceivedSpan): string {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent === undefined ? span.name : `${pathOf(spans, parent)} > ${span.name}`;
}

const named = (spans: readonly ReceivedSpan[], name: string): readonly ReceivedSpan[] =>
  spans.filter((span) => span.name === name);

test("a crawl is one trace: the command, its jobs, and in each the fetch, the extraction, the store", async (t) => {
  const { site, receiver, data } = await places(t);
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_SERVICE_NAME: "harbour" };
  const run = await runGalley(["crawl", ...site.seeds, "--data", data, ...NET], { env });
  assert.equal(run.code, 0, run.stderr);
  const { spans } = receiver;
  const [root, ...otherRoots] = named(spans, "galley crawl");
  assert.ok(root !== undefined && otherRoots.length === 0);
  assert.equal(root.parentSpanId, "");
  assert.deepEqual([...new Set(spans.map(({ service }) => service))], ["harbour"]);
  for (const name of ["fetch", "extract", "store"]) {
    const paths = new Set(named(spans, name).map((span) => pathOf(spans, span)));
    assert.deepEqual([...paths], [`galley crawl > addBulk crawl > process crawl > ${name}`]);
  }
  assert.deepEqual([...new Set(spans.map(({ traceId }) => traceId))], [root.traceId]);
  const fetched = named(spans, "fetch").map(({ facts }) => facts["url.full"]);
  assert.deepEqual(fetched.toSorted(), [...site.seeds, ...site.stories].toSorted());
  assert.equal(named(spans, "store").length, site.stories.length);
  const jobs = named(spans, "process crawl").map(({ facts }) => facts["bullmq.job.id"]);
  assert.equal(new Set(jobs).size, site.stories.length + 1);
});

test("a trace goes from the caller through the API and Redis to a worker of another process", async (t) => {
  const { site, receiver, data } = await places(t);
  const redis = await testRedis(t, data);
  const env = { REDIS_URL: `unix://${redis.description}`, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint };
  const server = startGalley(["serve", "--no-work", "--port", "0", "--data", data, ...NET], { env });
  const worker = startGalley(["work", "--data", data, ...NET], { env });
  t.after(() => [server, worker].map((process) => process.kill("SIGKILL")));
  const [line = ""] = (await once(createInterface(server.stderr!), "line")) as [string];
  const origin = /http:\S+\d/u.exec(line)?.[0] ?? "";
  const [traceId, callerSpan] = ["4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"];
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { "content-type": "application/json", traceparent: `00-${traceId}-${callerSpan}-01` };
    const response = await fetch(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };
  const { id } = await post("/api/v1/crawl", { seeds: site.seeds, delayMs: 0 });
  assert.equal(typeof id, "string");
  await until(
    async () => (await fetch(`${origin}/api/v1/crawl/${id}`)).json() as Promise<{ state: string }>,
    ({ state }) => state === "finished",
  );
  await post("/api/v1/scrape", { url: "http://10.0.0.1/" });
  for (const process of [server, worker]) {
    process.kill("SIGTERM");
    await once(process, "exit");
  }
  const spans = receiver.spans.filter((span) => span.traceId === traceId);
  const [request] = named(spans, "POST /api/v1/crawl");
  assert.equal(request?.parentSpanId, callerSpan);
  assert.equal(request.facts["http.response.status_code"], 200);
  const stored = named(spans, "store");
  assert.equal(stored.length, site.stories.length);
  for (const span of stored)
    assert.equal(pathOf(spans, span), "POST /api/v1/crawl > addBulk crawl > process crawl > store");
  const refused = named(spans, "fetch").find(({ facts }) => facts["url.full"] === "http://10.0.0.1/");
  assert.ok(refused !== undefined);
  assert.deepEqual([refused.isError, refused.facts["error.type"]], [true, "address-refused"]);
  assert.equal(pathOf(spans, refused), "POST /api/v1/scrape > fetch");
});

test("a collector that is away costs one line and loses nothing else", async (t) => {
  const { site, receiver, data } = await places(t);
  await receiver.close();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_EXPORTER_OTLP_TIMEOUT: "500" };
  const run = await runGalley(["crawl", ...site.seeds, "--data", data, ...NET], { env });
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stderr, /3 articles stored/u);
  assert.equal(run.stderr.match(/traces cannot be sent/gu)?.length, 1, run.stderr);
});

test("a wrong setting is named by what traces, and troubles nothing else", async (t) => {
  const { site, data } = await places(t);
  const wrong: readonly Readonly<Record<string, string>>[] = [
    { OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4317" },
    { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1", OTEL_TRACES_SAMPLER: "sometimes" },
  ];
  for (const env of wrong) {
    const run = await runGalley(["crawl", ...site.seeds, "--data", data, ...NET], { env });
    assert.equal(run.code, 2);
    assert.match(
      run.stderr,
      /^galley: The environment variable OTEL_\w+ is "[^"\n]+": it must be [^\n]+\n$/u,
    );
  }
  const fetched = await runGalley(["fetch", site.stories[0] ?? "", ...NET], { env: wrong[0] ?? {} });
  assert.equal(fetched.code, 0, fetched.stderr);
});

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const HOOK = new URL("../library/list-modules.ts", import.meta.url).href;

test("who asks for no traces loads nothing of them", async (t) => {
  const { site, data } = await places(t);
  // A file takes every line at once; a pipe refuses the hook's while it is full.
  const path = join(data, "modules.txt");
  await using list = await open(path, "w");
  const args = ["--import", HOOK, MAIN, "crawl", ...site.seeds, "--data", data, ...NET];
  const crawl = spawn(process.execPath, args, { stdio: ["ignore", "ignore", list.fd] });
  const [code] = (await once(crawl, "exit")) as [number | null];
  const loaded = await readFile(path, "utf8");
  assert.equal(code, 0, loaded.slice(-2000));
  assert.ok(loaded.includes("/queue/tracing.ts"), "the hook sees nothing");
  assert.doesNotMatch(loaded, /node_modules\/(?:bullmq-otel|@opentelemetry)\//u);
});
