import { setTimeout as sleep } from "node:timers/promises";
import { lastSeq, readFeed } from "../../storage/feeds/feed-item.ts";
import { openExistingStore } from "../open-store.ts";
import { stopSignal } from "../stop-signal.ts";
import { toJsonLine, writeOutput } from "../write-output.ts";

const BATCH = 100;
/** A look that finds nothing costs microseconds. */
const LOOK_MS = 250;

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
    while (!stop.signal.aborted) {
      const items = await readFeed(store, { after: cursor, limit: BATCH });
      for (const item of items) {
        if (stop.signal.aborted) break;
        await writeOutput(toJsonLine(item));
        cursor = item.seq;
      }
      // An abort only ends the nap.
      if (items.length < BATCH) await sleep(LOOK_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  } finally {
    stop.release();
    await store.close();
  }
  process.stderr.write(`galley: stopped; go on with --since ${cursor}\n`);
  return 0;
}
