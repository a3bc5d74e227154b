import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startBigSite } from "../site/big-site.ts";
import { startMortalRedis } from "./mortal-redis.ts";
import { STARTED_AS } from "./started-as.ts";
import { watchMemory, type MemoryStretch } from "./watch-memory.ts";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

export interface MemorySoakOptions {
  readonly folder: string;
  readonly pages: number;
  readonly pageBytes: number;
  /** Pages of a stretch. */
  readonly every: number;
}

/** One `galley crawl` over so many pages, as fast as it can; answers its memory by stretches of pages. */
export async function runMemorySoak(options: MemorySoakOptions): Promise<readonly MemoryStretch[]> {
  const { folder, pages, pageBytes, every } = options;
  const hostNames = ["127.0.0.1"];
  const site = await startBigSite({
    hosts: 1,
    hostNames,
    pagesPerHost: pages,
    pageBytes,
    keepRequests: false,
  });
  const redis = await startMortalRedis(folder);
  try {
    const flags = ["--data", folder, "--allow-net", "127.0.0.0/8", "--delay", "0", "--render", "never"];
    const child = spawn(process.execPath, [MAIN, "crawl", ...site.seeds, ...flags], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { PATH: process.env["PATH"] ?? "", REDIS_URL: redis.url, ...STARTED_AS },
    });
    const watch = watchMemory(child.pid ?? 0, site.answered, every);
    const [code] = (await once(child, "exit")) as [number | null];
    const stretches = watch.stop();
    if (code !== 0) throw new Error(`galley crawl ended with ${code}`);
    return stretches;
  } finally {
    await redis.close();
    await site.close();
  }
}
