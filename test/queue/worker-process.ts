/** A worker alone in a process of its own, for tests that kill it: `node worker-process.ts SOCKET|URL FOLDER [NETWORK]`. */
import { join } from "node:path";
import { createExtractPool } from "../../queue/extract-pool.ts";
import { connectRedis } from "../../queue/redis-connection.ts";
import { runWorkers } from "../../queue/run-workers.ts";
import { openFileArchive } from "../../storage/file-archive.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { loopbackFetcher } from "./test-place.ts";
import { FAST_LOCKS } from "./fast-locks.ts";

const [server = "", folder = "", network] = process.argv.slice(2);
const address = server.startsWith("redis:") ? { url: server } : { socketPath: server };
const redis = connectRedis(address, `test-worker-${process.pid}`);
redis.on("error", () => {});
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
const fetcher = loopbackFetcher(network);
const store = await openSqliteStore(join(folder, "galley.db"));
const archive = await openFileArchive(join(folder, "pages"));
const pool = createExtractPool({ threads: 1 });
process.send?.("ready");
const parts = { redis, fetcherFor: () => fetcher, store, archive, pool, lockTiming: FAST_LOCKS };
await runWorkers({ ...parts, concurrency: 4, signal: stop.signal });
await pool.close();
await fetcher.close();
await store.close();
redis.disconnect();
process.disconnect?.();
