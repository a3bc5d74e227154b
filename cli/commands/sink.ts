import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { messageOf, UsageError } from "../../errors.ts";
import { lastSeq } from "../../storage/feeds/feed-item.ts";
import { makeWebhookSecret } from "../../storage/feeds/sign-webhook.ts";
import type { SinkBook } from "../../storage/feeds/sink-book.ts";
import { cursorNameOf, type Sink, type SinkSpec } from "../../storage/feeds/sink-types.ts";
import type { Config } from "../config.ts";
import { openQueueRedis } from "../open-redis.ts";
import { openExistingStore } from "../open-store.ts";
import { createPoster } from "../sinks/create-poster.ts";
import { openTarget } from "../sinks/open-target.ts";
import { runAllSinks, runSink } from "../sinks/run-sinks.ts";
import { openBook, sinkFolder } from "../sinks/sink-places.ts";
import { stopSignal } from "../stop-signal.ts";
import { writeOutput } from "../write-output.ts";

export interface SinkPlace {
  readonly dataDir: string;
  readonly config: Config;
  readonly allowNet: readonly string[];
}

async function withBook<Result>(dataDir: string, work: (book: SinkBook) => Promise<Result>): Promise<Result> {
  const book = await openBook(dataDir);
  try {
    return await work(book);
  } finally {
    book.close();
  }
}

/**
 * A new sink starts at the end of the feed, or after the cursor that was named. The book comes last: a process that delivers looks
 * there, and finds the cursor and what `prepare` makes.
 */
async function addSink(
  sink: Sink,
  { dataDir, config, since }: SinkPlace & { readonly since: number | null },
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const store = await openExistingStore(dataDir, config.store);
  try {
    await withBook(dataDir, async (book) => {
      await book.requireFree(sink.name);
      await prepare();
      await store.setCursor(cursorNameOf(sink.name), since ?? (await lastSeq(store)));
      await book.add(sink);
    });
  } finally {
    await store.close();
  }
}

export interface AddWebhookOptions extends SinkPlace {
  readonly since: number | null;
  readonly secretFile: string | null;
}

/** `galley sink add NAME webhook URL`. Prints the secret when it made one. */
export async function addWebhookCommand(
  name: string,
  given: string,
  options: AddWebhookOptions,
): Promise<number> {
  const { href: url, hostname } = parsePageUrl(given);
  // An address that will be refused is refused now; one that does not resolve yet may do so later.
  const guard = createAddressGuard({ allowNet: options.allowNet });
  await guard.addressesOf(hostname).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === "address-refused") throw error;
  });
  const made = options.secretFile === null ? makeWebhookSecret() : null;
  const secretFile = resolve(options.secretFile ?? join(sinkFolder(options.dataDir), `${name}.secret`));
  const sink: Sink = { name, spec: { kind: "webhook", url, secretFile } };
  await addSink(sink, options, async () => {
    if (made === null) await openTarget(sink, { poster: createPoster(options), queueRedis: noRedis });
    else await writeSecret(secretFile, made);
  });
  if (made !== null) await writeOutput(`${made}\n`);
  process.stderr.write(
    `galley: ${name} posts to ${url}, signed with the secret in ${secretFile}; galley work and galley sink run deliver\n`,
  );
  return 0;
}

async function writeSecret(file: string, secret: string): Promise<void> {
  await writeFile(file, `${secret}\n`, { mode: 0o600 }).catch((cause: unknown) => {
    throw new UsageError("data-folder", `Cannot write ${file}: ${messageOf(cause)}.`, { cause });
  });
}

const noRedis = (): Promise<never> => Promise.reject(new Error("a webhook needs no Redis"));

export interface AddStreamOptions extends SinkPlace {
  readonly since: number | null;
  readonly redisUrl: string | null;
  readonly maxLength: number | null;
}

/** `galley sink add NAME redis-stream KEY`. */
export async function addStreamCommand(
  name: string,
  stream: string,
  options: AddStreamOptions,
): Promise<number> {
  const { redisUrl, maxLength } = options;
  await addSink({ name, spec: { kind: "redis-stream", stream, redisUrl, maxLength } }, options);
  process.stderr.write(
    `galley: ${name} adds to the Redis stream ${stream}; galley work and galley sink run deliver\n`,
  );
  return 0;
}

