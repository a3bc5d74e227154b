import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { openFrontier } from "../../queue/frontier.ts";
import { connectRedis } from "../../queue/redis-connection.ts";
import { startCrew } from "../../queue/work-crew.ts";
import { FAST_LOCKS } from "../queue/fast-locks.ts";
import { aSource, testSchedules } from "../queue/sources/source-place.ts";
import { testFolder, testParts } from "../queue/test-place.ts";
import { assertTicks } from "./check-ticks.ts";
import { startMortalRedis } from "./mortal-redis.ts";
import { runTickSoak } from "./run-tick-soak.ts";

// The short form of `npm run soak:schedule`: processes that take up ticks alone, a source that is read in no time.

const FEED = `<rss version="2.0"><channel><title>Nothing new</title></channel></rss>`;

test("ticks are neither missed nor doubled while workers and Redis die, stop and return, and applies repeat", async (t) => {
  const folder = await testFolder();
  const redis = await startMortalRedis(folder);
  t.after(() => redis.close());
  const client = connectRedis({ socketPath: redis.socketPath }, "tick-soak");
  client.on("error", () => {});
  t.after(() => client.disconnect());
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/rss+xml" }).end(FEED);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());

  const { fetcher, ...parts } = await testParts(t, folder);
  const crew = startCrew(
    { ...parts, redis: client, fetcherFor: () => fetcher, lockTiming: FAST_LOCKS },
    openFrontier(client),
    null,
  );
  const schedules = testSchedules(t, client);
  const seeds = [`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`];
  const source = aSource({ name: "weir", cron: "* * * * * *", seeds });
  try {
    await runTickSoak({
      schedules,
      name: "weir",
      apply: () => schedules.apply([source]),
      async startWorker() {
        const file = new URL("./tick-process.ts", import.meta.url);
        const worker = fork(file, [redis.socketPath], { stdio: "inherit" });
        await once(worker, "message");
        return worker;
      },
      killRedis: redis.kill,
      ticksBetween: 1,
      onBlow: (blow, ticks) => t.diagnostic(`${blow}, ${ticks} ticks`),
    });
    while ((await schedules.get("weir")).running !== null) await schedules.settle();
  } finally {
    await crew.stop();
  }
  const checked = await assertTicks({ redis: client, schedules }, "weir");
  t.diagnostic(JSON.stringify(checked));
  assert.ok(checked.started >= 3, "most ticks found the run before them ended");
});
