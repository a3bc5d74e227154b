import { stopSignal } from "../stop-signal.ts";
import { type StorePlace, withStore } from "./articles.ts";

export interface PruneCommandOptions extends StorePlace {
  /** ISO 8601: what was stored earlier goes. */
  readonly before: string;
  readonly dryRun: boolean;
}

/** `galley prune`: retention. The raw pages stay in the archive. */
export function pruneCommand({ before, dryRun, ...place }: PruneCommandOptions): Promise<number> {
  return withStore(place, async (store) => {
    const stop = stopSignal();
    try {
      const { articles, revisions } = await store.prune({ before, dryRun, signal: stop.signal });
      process.stderr.write(
        `galley: ${dryRun ? "would remove" : "removed"} ${articles} articles and ${revisions} older versions of others, stored before ${before}\n`,
      );
    } finally {
      stop.release();
    }
    return 0;
  });
}