function describeTarget(spec: SinkSpec): string {
  if (spec.kind === "webhook") return spec.url;
  const at = spec.redisUrl === null ? "" : ` at ${new URL(spec.redisUrl).host}`;
  return `${spec.stream}${at}`;
}

/** `galley sink list`: name, kind, target, cursor, events behind, waiting, dead, trouble; separated by tabs. */
export async function listSinksCommand({ dataDir, config }: SinkPlace): Promise<number> {
  const store = await openExistingStore(dataDir, config.store);
  try {
    await withBook(dataDir, async (book) => {
      const end = await lastSeq(store);
      for (const { name, spec } of await book.list()) {
        const cursor = await store.cursor(cursorNameOf(name));
        const { waiting, dead, trouble } = await book.state(name);
        const cells = [
          name,
          spec.kind,
          describeTarget(spec),
          cursor,
          Math.max(0, end - cursor),
          waiting,
          dead,
        ];
        await writeOutput(`${[...cells, trouble ?? ""].join("\t")}\n`);
      }
    });
  } finally {
    await store.close();
  }
  return 0;
}

/** `galley sink failed NAME`: the dead letters; cursor, event id, article id, attempts, since when, why. */
export async function listFailedCommand(name: string, { dataDir }: SinkPlace): Promise<number> {
  await withBook(dataDir, async (book) => {
    await book.get(name);
    for (const { seq, eventId, articleId, attempts, since, error } of await book.dead(name)) {
      const cells = [seq, eventId, articleId, attempts, new Date(since).toISOString(), error ?? ""];
      await writeOutput(`${cells.join("\t")}\n`);
    }
  });
  return 0;
}

/** `galley sink retry NAME [EVENT…]`: dead letters get another round of attempts. */
export async function retryFailedCommand(
  name: string,
  events: readonly string[],
  { dataDir }: SinkPlace,
): Promise<number> {
  await withBook(dataDir, async (book) => {
    await book.get(name);
    const revived = await book.revive(name, events.length === 0 ? null : events);
    process.stderr.write(`galley: ${revived} events are tried again\n`);
  });
  return 0;
}

/** `galley sink replay NAME --since CURSOR`: everything after an event once more. */
export async function replayCommand(name: string, since: number, { dataDir }: SinkPlace): Promise<number> {
  await withBook(dataDir, async (book) => {
    await book.get(name);
    await book.askReplay(name, since);
    process.stderr.write(`galley: ${name} gets everything after ${since} again\n`);
  });
  return 0;
}

/** `galley sink remove NAME`: with its letters; its secret stays. */
export async function removeSinkCommand(name: string, { dataDir }: SinkPlace): Promise<number> {
  await withBook(dataDir, async (book) => {
    await book.get(name);
    await book.remove(name);
    process.stderr.write(`galley: ${name} is removed\n`);
  });
  return 0;
}

export interface RunSinksOptions extends SinkPlace {
  /** Returns when nothing is left to deliver, or where another process delivers. */
  readonly once: boolean;
}

/** `galley sink run [NAME…]`: delivers until Ctrl-C, or with `--once` until nothing is left. */
export async function runSinksCommand(names: readonly string[], options: RunSinksOptions): Promise<number> {
  await using opened = new AsyncDisposableStack();
  const { dataDir, config, once } = options;
  const store = opened.adopt(await openExistingStore(dataDir, config.store), (it) => it.close());
  const book = opened.adopt(await openBook(dataDir), (it) => it.close());
  const chosen =
    names.length === 0 ? await book.list() : await Promise.all(names.map((name) => book.get(name)));
  const poster = opened.adopt(createPoster(options), (it) => it.close());
  const redis: { opening: ReturnType<typeof openQueueRedis> | null } = { opening: null };
  opened.defer(async () => (await redis.opening)?.close());
  const { signal } = opened.adopt(stopSignal(), (it) => it.release());
  const parts = {
    dataDir,
    store,
    poster,
    signal,
    queueRedis: async () => (await (redis.opening ??= openQueueRedis(dataDir, config))).client,
    onTrouble: (message: string) => void process.stderr.write(`galley: ${message}\n`),
  };
  const until = once ? "empty" : "stopped";
  if (names.length === 0 && !once) await runAllSinks(parts);
  else await Promise.all(chosen.map((sink) => runSink(sink, book, { ...parts, until })));
  return 0;
}
