import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import type { StorableArticle } from "../../storage/article-store.ts";
import { readmeVerifier, startReceiver } from "../storage/feeds/webhook-receiver.ts";
import { testFolder, testRedis } from "../queue/test-place.ts";
import { sampleArticle, sampleArticles, withText } from "../storage/sample-article.ts";
import { runGalley, startGalley } from "./run-galley.ts";

const NET = ["--allow-net", "127.0.0.0/8"];

async function put(data: string, articles: readonly StorableArticle[]): Promise<void> {
  const store = await openSqliteStore(join(data, "galley.db"));
  await store.put(articles);
  await store.close();
}

test("a webhook gets every event, signed so that README's code verifies it; nothing twice", async (t) => {
  const data = await testFolder();
  await put(data, sampleArticles("pier", 5));
  const state = { secret: "" };
  const receiver = await startReceiver({ secret: () => state.secret });
  t.after(() => receiver.close());
  const added = await runGalley([
    "sink",
    "add",
    "webhook",
    "hook",
    receiver.url,
    "--since",
    "0",
    ...NET,
    "--data",
    data,
  ]);
  assert.match(added.stdout, /^whsec_[A-Za-z0-9+/]+=*\n$/u);
  state.secret = added.stdout;
  const secretFile = join(data, "sinks", "hook.secret");
  assert.deepEqual(
    [await readFile(secretFile, "utf8"), (await stat(secretFile)).mode & 0o777],
    [added.stdout, 0o600],
  );
  const run = ["sink", "run", "--once", ...NET, "--data", data];
  assert.deepEqual([(await runGalley(run)).code, receiver.received.length], [0, 5]);
  await put(data, [withText(sampleArticle("pier-3"), "Another tide."), sampleArticle("late")]);
  assert.equal((await runGalley(run)).code, 0);
  assert.deepEqual(
    receiver.received.map(({ message }) => message.data.seq).toSorted(),
    [1, 2, 3, 4, 5, 6, 7],
  );
  const changed = receiver.received.find(({ message }) => message.data.seq === 6);
  assert.deepEqual([changed?.message.type, changed?.message.data.revision], ["article.changed", 2]);
  assert.equal(changed?.headers["webhook-id"], changed?.message.data.id);
  const listed = await runGalley(["sink", "--data", data]);
  assert.equal(listed.stdout, `hook\twebhook\t${receiver.url}\t7\t0\t0\t0\t\n`);
});

test("README's code refuses another secret, an old time and another body", async () => {
  const verify = await readmeVerifier();
  const { signWebhook, makeWebhookSecret, readWebhookSecret } =
    await import("../../storage/feeds/sign-webhook.ts");
  const secret = makeWebhookSecret();
  const message = { id: "e1", body: '{"a":1}', key: readWebhookSecret(secret, "test"), now: Date.now() };
  assert.deepEqual(verify(signWebhook(message), message.body, secret), { a: 1 });
  assert.throws(() => verify(signWebhook(message), message.body, makeWebhookSecret()), /not signed/u);
  assert.throws(() => verify(signWebhook(message), '{"a":2}', secret), /not signed/u);
  assert.throws(
    () => verify(signWebhook({ ...message, now: Date.now() - 301_000 }), message.body, secret),
    /too old/u,
  );
  assert.throws(() => verify({}, message.body, secret), /too old/u);
});

