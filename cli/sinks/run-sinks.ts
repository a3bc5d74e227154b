import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../../errors.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import { deliverFeed } from "../../storage/feeds/deliver-feed.ts";
import type { DeliveryTiming } from "../../storage/feeds/delivery-timing.ts";
import { holdSink } from "../../storage/feeds/hold-sink.ts";
import type { SinkBook } from "../../storage/feeds/sink-book.ts";
import type { Sink } from "../../storage/feeds/sink-types.ts";
import { openTarget, type TargetParts } from "./open-target.ts";
import { hasBook, openBook, sinkFolder } from "./sink-places.ts";

export interface SinkParts extends TargetParts {
  readonly dataDir: string;
  readonly store: ArticleStore;
  readonly signal: AbortSignal;
  readonly onTrouble: (message: string) => void;
  readonly timing?: DeliveryTiming;
}

/** How often it is looked whether sinks were added or removed. */
const LOOK_MS = 2000;
/** A sink that failed for a reason of its own (a secret that cannot be read) is tried again after this. */
const RETRY_MS = 30_000;

interface RunningSink {
  /** As it was declared when it was started. */
  readonly spec: string;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** Delivers to one sink, when no other process does, until the signal aborts or, with `empty`, nothing is left. */
export async function runSink(
  sink: Sink,
  book: SinkBook,
  parts: SinkParts & { readonly until?: "stopped" | "empty" },
): Promise<void> {
  const { store, signal, onTrouble, until = "stopped", timing } = parts;
  const lock = join(sinkFolder(parts.dataDir), `${sink.name}.lock`);
  const whenHeld = until === "empty" ? "leave" : "stand-by";
  const done = await holdSink(lock, { signal, whenHeld }, async () => {
    const { target, close } = await openTarget(sink, parts);
    try {
      await deliverFeed({
        name: sink.name,
        store,
        book,
        target,
        signal,
        until,
        onTrouble,
        ...(timing === undefined ? {} : { timing }),
      });
    } finally {
      close();
    }
    return true;
  });
  if (done === null && !signal.aborted) onTrouble(`another process delivers to ${sink.name}`);
}

/**
 * Delivers to every sink of the data folder until the signal aborts, those that are added meanwhile included. A sink with trouble of
 * its own does not stop the others.
 */
export async function runAllSinks(parts: SinkParts): Promise<void> {
  const { dataDir, signal } = parts;
  const nap = (ms: number): Promise<void> => sleep(ms, undefined, { signal }).catch(() => {});
  while (!hasBook(dataDir) && !signal.aborted) await nap(LOOK_MS);
  if (signal.aborted) return;
  const book = await openBook(dataDir);
  const running = new Map<string, RunningSink>();

  async function runOne(sink: Sink, own: AbortSignal): Promise<void> {
    try {
      await runSink(sink, book, { ...parts, signal: own });
    } catch (error) {
      parts.onTrouble(`the sink ${sink.name} stands still: ${messageOf(error)}`);
      await sleep(RETRY_MS, undefined, { signal: own }).catch(() => {});
    } finally {
      running.delete(sink.name);
    }
  }

  try {
    while (!signal.aborted) {
      const sinks = await book.list();
      for (const sink of sinks) {
        if (running.has(sink.name)) continue;
        const stop = new AbortController();
        const done = runOne(sink, AbortSignal.any([signal, stop.signal]));
        running.set(sink.name, { spec: JSON.stringify(sink.spec), stop, done });
      }
      const declared = new Map(sinks.map((sink) => [sink.name, JSON.stringify(sink.spec)] as const));
      // Removed, or removed and declared anew: then the next look starts it as it is now.
      for (const [name, { spec, stop }] of running) if (declared.get(name) !== spec) stop.abort();
      await nap(LOOK_MS);
    }
  } finally {
    await Promise.all([...running.values()].map(({ done }) => done));
    book.close();
  }
}
