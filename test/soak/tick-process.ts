/** Takes up ticks and nothing else, in a process of its own, for tests that kill it: `node tick-process.ts SOCKET`. */
import { connectRedis } from "../../queue/redis-connection.ts";
import { startTickWorker } from "../../queue/sources/tick-worker.ts";
import { FAST_LOCKS } from "../queue/fast-locks.ts";

const [socketPath = ""] = process.argv.slice(2);
const redis = connectRedis({ socketPath }, `test-ticks-${process.pid}`);
redis.on("error", () => {});
const ticks = startTickWorker({ redis, lockTiming: FAST_LOCKS, onWarning: () => {} });
process.once("SIGTERM", () => {
  void ticks.stop().then(() => {
    redis.disconnect();
    process.disconnect?.();
  });
});
process.send?.("ready");
ticks.fatal.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