test("the signature is that of the Standard Webhooks example", async () => {
  const { signWebhook, readWebhookSecret } = await import("../../storage/feeds/sign-webhook.ts");
  const signed = signWebhook({
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    body: '{"test": 2432232314}',
    key: readWebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "test"),
    now: 1_614_265_330_000,
  });
  assert.equal(signed["webhook-signature"], "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("what a receiver refuses for good is listed, and delivered when it is tried again", async (t) => {
  const data = await testFolder();
  await put(data, sampleArticles("pier", 3));
  const secretFile = join(data, "shared.secret");
  const { makeWebhookSecret } = await import("../../storage/feeds/sign-webhook.ts");
  const secret = makeWebhookSecret();
  await writeFile(secretFile, secret);
  const state = { mended: false };
  const receiver = await startReceiver({
    secret: () => secret,
    answer: ({ data: { seq } }) => (seq === 2 && !state.mended ? 422 : 204),
  });
  t.after(() => receiver.close());
  await runGalley([
    "sink",
    "add",
    "webhook",
    "hook",
    receiver.url,
    "--secret-file",
    secretFile,
    "--since",
    "0",
    ...NET,
    "--data",
    data,
  ]);
  await runGalley(["sink", "run", "hook", "--once", ...NET, "--data", data]);
  assert.equal((await runGalley(["sink", "list", "--data", data])).stdout.split("\t")[5], "1");
  // Eight attempts take hours: the letter is given up by hand.
  const { openSinkBook } = await import("../../storage/feeds/sink-book.ts");
  const book = await openSinkBook(join(data, "sinks", "sinks.db"));
  const [letter] = await book.due("hook", { now: Date.now() + 3_600_000, limit: 1 });
  await book.keep("hook", [{ ...letter!, state: "dead" }]);
  book.close();
  const failed = await runGalley(["sink", "failed", "hook", "--data", data]);
  assert.match(failed.stdout, /^2\t[0-9a-f]{64}\tarticle-pier-1\t1\t\S+\tHTTP status 422\n$/u);
  state.mended = true;
  assert.match(
    (await runGalley(["sink", "retry", "hook", "--data", data])).stderr,
    /1 events are tried again/u,
  );
  await runGalley(["sink", "run", "--once", ...NET, "--data", data]);
  assert.deepEqual(receiver.received.map(({ message }) => message.data.seq).toSorted(), [1, 2, 3]);
});

test("a Redis stream gets every event once, for consumer groups, and is trimmed", async (t) => {
  const data = await testFolder();
  const redis = await testRedis(t, data);
  await put(data, sampleArticles("pier", 30));
  // "About" that many: Redis trims whole nodes, of 100 entries by default.
  await redis.client.config("SET", "stream-node-max-entries", "5");
  const env = { REDIS_URL: `unix://${redis.description}` };
  const add = ["sink", "add", "redis-stream"];
  assert.equal((await runGalley([...add, "all", "news", "--since", "0", "--data", data])).code, 0);
  assert.equal(
    (await runGalley([...add, "few", "recent", "--max-length", "10", "--since", "0", "--data", data])).code,
    0,
  );
  assert.equal((await runGalley([...add, "new", "later", "--data", data])).code, 0);
  const ran = await runGalley(["sink", "run", "--once", "--data", data], { env });
  assert.equal(ran.code, 0, ran.stderr);
  await redis.client.call("XGROUP", "CREATE", "news", "indexer", "0");
  const seen: string[] = [];
  for (const reader of ["one", "two", "three", "four"]) {
    const answer = (await redis.client.call(
      "XREADGROUP",
      "GROUP",
      "indexer",
      reader,
      "COUNT",
      "10",
      "STREAMS",
      "news",
      ">",
    )) as [stream: string, entries: [entry: string, fields: string[]][]] | null;
    for (const [entry, fields] of answer?.[1] ?? []) {
      const named = Object.fromEntries(
        fields.flatMap((field, i) => (i % 2 === 0 ? [[field, fields[i + 1] ?? ""]] : [])),
      ) as Record<string, string>;
      const item = JSON.parse(named["data"] ?? "") as {
        id: string;
        seq: number;
        article: { headline: string };
      };
      assert.deepEqual([named["id"], named["cursor"], named["type"]], [item.id, String(item.seq), "new"]);
      assert.match(item.article.headline, /^News of pier-/u);
      seen.push(item.id);
      await redis.client.call("XACK", "news", "indexer", entry);
    }
  }
  assert.deepEqual([seen.length, new Set(seen).size], [30, 30]);
  assert.equal(await redis.client.exists("later"), 0);
  const kept = await redis.client.xlen("recent");
  assert.ok(kept >= 10 && kept < 20, String(kept));
});

