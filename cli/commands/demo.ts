import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { findChromium } from "../../crawler/find-chromium.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import { openStore } from "../../storage/open-store.ts";
import { startSite } from "../../test/site/start-site.ts";
import type { StoredArticle } from "../../types.ts";
import type { Config } from "../config.ts";
import { summaryOf } from "../crawl-progress.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { findRedisServer } from "../find-redis-server.ts";
import { formatArticle } from "../format-article.ts";
import { provision, type SystemTool } from "../provision.ts";
import { renderTable } from "../render-table.ts";
import { writeOutput } from "../write-output.ts";
import { crawl } from "./crawl.ts";

const LOOPBACK = ["127.0.0.0/8", "::1/128"];
const WIDTH_IN_A_PIPE = 120;
const CONCURRENCY = 8;
const TIMEOUT_MS = 30_000;

/**
 * `galley` alone: serves the project's own news site on loopback, crawls it through the queue with Redis and Chromium,
 * and shows what came of it. What an earlier demo left is replaced.
 */
export async function demoCommand(options: {
  readonly dataDir: string;
  readonly config: Config;
}): Promise<number> {
  const dataDir = join(options.dataDir, "demo");
  for (const part of ["galley.db", "galley.db-wal", "galley.db-shm", "pages", "redis", "text"]) {
    await rm(join(dataDir, part), { recursive: true, force: true });
  }
  await provisionAll(options.config);
  const site = await startSite();
  try {
    process.stderr.write(
      `galley: demo: crawling ${site.hosts.length} small news sites on loopback (port ${site.port}) …\n`,
    );
    const report = await crawl(site.seeds, {
      limit: null,
      depth: null,
      include: [],
      exclude: [],
      since: null,
      discover: false,
      refetch: false,
      keep: [],
      drop: [],
      mode: "balanced",
      concurrency: CONCURRENCY,
      render: "auto",
      allowNet: LOOPBACK,
      delayMs: 0,
      timeoutMs: TIMEOUT_MS,
      robots: "obey",
      cookies: "forget",
      proxy: null,
      dataDir,
      config: { ...options.config, archive: null },
    });
    await showStored(dataDir);
    process.stderr.write(summaryOf(report, join(dataDir, "galley.db")));
    return report.state === "finished" ? 0 : EXIT_CODES.interrupted;
  } finally {
    await site.close();
  }
}

/** The demo needs both tools: one set-up installs them, or says at once what to run. */
async function provisionAll(config: Config): Promise<void> {
  const { redisServer, redisUrl, searchPath, chromium, setupScript } = config;
  const missing: SystemTool[] = [];
  if (redisUrl === null && findRedisServer({ configured: redisServer, searchPath }) === null)
    missing.push("redis");
  if (findChromium({ configured: chromium }) === null) missing.push("chromium");
  // What could not be installed is reported by the part that needs it.
  if (missing.length > 0) await provision(missing, setupScript);
}

async function showStored(dataDir: string): Promise<void> {
  const store = await openStore(`sqlite:${join(dataDir, "galley.db")}`);
  try {
    const rows: string[][] = [];
    for await (const article of storedArticles(store)) {
      await writeText(dataDir, article);
      rows.push(rowOf(article));
    }
    const width = process.stdout.isTTY ? process.stdout.columns : WIDTH_IN_A_PIPE;
    const head = ["site", "headline", "by", "published", "words kept", "blocks stripped"];
    await writeOutput(renderTable(head, rows, { width, right: [4, 5] }));
  } finally {
    await store.close();
  }
  const folder = resolve(dataDir);
  await writeOutput(
    `\nThe clean text: ${join(folder, "text")}\nThe store:      ${join(folder, "galley.db")} (galley articles list --data ${dataDir})\nThe raw pages:  ${join(folder, "pages")}\n`,
  );
}

async function* storedArticles(store: ArticleStore): AsyncGenerator<StoredArticle> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<ArticleStore["list"]>> = await store.list({ after, limit: 100 });
    yield* page.articles;
    after = page.next;
  } while (after !== null);
}

function rowOf(article: StoredArticle): string[] {
  return [
    new URL(article.url).hostname,
    article.headline ?? "",
    article.author.map(({ name }) => name).join(", "),
    article.datePublished?.slice(0, 10) ?? "",
    `${article.wordCount}${article.fetch?.renderer === "browser" ? " (Chromium)" : ""}`,
    String(article.extraction.removed.length),
  ];
}

async function writeText(dataDir: string, article: StoredArticle): Promise<void> {
  const folder = join(dataDir, "text", new URL(article.url).hostname);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${article.id}.txt`), formatArticle(article, "text"));
}
