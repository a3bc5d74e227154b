/**
 * `npm run bench:extract -- --data DIR [--limit N] [--times | --memory]`. First CPU time per page of ways to read a page, each in a
 * process of its own, some pages in turn, so that a busy machine slows all of them alike and none pays for another's garbage; the
 * first pages are read twice and counted once, for the compiler's sake. Then what a process takes that extracts pages in a
 * thread, as a worker does, from page 500 to 10,000: it must not grow by more than 5 %. Either alone by its flag.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { STARTED_AS } from "../test/soak/started-as.ts";
import type { Ask, Sum } from "./extract/way-process.ts";
import { OURS, REFERENCE, WAYS } from "./extract/ways.ts";
import type { MemorySample } from "./measure-memory.ts";
import { pageNames, readBenchOptions, type BenchOptions } from "./page-files.ts";

const WARM_UP_PAGES = 60;

/**
 * So many pages in a row, as a worker reads them. With one at a time every page finds the processor's caches full of what the
 * others left there, which costs a way with little to do the most.
 */
const TURN_PAGES = 20;

/** So many different pages are read over and over: by the time that memory is looked at, every one has been. */
const MEMORY_PAGES = 400;
const MOST_GROWTH = 0.05;

/** So many times less CPU our way must take than the reference. */
const LEAST_FASTER = 8;

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

/** Answers whether Galley is as much faster as it must be. */
async function compareTimes(options: BenchOptions): Promise<boolean> {
  const children = await Promise.all(WAYS.map((_way, number) => startWay(options.data, number)));
  try {
    const readAll = async (limit: number, counts: boolean): Promise<void> => {
      const pages = [...pageNames({ ...options, limit })];
      while (pages.length > 0) {
        const turn = pages.splice(0, TURN_PAGES);
        for (const child of children) for (const page of turn) await ask(child, { page, counts });
      }
    };
    await readAll(WARM_UP_PAGES, false);
    await readAll(options.limit, true);
    const sums = await Promise.all(children.map((child) => ask<Sum>(child, "sum")));
    const cpuOf = (name: string): number => sums[WAYS.findIndex((way) => way.name === name)]?.cpuMs ?? 0;
    const reference = cpuOf(REFERENCE);
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
    const faster = reference / cpuOf(OURS);
    console.log(`${OURS}: ${faster.toFixed(2)} times less CPU than ${REFERENCE} (needed: ${LEAST_FASTER})`);
    return faster >= LEAST_FASTER;
  } finally {
    for (const child of children) child.kill();
  }
}

/** Answers whether it did not grow by more than it may. */
async function compareMemory(options: BenchOptions): Promise<boolean> {
  const program = fileURLToPath(new URL("extract/memory-process.ts", import.meta.url));
  const env = { PATH: process.env["PATH"] ?? "", ...STARTED_AS };
  const limit = Math.min(options.limit, MEMORY_PAGES);
  const child = fork(program, [options.data, String(limit)], { env });
  let first: MemorySample | null = null;
  let growth = Number.POSITIVE_INFINITY;
  child.on("message", (sample: MemorySample) => {
    first ??= sample;
    growth = sample.mean / first.mean - 1;
    const [mean, highest] = [sample.mean, sample.highest].map((bytes) => (bytes / MEGABYTE).toFixed(0));
    console.log(
      `pages ${String(sample.from).padStart(5)} to ${String(sample.to).padStart(5)}  ${mean} MB resident on average, ` +
        `${highest} at most  ${(growth * 100).toFixed(1)} % growth`,
    );
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) endedEarly();
  console.log(`${(growth * 100).toFixed(1)} % growth in all (at most ${MOST_GROWTH * 100} %)`);
  return growth <= MOST_GROWTH;
}

const options = readBenchOptions("npm run bench:extract");
const fastEnough = options.memory || (await compareTimes(options));
const flat = options.times || (await compareMemory(options));
process.exitCode = fastEnough && flat ? 0 : 1;
