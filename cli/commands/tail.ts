import { lastSeq } from "../../storage/feeds/feed-item.ts";
import { followFeed } from "../../storage/feeds/follow-feed.ts";
import { openExistingStore } from "../open-store.ts";
import { stopSignal } from "../stop-signal.ts";
import { toJsonLine, writeOutput } from "../write-output.ts";

export interface TailOptions {
  readonly dataDir: string;
  /** The store's URL; null is the data folder's own. */
  readonly store: string | null;
  /** Start after this cursor; null for what comes from now on. */
  readonly since: number | null;
}

/** `galley tail`: the feed as it grows, a line of JSON an event, until Ctrl-C. Answers 0: to be stopped is its end. */
export async function tailCommand({ dataDir, store: url, since }: TailOptions): Promise<number> {
  const store = await openExistingStore(dataDir, url);
  const stop = stopSignal();
  let cursor = since ?? (await lastSeq(store));
  try {
    for await (const item of followFeed(store, { after: cursor, signal: stop.signal })) {
      await writeOutput(toJsonLine(item));
      cursor = item.seq;
    }
  } finally {
    stop.release();
    await store.close();
  }
  process.stderr.write(`galley: stopped; go on with --since ${cursor}\n`);
  return 0;
}
