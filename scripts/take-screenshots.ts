/**
 * `npm run screenshots`: the pages as README shows them, into docs/. A server of its own crawls the local news site; nothing
 * else is asked for.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright";
import { findChromium } from "../crawler/find-chromium.ts";
import { shrinkPng } from "./shrink-png.ts";
import { startSite } from "../test/site/start-site.ts";

const MAIN = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const OUT = fileURLToPath(new URL("../docs/", import.meta.url));
const DESK = { width: 1100, height: 720 };
const PHONE = { width: 390, height: 760 };
/** README stays quick to load. */
const MOST_BYTES = 100_000;
/** Runs of each source: enough for a chart. */
const RUNS = 4;
const LOOK_MS = 200;

const SOURCES = [
  { name: "kestrel", cron: "*/15 * * * *", timezone: "Europe/London" },
  { name: "harbour", cron: "0 6,18 * * *", timezone: "Europe/Berlin" },
  { name: "minato", cron: "@daily", timezone: "Asia/Tokyo" },
] as const;

async function ask(method: string, url: string, body?: object): Promise<Record<string, unknown>> {
  const json =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(url, { method, ...json });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

/** Runs a source to its end, several times. */
async function fillSource(
  origin: string,
  source: (typeof SOURCES)[number],
  seeds: readonly string[],
): Promise<void> {
  const { name, ...when } = source;
  const at = `${origin}/api/v1/schedules/${name}`;
  await ask("PUT", at, { seeds, delay: 0, ...when });
  for (let run = 0; run < RUNS; run += 1) {
    await ask("POST", `${at}/run`);
    while ((await ask("GET", at))["running"] !== null) await sleep(LOOK_MS);
  }
}

interface Shot {
  readonly file: string;
  readonly look: "light" | "dark";
  readonly size: { readonly width: number; readonly height: number };
  readonly open: (page: Page, origin: string) => Promise<void>;
}

async function openArticle(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/articles?q=varnish`);
  await page.getByRole("link", { name: /Tolliver/u }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

const SHOTS: readonly Shot[] = [
  {
    file: "sources.png",
    look: "light",
    size: DESK,
    open: async (page, origin) => void (await page.goto(`${origin}/`)),
  },
  {
    file: "article.png",
    look: "light",
    size: DESK,
    async open(page, origin) {
      await openArticle(page, origin);
      await page.locator(".columns").first().scrollIntoViewIfNeeded();
    },
  },
  { file: "article-phone.png", look: "dark", size: PHONE, open: openArticle },
  {
    file: "define.png",
    look: "dark",
    size: PHONE,
    async open(page, origin) {
      await page.goto(`${origin}/define?source=kestrel`);
      const form = page.getByLabel(/^Definition/u);
      await form.fill((await form.inputValue()).replace("*/15", "75"));
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
];

async function takeShots(origin: string): Promise<void> {
  const executablePath = findChromium({ configured: null }) ?? "chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    for (const { file, look, size, open } of SHOTS) {
      const context = await browser.newContext({ viewport: size, colorScheme: look });
      const page = await context.newPage();
      await open(page, origin);
      const picture = shrinkPng(await page.screenshot());
      await context.close();
      const { byteLength: bytes } = picture;
      process.stdout.write(`${file}\t${bytes}\n`);
      if (bytes > MOST_BYTES) throw new Error(`${file} has ${bytes} bytes; ${MOST_BYTES} at most`);
      await writeFile(join(OUT, file), picture);
    }
  } finally {
    await browser.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), "galley-shots-"));
await mkdir(OUT, { recursive: true });
const site = await startSite();
const args = ["serve", "--port", "0", "--data", folder, "--delay", "0", "--allow-net", "127.0.0.0/8"];
const server = spawn(process.execPath, [MAIN, ...args], {
  stdio: ["ignore", "inherit", "pipe"],
  env: { ...process.env, GALLEY_LOG_LEVEL: "silent" },
});
try {
  const [line] = (await once(createInterface(server.stderr), "line")) as [string];
  const origin = /http:\/\/[\d.]+:\d+/u.exec(line)?.[0];
  if (origin === undefined) throw new Error(line);
  for (const source of SOURCES) await fillSource(origin, source, [`${site.origin(source.name)}/`]);
  await takeShots(origin);
} finally {
  server.kill("SIGTERM");
  await once(server, "exit");
  await site.close();
  await rm(folder, { recursive: true, force: true });
}
