import assert from "node:assert/strict";
import { createServer, type AddressInfo } from "node:net";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { PermanentError } from "../../errors.ts";
import { openRedis } from "../../queue/redis-server.ts";
import { testFolder, SERVER_PATH } from "./test-place.ts";

function pidOf(info: string): number {
  return Number(/^process_id:(\d+)/mu.exec(info)?.[1]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function isNamed(code: string, ...words: readonly RegExp[]): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof PermanentError, String(error));
    assert.equal(error.code, code);
    for (const word of words) assert.match(error.message, word);
    return true;
  };
}

test("starts a private server, shares it, and the last user shuts it down with its data on disk", async (t) => {
  const dataDir = await testFolder();
  const first = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  const second = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  assert.deepEqual([first.kind, second.kind], ["started", "reused"]);
  const pid = pidOf(await first.client.info("server"));
  const socket = await stat(first.description);
  assert.equal(socket.mode & 0o077, 0, "nobody else may use the socket");
  await first.client.set("ferry", "sails at nine");
  await first.close();
  assert.equal(isAlive(pid), true, "the other user still needs it");
  assert.equal(await second.client.get("ferry"), "sails at nine");
  await second.close();
  assert.equal(isAlive(pid), false);
  const third = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  t.after(() => third.close());
  assert.equal(await third.client.get("ferry"), "sails at nine");
});

test("two processes that start at once share one server", async (t) => {
  const dataDir = await testFolder();
  const open = () => openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  const servers = await Promise.all([open(), open(), open()]);
  t.after(async () => {
    for (const server of servers) await server.close();
  });
  const pids = await Promise.all(servers.map(async ({ client }) => pidOf(await client.info("server"))));
  assert.equal(new Set(pids).size, 1);
  assert.deepEqual(servers.map(({ kind }) => kind).toSorted(), ["reused", "reused", "started"]);
});

test("a stale socket and a stale lock of a dead process are no obstacle", async (t) => {
  const dataDir = await testFolder();
  await mkdir(join(dataDir, "redis"));
  await writeFile(join(dataDir, "redis", "redis.sock"), "");
  await writeFile(join(dataDir, "redis", "redis.pid"), "4194000\n");
  await writeFile(join(dataDir, "redis", "start.lock"), "4194001");
  const server = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  t.after(() => server.close());
  assert.equal(server.kind, "started");
});

test("a server that was killed is started again under its users, with all that was acknowledged", async (t) => {
  const dataDir = await testFolder();
  const server = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  t.after(() => server.close());
  for (let i = 0; i < 200; i += 1) await server.client.rpush("log", i);
  const pid = pidOf(await server.client.info("server"));
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await sleep(1);
  assert.equal(await server.client.llen("log"), 200);
  assert.notEqual(pidOf(await server.client.info("server")), pid);
});

test("a server of ours that lost its socket is replaced, not doubled", async (t) => {
  const dataDir = await testFolder();
  const first = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  const pid = pidOf(await first.client.info("server"));
  await first.client.set("buoy", "red");
  await rm(first.description);
  const second = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  t.after(async () => {
    await first.close();
    await second.close();
  });
  assert.equal(isAlive(pid), false);
  assert.equal(await second.client.get("buoy"), "red");
});

test("a data folder too deep for a unix socket gets a short one elsewhere", async (t) => {
  const dataDir = join(await testFolder(), "a".repeat(60), "b".repeat(60));
  const server = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  t.after(() => server.close());
  assert.ok(Buffer.byteLength(server.description) < 108);
  assert.ok(!server.description.startsWith(dataDir));
  assert.equal(await server.client.ping(), "PONG");
});

test("a missing program is named with the command that installs it", async () => {
  const dataDir = await testFolder();
  await assert.rejects(
    openRedis({ redisUrl: null, dataDir, serverPath: "/nonexistent/redis-server" }),
    isNamed("redis-missing", /apt-get install redis-server/u, /REDIS_URL/u),
  );
});

test("a program that is no redis-server is an error, not a wait", async () => {
  const dataDir = await testFolder();
  await assert.rejects(
    openRedis({ redisUrl: null, dataDir, serverPath: "/bin/false" }),
    isNamed("redis-unreachable", /redis-server did not become ready/u),
  );
});

test("a data folder that cannot be made is named", async () => {
  const folder = await testFolder();
  await writeFile(join(folder, "file"), "");
  await assert.rejects(
    openRedis({ redisUrl: null, dataDir: join(folder, "file", "data"), serverPath: SERVER_PATH }),
    isNamed("data-folder", /cannot be written/u),
  );
});

test("a REDIS_URL that refuses or never answers is an error in bounded time, without its password", async (t) => {
  const dataDir = await testFolder();
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  t.after(() => silent.close());
  const { port } = silent.address() as AddressInfo;
  const open = (redisUrl: string) => openRedis({ redisUrl, dataDir, serverPath: SERVER_PATH });
  const check = (error: unknown) => {
    assert.ok(error instanceof PermanentError && !error.message.includes("sesame"));
    return isNamed("redis-unreachable", /REDIS_URL/u)(error);
  };
  await assert.rejects(open("redis://user:sesame@127.0.0.1:1/"), check);
  await assert.rejects(open(`redis://user:sesame@127.0.0.1:${port}/`), check);
  await assert.rejects(open("redis://nobody.invalid:6379/"), check);
});

test("a Redis that asks for a password says that it does", async (t) => {
  const dataDir = await testFolder();
  const own = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  t.after(() => own.close());
  await own.client.config("SET", "requirepass", "sesame");
  const open = openRedis({ redisUrl: `unix://${own.description}`, dataDir, serverPath: SERVER_PATH });
  await assert.rejects(
    open,
    isNamed("redis-unreachable", /asks for a password that REDIS_URL does not have/u),
  );
});

test("a REDIS_URL is used as it is and not shut down", async (t) => {
  const dataDir = await testFolder();
  const own = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  t.after(() => own.close());
  const other = await openRedis({ redisUrl: `unix://${own.description}`, dataDir, serverPath: SERVER_PATH });
  assert.equal(other.kind, "url");
  await other.client.set("tide", "high");
  await other.close();
  await sleep(50);
  assert.equal(await own.client.get("tide"), "high");
  assert.match(await readFile(join(dataDir, "redis", "redis.log"), "utf8"), /ready to accept connections/iu);
});
