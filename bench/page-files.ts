import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const SUFFIX = ".html.gz";

/** A page of a data folder: `pages/NAME.html.gz`, UTF-8. */
export interface PageFile {
  readonly name: string;
  readonly html: string;
}

export interface BenchOptions {
  /** Folder that holds `pages/*.html.gz`. */
  readonly data: string;
  /** At most so many pages, evenly spread over the folder. */
  readonly limit: number;
  /** Whether memory alone is to be measured. */
  readonly memory: boolean;
  /** Whether time alone is to be measured. */
  readonly times: boolean;
}

/** Reads `--data DIR [--limit N] [--times] [--memory]`; prints the usage and ends when the folder is missing. */
export function readBenchOptions(command: string): BenchOptions {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      limit: { type: "string" },
      memory: { type: "boolean", default: false },
      times: { type: "boolean", default: false },
    },
  });
  if (values.data === undefined) {
    console.error(`Usage: ${command} -- --data DIR [--limit N]   (DIR holds pages/*.html.gz)`);
    process.exit(2);
  }
  return {
    data: values.data,
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit),
    memory: values.memory,
    times: values.times,
  };
}

/** Names of the folder's pages, in order, evenly spread over it. */
export function* pageNames({ data, limit }: Pick<BenchOptions, "data" | "limit">): Generator<string> {
  const names = readdirSync(join(data, "pages"))
    .filter((name) => name.endsWith(SUFFIX))
    .toSorted();
  const step = Math.max(1, names.length / limit);
  for (let position = 0; position < names.length; position += step) {
    const name = names[Math.floor(position)];
    if (name === undefined) return;
    yield name.slice(0, -SUFFIX.length);
  }
}

/** The HTML of one page of the folder. */
export function readPage(data: string, name: string): string {
  return gunzipSync(readFileSync(join(data, "pages", `${name}${SUFFIX}`))).toString("utf8");
}

/** The folder's pages one at a time, in order of their names. */
export function* readPages(options: Pick<BenchOptions, "data" | "limit">): Generator<PageFile> {
  for (const name of pageNames(options)) yield { name, html: readPage(options.data, name) };
}
