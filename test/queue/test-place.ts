import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, type TestContext } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher } from "../../crawler/fetch-page.ts";
import type { PageFetcher } from "../../crawler/page-fetcher.ts";
import { userAgentOf } from "../../crawler/user-agent.ts";
import { createExtractPool, type ExtractPool } from "../../queue/extract-pool.ts";
import { openRedis, type RedisServer } from "../../queue/redis-server.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import { openFileArchive } from "../../storage/file-archive.ts";
import type { PageArchive } from "../../storage/page-archive.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";

export const SERVER_PATH = "redis-server";

/** Removed after all tests of a file: a test's own hooks run first come first served, and the folder must go last. */
const FOLDERS: string[] = [];
after(() => Promise.all(FOLDERS.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder of the test's own. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "galley-queue-"));
  FOLDERS.push(folder);
  return folder;
}

/** A Redis of the test's own on a private socket, ended after it. */
export async function testRedis(t: TestContext, dataDir: string): Promise<RedisServer> {
  const server = await openRedis({ redisUrl: null, dataDir, serverPath: SERVER_PATH });
  t.after(() => server.close());
  return server;
}

/** The real fetcher, for loopback or one other network only, without a browser. */
export function loopbackFetcher(network = "127.0.0.0/8"): PageFetcher {
  return createPageFetcher({
    render: "never",
    guard: createAddressGuard({ allowNet: [network] }),
    userAgent: userAgentOf({ version: "0.0.0", contact: null }),
    robots: "obey",
    listings: "read",
    executablePath: () => Promise.reject(new Error("These tests need no browser.")),
  });
}

export interface TestParts {
  readonly fetcher: PageFetcher;
  readonly store: ArticleStore;
  readonly archive: PageArchive;
  readonly pool: ExtractPool;
}

/** Threads take seconds to load; one pool serves all tests of a file. */
const POOL = createExtractPool({ threads: 2 });
after(() => POOL.close());

export async function testParts(t: TestContext, folder: string): Promise<TestParts> {
  const fetcher = loopbackFetcher();
  const store = await openSqliteStore(join(folder, "galley.db"));
  const archive = await openFileArchive(join(folder, "pages"));
  t.after(async () => {
    await fetcher.close();
    await store.close();
  });
  return { fetcher, store, archive, pool: POOL };
}

/** URLs of everything in the store, sorted; a URL stored twice would be there twice. */
export async function storedUrls(store: ArticleStore): Promise<readonly string[]> {
  const urls: string[] = [];
  let after: string | null = null;
  do {
    const page = await store.list({ after, limit: 500 });
    urls.push(...page.articles.map((article) => article.url));
    after = page.next;
  } while (after !== null);
  return urls.toSorted();
}

/** The stories among them: front pages are no articles, but that is for the extractor's tests to say. */
export async function storedStories(store: ArticleStore): Promise<readonly string[]> {
  return (await storedUrls(store)).filter((url) => url.includes("/story/"));
}
