import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { messageOf } from "../../errors.ts";
import { crawlOptionsSchema } from "../../queue/crawl-options.ts";
import { openFrontier } from "../../queue/frontier.ts";
import { connectRedis, probeRedis } from "../../queue/redis-connection.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import type { BigSiteOptions, BigSiteRequest } from "../site/big-site.ts";
import { makeMachines, NETWORK, type NetworkMachines } from "./network-machines.ts";
import { storedUrls, testFolder } from "./test-place.ts";

const DELAY_MS = 60;
const STORIES = 24;
const POLL_MS = 20;

function tryMachines(): NetworkMachines | string {
  try {
    return makeMachines(2);
  } catch (error) {
    return `network namespaces are not allowed here, or iproute2 is missing: ${messageOf(error).trim()}`;
  }
}

async function requestsOf(site: ChildProcess): Promise<readonly BigSiteRequest[]> {
  site.send("requests");
  const [answer] = (await once(site, "message")) as [{ requests: readonly BigSiteRequest[] }];
  return answer.requests;
}

/** The shortest gap between two requests to one host, whoever sent them. */
function shortestGap(requests: readonly BigSiteRequest[]): number {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { host, at } of requests) {
    shortest = Math.min(shortest, at - (last.get(host) ?? Number.NEGATIVE_INFINITY));
    last.set(host, at);
  }
  return shortest;
}

test("two machines with one Redis share the work and the politeness, and the death of one loses nothing", async (t) => {
  const made = tryMachines();
  if (typeof made === "string") return t.skip(made);
  const children: ChildProcess[] = [];
  t.after(async () => {
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? once(child, "exit")));
    made.remove();
  });
  const started = (child: ChildProcess): ChildProcess => {
    children.push(child);
    return child;
  };
  const { hub, machines, hubAddresses } = made;
  const [redisAddress = "", ...siteAddresses] = hubAddresses;
  const folder = await testFolder();
  const socketPath = join(folder, "redis.sock");
  const listen = ["--bind", redisAddress, "--protected-mode", "no", "--unixsocket", socketPath];
  started(
    hub.spawn("redis-server", [
      ...listen,
      "--port",
      "6379",
      "--dir",
      folder,
      "--save",
      "",
      "--appendonly",
      "no",
    ]),
  );
  while ((await probeRedis({ socketPath })).state !== "ready") await sleep(POLL_MS);

  const shape: BigSiteOptions = {
    hosts: 2,
    pagesPerHost: STORIES,
    hostNames: siteAddresses,
    address: "0.0.0.0",
  };
  const site = started(
    hub.fork([new URL("big-site-process.ts", import.meta.url).pathname, JSON.stringify(shape)]),
  );
  const [seen] = (await once(site, "message")) as [{ seeds: string[]; stories: string[] }];

  // The test stands beside the machines, not in one: a unix socket knows no network.
  const redis = connectRedis({ socketPath }, "test-two-machines");
  redis.on("error", () => {});
  t.after(() => redis.disconnect());
  const frontier = openFrontier(redis);
  const { runId } = await frontier.start({
    seeds: seen.seeds,
    options: crawlOptionsSchema.parse({ delayMs: DELAY_MS }),
  });
  const workerUrl = new URL("worker-process.ts", import.meta.url).pathname;
  const workers = await Promise.all(
    machines.map(async (machine, index) => {
      const data = join(folder, `machine-${index}`);
      await mkdir(data);
      const worker = started(machine.fork([workerUrl, `redis://${redisAddress}:6379`, data, NETWORK]));
      await once(worker, "message");
      return worker;
    }),
  );
  const shareOf = (requests: readonly BigSiteRequest[], index: number): number =>
    requests.filter(({ from, path }) => from === machines[index]?.address && path.startsWith("/story/"))
      .length;
  for (;;) {
    const requests = await requestsOf(site);
    if (Math.min(shareOf(requests, 0), shareOf(requests, 1)) >= 4) break;
    await sleep(POLL_MS);
  }
  machines[0]?.unplug();
  workers[0]?.kill("SIGKILL");
  while ((await frontier.status(runId))?.state === "running") await sleep(POLL_MS);

  const counts = (await frontier.status(runId))?.counts;
  assert.deepEqual([counts?.failed, counts?.pending, counts?.inFlight], [0, 0, 0]);
  const requests = await requestsOf(site);
  assert.ok(shareOf(requests, 0) >= 4 && shareOf(requests, 1) > shareOf(requests, 0));
  const gap = shortestGap(requests);
  assert.ok(gap >= DELAY_MS, `a host was asked again after ${gap} ms`);
  const stored = await Promise.all(
    machines.map(async (_, index) => {
      const store = await openSqliteStore(join(folder, `machine-${index}`, "galley.db"));
      const urls = await storedUrls(store);
      await store.close();
      return urls;
    }),
  );
  assert.deepEqual([...new Set(stored.flat())].toSorted(), seen.stories.toSorted());
});