test("galley work delivers too, to a sink that is declared while it runs", async (t) => {
  const data = await testFolder();
  const redis = await testRedis(t, data);
  await put(data, sampleArticles("pier", 2));
  const state = { secret: "" };
  const receiver = await startReceiver({ secret: () => state.secret });
  t.after(() => receiver.close());
  const env = { REDIS_URL: `unix://${redis.description}` };
  const worker = startGalley(["work", "--data", data, ...NET, "--render", "never"], { env });
  t.after(() => worker.kill("SIGKILL"));
  await once(worker.stderr!, "data");
  const add = ["sink", "add", "webhook", "hook", receiver.url, "--since", "0", ...NET, "--data", data];
  state.secret = (await runGalley(add)).stdout;
  while (receiver.received.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  const again = await runGalley(["sink", "run", "--once", ...NET, "--data", data]);
  assert.deepEqual([again.code, again.stderr], [0, "galley: another process delivers to hook\n"]);
  worker.kill("SIGTERM");
  const [code] = await once(worker, "exit");
  assert.equal(code, 0);
  assert.equal(receiver.received.length, 2);
});

test("receivers in private networks are refused, when a sink is declared and when it delivers", async (t) => {
  const data = await testFolder();
  await put(data, sampleArticles("pier", 1));
  const hits: string[] = [];
  const inside = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => inside.listen(0, "127.0.0.1", resolve));
  t.after(() => inside.close());
  const url = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/metadata`;
  const refused = await runGalley(["sink", "add", "webhook", "hook", url, "--data", data]);
  assert.deepEqual([refused.code, refused.stdout], [11, ""]);
  await runGalley(["sink", "add", "webhook", "hook", url, "--since", "0", ...NET, "--data", data]);
  const outward = await startReceiver({ secret: () => "" });
  t.after(() => outward.close());
  const child = startGalley(["sink", "run", "hook", "--data", data]);
  t.after(() => child.kill("SIGKILL"));
  const told = await new Promise<string>((resolve) =>
    child.stderr?.once("data", (chunk) => resolve(String(chunk))),
  );
  assert.match(told, /receiver of hook is away.*not on the public Internet/u);
  child.kill("SIGTERM");
  assert.deepEqual(hits, []);
});

test("what cannot be declared is one line with a code", async () => {
  const data = await testFolder();
  await put(data, sampleArticles("pier", 1));
  const bad = join(data, "bad.secret");
  await writeFile(bad, "hunter2");
  const place = ["--data", data];
  const hook = ["sink", "add", "webhook"];
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [[...hook, "Big Name", "https://hooks.example/x"], 2, /no name for a sink/u],
    [[...hook, "hook", "ftp://hooks.example/x"], 3, /ftp/u],
    [
      [...hook, "hook", "https://192.0.2.7/x", "--secret-file", bad, "--allow-net", "192.0.2.0/24"],
      2,
      /holds no webhook secret/u,
    ],
    [
      [
        ...hook,
        "hook",
        "https://192.0.2.7/x",
        "--secret-file",
        join(data, "none"),
        "--allow-net",
        "192.0.2.0/24",
      ],
      16,
      /Cannot read/u,
    ],
    [["sink", "failed", "nobody"], 2, /no sink "nobody"/u],
    [["sink", "replay", "nobody"], 2, /--since/u],
    [["sink", "add", "redis-stream", "s", "k", "--max-length", "0"], 2, /whole number/u],
  ];
  for (const [args, code, says] of cases) {
    const run = await runGalley([...args, ...place]);
    assert.deepEqual([run.code, run.stdout], [code, ""], args.join(" "));
    assert.match(run.stderr, says);
  }
  assert.equal((await runGalley(["sink", "add", "redis-stream", "twice", "k", ...place])).code, 0);
  assert.match(
    (await runGalley(["sink", "add", "redis-stream", "twice", "k", ...place])).stderr,
    /a sink "twice" already/u,
  );
});

test("a sink follows the store that is named", async (t) => {
  const [data, other] = [await testFolder(), await testFolder()];
  await put(other, sampleArticles("pier", 3));
  const state = { secret: "" };
  const receiver = await startReceiver({ secret: () => state.secret });
  t.after(() => receiver.close());
  const place = ["--data", data, "--store", `sqlite:${join(other, "galley.db")}`];
  const sink = (...args: string[]) => runGalley(["sink", ...args, ...place]);
  const added = await sink("add", "webhook", "hook", receiver.url, "--since", "1", ...NET);
  assert.equal(added.code, 0, added.stderr);
  state.secret = added.stdout.trim();
  assert.equal((await sink("run", "--once", ...NET)).code, 0);
  assert.deepEqual(
    receiver.received.map(({ message }) => message.data.seq),
    [2, 3],
  );
  assert.deepEqual((await sink("list")).stdout.split("\t").slice(0, 5), [
    "hook",
    "webhook",
    receiver.url,
    "3",
    "0",
  ]);
  for (const args of [
    ["failed", "hook"],
    ["retry", "hook"],
    ["replay", "hook", "--since", "0"],
    ["remove", "hook"],
  ])
    assert.equal((await sink(...args)).code, 0, args[0]);
  assert.equal((await runGalley(["sink", "list", "--data", data])).code, 17);
});
