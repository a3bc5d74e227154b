/**
 * `npm run bench:load [-- --clients 200 --seconds 60]`: clients of `galley serve`, half of them scraping pages of the local
 * news site, half reading stored articles, each asking again as soon as it is answered (after Retry-After where it is told to).
 * Prints the answers by status, their times, and the server's memory on the way. Fails on any error but 429, and when memory
 * at the end is more than a tenth over what it was after a third of the time.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Agent, request } from "undici";

const MOST_GROWTH = 1.1;
const MEGABYTE = 1024 * 1024;
const PAGE_BYTES = 4096;

const { values } = parseArgs({
  options: { clients: { type: "string", default: "200" }, seconds: { type: "string", default: "60" } },
});
const clients = Number(values.clients);
const durationMs = Number(values.seconds) * 1000;

interface Started {
  readonly pid: number;
  readonly lines: AsyncIterableIterator<string>;
  stop(): Promise<void>;
}

/** A program of the project, whose output lines are read as they come. */
function start(args: readonly string[], stream: "stdout" | "stderr"): Started {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const env = { ...process.env, GALLEY_LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  const output = child[stream];
  child[stream === "stdout" ? "stderr" : "stdout"].resume();
  async function* lines(): AsyncGenerator<string> {
    let rest = "";
    for await (const chunk of output.setEncoding("utf8")) {
      const parts = `${rest}${chunk}`.split("\n");
      rest = parts.pop() ?? "";
      yield* parts;
    }
  }
  return {
    pid: child.pid ?? 0,
    lines: lines(),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function drain({ lines }: Started): Promise<void> {
  let open = true;
  while (open) open = (await lines.next()).done !== true;
}

/** What the first line that matches says; the lines after it are read on and dropped, so that the program never waits. */
async function lineWith(started: Started, part: RegExp): Promise<string> {
  for (;;) {
    const { value, done } = await started.lines.next();
    if (done === true) throw new Error(`The program ended without saying ${part.source}`);
    const found = part.exec(value);
    if (found === null) continue;
    void drain(started);
    return found[1] ?? "";
  }
}

/** Resident memory of a process. */
async function memoryOf(pid: number): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, "utf8");
  return Number(statm.split(" ")[1]) * PAGE_BYTES;
}

interface Tally {
  readonly statuses: Map<string, number>;
  readonly times: number[];
}

function count(tally: Tally, status: string, ms: number): void {
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
  // The time of a refusal says nothing of the time of an answer.
  if (status === "200") tally.times.push(ms);
}

async function ask(
  agent: Agent,
  url: string,
  body: string | null,
): Promise<{ status: string; waitMs: number }> {
  try {
    const {
      statusCode,
      headers,
      body: answer,
    } = await request(url, {
      dispatcher: agent,
      method: body === null ? "GET" : "POST",
      ...(body === null ? {} : { body, headers: { "content-type": "application/json" } }),
    });
    await answer.dump({ limit: 64 * MEGABYTE });
    return {
      status: String(statusCode),
      waitMs: statusCode === 429 ? Number(headers["retry-after"] ?? 1) * 1000 : 0,
    };
  } catch (error) {
    return { status: error instanceof Error ? error.message : String(error), waitMs: 100 };
  }
}

function line(name: string, { statuses, times }: Tally): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`;
  const counts = [...statuses].map(([status, n]) => `${status}: ${n}`).join(", ");
  return `${name.padEnd(9)} ${counts}; 200s in median ${at(0.5)}, p99 ${at(0.99)}`;
}

const folder = await mkdtemp(join(tmpdir(), "galley-load-"));
const site = start(["test/site/main.ts"], "stdout");
const origin = await lineWith(site, /^(http:\/\/kestrel\.localhost:\d+)\//u);
const network = ["--allow-net", "127.0.0.0/8", "--delay", "0", "--ignore-robots"];
const server = start(["cli/main.ts", "serve", "--port", "0", "--data", folder, ...network], "stderr");
const base = await lineWith(server, /serving on (http:\/\/\S+?),/u);
const agent = new Agent({ connections: clients });
try {
  const seeds = JSON.stringify({ seeds: [`${origin}/`], delayMs: 0 });
  await ask(agent, `${base}/api/v1/crawl`, seeds);
  let urls: string[] = [];
  while (urls.length < 10) {
    await sleep(500);
    const { body } = await request(`${base}/api/v1/articles?limit=100`, { dispatcher: agent });
    urls = ((await body.json()) as { articles: { url: string }[] }).articles.map(({ url }) => url);
  }
  const scrapes: Tally = { statuses: new Map(), times: [] };
  const reads: Tally = { statuses: new Map(), times: [] };
  const end = performance.now() + durationMs;
  const client = async (number: number): Promise<void> => {
    const scraping = number % 2 === 0;
    for (let turn = number; performance.now() < end; turn++) {
      const started = performance.now();
      const { status, waitMs } = scraping
        ? await ask(
            agent,
            `${base}/api/v1/scrape`,
            JSON.stringify({ url: urls[turn % urls.length], remember: false }),
          )
        : await ask(agent, `${base}/api/v1/articles?limit=5&q=${turn % 2 === 0 ? "the" : "river"}`, null);
      count(scraping ? scrapes : reads, status, performance.now() - started);
      if (waitMs > 0) await sleep(waitMs);
    }
  };
  const memory: number[] = [];
  const watch = async (): Promise<void> => {
    for (let look = 0; look < 7; look++) {
      memory.push(await memoryOf(server.pid));
      if (look < 6) await sleep(durationMs / 6);
    }
  };
  await Promise.all([watch(), ...Array.from({ length: clients }, (_, number) => client(number))]);
  console.log(`${clients} clients for ${values.seconds} s`);
  console.log(line("scrape", scrapes));
  console.log(line("articles", reads));
  console.log(`memory    ${memory.map((bytes) => `${Math.round(bytes / MEGABYTE)} MB`).join(", ")}`);
  const failed = [...scrapes.statuses.keys(), ...reads.statuses.keys()].filter(
    (status) => status !== "200" && status !== "429",
  );
  const growth = (memory.at(-1) ?? 0) / (memory[2] ?? 1);
  console.log(`memory at the end is ${growth.toFixed(2)} of that after a third of the time`);
  if (failed.length > 0 || growth > MOST_GROWTH) {
    console.error(failed.length > 0 ? `failed: ${failed.join(", ")}` : "memory grows");
    process.exitCode = 1;
  }
} finally {
  await agent.destroy();
  await server.stop();
  await site.stop();
  await rm(folder, { recursive: true, force: true });
}
