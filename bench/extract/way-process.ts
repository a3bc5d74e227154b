import { setImmediate } from "node:timers/promises";
import { readPage } from "../page-files.ts";
import { WAYS } from "./ways.ts";

/** What the parent asks of this process: a page, to be counted or not, or the sum of it all. */
export type Ask = { readonly page: string; readonly counts: boolean } | "sum";

export interface Sum {
  readonly pages: number;
  readonly failed: number;
  /** User and system time of the whole process, its collector's threads included, less that of reading the files. */
  readonly cpuMs: number;
  readonly maxRssBytes: number;
}

const [, , folder = "", number = "0"] = process.argv;
const way = WAYS[Number(number)];
if (way === undefined || process.send === undefined) throw new Error("This is started by bench/extract.ts.");
const read = await way.load();

/** The process's own time when the first page that counts began; null before. */
let begun: number | null = null;
let filesMs = 0;
let pages = 0;
let failed = 0;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function readOne(path: string, counts: boolean): Promise<void> {
  if (counts) begun ??= cpuMs();
  const before = cpuMs();
  const html = readPage(folder, path);
  if (counts) filesMs += cpuMs() - before;
  try {
    await read(html);
  } catch {
    if (counts) failed += 1;
  }
  if (counts) pages += 1;
  // jsdom lets go of a page only once the event loop has turned.
  await setImmediate();
}

process.on("message", (ask: Ask) => {
  if (ask !== "sum") {
    void readOne(ask.page, ask.counts).then(() => process.send?.("read"));
    return;
  }
  const sum: Sum = {
    pages,
    failed,
    cpuMs: cpuMs() - (begun ?? 0) - filesMs,
    maxRssBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.send?.(sum);
});
process.send("ready");
