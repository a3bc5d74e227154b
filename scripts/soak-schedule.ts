/**
 * `npm run soak:schedule [-- --ticks N]`: three `galley work` processes take up the ticks of a source, one a second,
 * while they are killed and stopped, one and all, `galley schedule apply` repeats, and Redis is killed; N ticks between
 * two blows. Ends with 0 when no tick was missed and none doubled.
 */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { connectRedis } from "../queue/redis-connection.ts";
import { openSchedules } from "../queue/sources/schedules.ts";
import { assertTicks } from "../test/soak/check-ticks.ts";
import { startMortalRedis } from "../test/soak/mortal-redis.ts";
import { runTickSoak } from "../test/soak/run-tick-soak.ts";

const MAIN = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const FEED = `<rss version="2.0"><channel><title>Nothing new</title></channel></rss>`;

const { values } = parseArgs({ options: { ticks: { type: "string", default: "15" } } });
const folder = await mkdtemp(join(tmpdir(), "galley-soak-"));
const redis = await startMortalRedis(folder);
const client = connectRedis({ socketPath: redis.socketPath }, "soak-schedule");
client.on("error", () => {});
const schedules = openSchedules(client);
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "application/rss+xml" }).end(FEED);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const seed = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
const file = join(folder, "sources.yaml");
await writeFile(
  file,
  `sources:\n  - name: weir\n    seeds: [${seed}]\n    cron: "* * * * * *"\n    delay: 0\n`,
);
const env = { PATH: process.env["PATH"] ?? "", REDIS_URL: redis.url, GALLEY_DATA: folder };

async function startWorker(): Promise<ChildProcess> {
  const args = [MAIN, "work", "--allow-net", "127.0.0.0/8", "--render", "never"];
  const worker = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "pipe"], env });
  if (worker.stderr === null) throw new Error("a worker has no stderr");
  await once(worker.stderr, "data");
  worker.stderr.resume();
  return worker;
}

try {
  const started = performance.now();
  await runTickSoak({
    schedules,
    name: "weir",
    startWorker,
    apply: () => promisify(execFile)(process.execPath, [MAIN, "schedule", "apply", file], { env }),
    killRedis: redis.kill,
    ticksBetween: Number(values.ticks),
    onBlow: (blow, ticks) =>
      process.stderr.write(
        `${((performance.now() - started) / 1000).toFixed(1)} s: ${blow}, ${ticks} ticks\n`,
      ),
  });
  const last = await startWorker();
  while ((await schedules.get("weir")).running !== null)
    await new Promise((resolve) => setTimeout(resolve, 100));
  last.kill("SIGTERM");
  await once(last, "exit");
  await schedules.settle();
  const {
    recorded,
    covered,
    started: runs,
    merged,
  } = await assertTicks({ redis: client, schedules }, "weir");
  console.log(
    `${recorded} ticks recorded once each, ${covered} that came due while nobody could take them up stood for by the ` +
      `one before; ${runs} runs, ${merged} ticks merged into them; none missed, none doubled, one schedule`,
  );
} finally {
  await schedules.close();
  client.disconnect();
  server.close();
  await redis.close();
  await rm(folder, { recursive: true, force: true });
}
