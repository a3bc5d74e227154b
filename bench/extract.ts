/**
 * `npm run bench:extract -- --data DIR [--limit N]`: CPU time per page of ways to read a page, interleaved page by page so that
 * a busy machine slows all of them alike. The first pages are read twice and counted once, for the compiler's sake.
 * With `--memory`, memory after 500 and after 10,000 pages of Galley instead: it must not grow.
 */
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import { setImmediate } from "node:timers/promises";
import { parseHtml } from "../extractor/dom/parse-html.ts";
import { pruneHtml } from "../extractor/dom/prune-html.ts";
import { extract } from "../extractor/extract.ts";
import { measureMemory } from "./measure-memory.ts";
import { readBenchOptions, readPages, type BenchOptions } from "./page-files.ts";

const PAGE_URL = "https://paper.example/section/story.html";
const WARM_UP_PAGES = 60;

/** Memory is compared between these numbers of pages: by the first, everything that is kept for good is there. */
const MEMORY_STOPS = [500, 10_000];
/** So many different pages are read over and over; they are kept in memory meanwhile. */
const MEMORY_PAGES = 400;

const MEGABYTE = 1024 * 1024;

/** jsdom reports style sheets that it cannot read; nobody listens. */
const SILENT = new VirtualConsole();

interface Way {
  readonly name: string;
  readonly read: (html: string) => void;
}

/** The first is what the others are compared with. */
const WAYS: readonly Way[] = [
  {
    name: "new JSDOM + Readability",
    read(html) {
      const { window } = new JSDOM(html, { url: PAGE_URL, virtualConsole: SILENT });
      new Readability(window.document).parse();
      window.close();
    },
  },
  {
    name: "shared window + Readability",
    read: (html) => new Readability(parseHtml(html, { url: PAGE_URL, engine: "jsdom" })).parse(),
  },
  { name: "Galley, everything on", read: (html) => extract({ html, url: PAGE_URL }) },
  {
    name: "slim DOM + Readability",
    read: (html) => new Readability(parseHtml(html, { url: PAGE_URL, engine: "slim" })).parse(),
  },
  {
    name: "pruned, slim DOM + Readability",
    read: (html) => new Readability(parseHtml(pruneHtml(html), { url: PAGE_URL, engine: "slim" })).parse(),
  },
  {
    name: "pruned, slim DOM (the floor)",
    read: (html) => parseHtml(pruneHtml(html), { url: PAGE_URL, engine: "slim" }),
  },
];

interface Tally {
  cpuMs: number;
  failed: number;
}

/** User and system CPU time of one call, in milliseconds. */
function measure(way: Way, html: string, tally: Tally): void {
  const before = process.cpuUsage();
  try {
    way.read(html);
  } catch {
    tally.failed++;
  }
  const { user, system } = process.cpuUsage(before);
  tally.cpuMs += (user + system) / 1000;
}

async function compareTimes(options: BenchOptions): Promise<void> {
  for (const { html } of readPages({ ...options, limit: WARM_UP_PAGES })) {
    for (const way of WAYS) measure(way, html, { cpuMs: 0, failed: 0 });
  }
  const tallies = WAYS.map((way): { readonly way: Way; readonly tally: Tally } => ({
    way,
    tally: { cpuMs: 0, failed: 0 },
  }));
  let pages = 0;
  for (const { html } of readPages(options)) {
    pages++;
    // jsdom lets go of a page only once the event loop has turned.
    await setImmediate();
    for (const { way, tally } of tallies) measure(way, html, tally);
  }
  const reference = tallies[0]?.tally.cpuMs ?? 0;
  console.log(`${pages} pages, CPU time per page`);
  for (const { way, tally } of tallies) {
    const perPage = tally.cpuMs / pages;
    console.log(
      `${way.name.padEnd(32)} ${perPage.toFixed(2).padStart(8)} ms  ${(1000 / perPage).toFixed(0).padStart(5)} pages/s  ` +
        `${(reference / tally.cpuMs).toFixed(2).padStart(6)}x${tally.failed > 0 ? `  ${tally.failed} failed` : ""}`,
    );
  }
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (all ways together)`);
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
