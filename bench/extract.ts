/**
 * `npm run bench:extract -- --data DIR [--limit N]`: CPU time per page of ways to read a page, each in a process of its own, page by
 * page in turn, so that a busy machine slows all of them alike and none pays for another's garbage. The first pages are read twice
 * and counted once, for the compiler's sake. With `--memory`, memory after 500 and after 10,000 pages of Galley instead: it must
 * not grow.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { extract } from "../extractor/extract.ts";
import type { Ask, Sum } from "./extract/way-process.ts";
import { PAGE_URL, WAYS } from "./extract/ways.ts";
import { measureMemory } from "./measure-memory.ts";
import { pageNames, readBenchOptions, readPages, type BenchOptions } from "./page-files.ts";

const WARM_UP_PAGES = 60;

/** Memory is compared with that at the first of these numbers of pages: by then, everything that is kept for good is there. */
const MEMORY_STOPS = [500, 1000, 2000, 4000, 6000, 8000, 10_000];
/** So many different pages are read over and over; they are kept in memory meanwhile. */
const MEMORY_PAGES = 400;

const MEGABYTE = 1024 * 1024;

async function ask<Answer>(child: ChildProcess, what: Ask): Promise<Answer> {
  const over = new AbortController();
  const ended = once(child, "exit", { signal: over.signal }).then(endedEarly);
  // Nobody waits for the end once the answer is there.
  ended.catch(() => undefined);
  try {
    const answered = once(child, "message", { signal: over.signal });
    child.send(what);
    const [answer] = await Promise.race([answered, ended]);
    return answer as Answer;
  } finally {
    over.abort();
  }
}

function endedEarly(): never {
  throw new Error("A process of the bench ended before its time.");
}

async function startWay(data: string, number: number): Promise<ChildProcess> {
  const program = fileURLToPath(new URL("extract/way-process.ts", import.meta.url));
  const child = fork(program, [data, String(number)]);
  await once(child, "message");
  return child;
}

async function compareTimes(options: BenchOptions): Promise<void> {
  const children = await Promise.all(WAYS.map((_way, number) => startWay(options.data, number)));
  try {
    const readAll = async (limit: number, counts: boolean): Promise<void> => {
      for (const page of pageNames({ ...options, limit }))
        for (const child of children) await ask(child, { page, counts });
    };
    await readAll(WARM_UP_PAGES, false);
    await readAll(options.limit, true);
    const sums = await Promise.all(children.map((child) => ask<Sum>(child, "sum")));
    const reference = sums[0]?.cpuMs ?? 0;
    console.log(
      `${sums[0]?.pages} pages, CPU time per page (collector included) and peak memory of each process`,
    );
    for (const [number, { cpuMs, pages, failed, maxRssBytes }] of sums.entries()) {
      const perPage = cpuMs / pages;
      console.log(
        `${(WAYS[number]?.name ?? "").padEnd(32)} ${perPage.toFixed(2).padStart(8)} ms  ${(1000 / perPage).toFixed(0).padStart(5)} pages/s  ` +
          `${(reference / cpuMs).toFixed(2).padStart(6)}x  ${(maxRssBytes / MEGABYTE).toFixed(0).padStart(5)} MB${failed > 0 ? `  ${failed} failed` : ""}`,
      );
    }
  } finally {
    for (const child of children) child.kill();
  }
}

async function compareMemory(options: BenchOptions): Promise<void> {
  const limit = Math.min(options.limit, MEMORY_PAGES);
  const pages = Array.from(readPages({ ...options, limit }), ({ html }) => html);
  const read = (html: string): unknown => extract({ html, url: PAGE_URL });
  const samples = await measureMemory({ pages, stops: MEMORY_STOPS, read });
  const [first] = samples;
  for (const { pages: count, rss, heapUsed } of samples) {
    const growth = first === undefined ? 0 : rss / first.rss - 1;
    console.log(
      `after ${String(count).padStart(6)} pages  ${(rss / MEGABYTE).toFixed(0).padStart(5)} MB resident (${(growth * 100).toFixed(1)} % growth)  ` +
        `${(heapUsed / MEGABYTE).toFixed(0).padStart(5)} MB of live objects, the pages among them`,
    );
  }
}

const options = readBenchOptions("npm run bench:extract");
await (options.memory ? compareMemory(options) : compareTimes(options));
