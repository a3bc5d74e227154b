import { runCrawl, type CrawlReport, type RunCrawlOptions } from "../queue/run-crawl.ts";
import type { StoredArticle } from "../types.ts";
import { watchPuts } from "./watch-puts.ts";

export interface CrawlArticlesOptions extends RunCrawlOptions {
  readonly onReport: (report: CrawlReport) => void;
}

/** Ids that were committed and not yet handed out; `next` waits for one, or for the end. */
interface Committed {
  add(id: string): void;
  end(): void;
  /** null at the end. */
  next(): Promise<string | null>;
}

function createCommitted(): Committed {
  // Two puts of an article before the reader comes are one: it gets the newest version.
  const ids = new Set<string>();
  const state = { ended: false, wake: (): void => {} };
  return {
    add(id) {
      ids.add(id);
      state.wake();
    },
    end() {
      state.ended = true;
      state.wake();
    },
    async next() {
      while (ids.size === 0 && !state.ended) await new Promise<void>((resolve) => (state.wake = resolve));
      const [first] = ids;
      if (first === undefined) return null;
      ids.delete(first);
      return first;
    },
  };
}

/**
 * A crawl as a stream of the articles that it stores. Ends with the crawl; leaving the loop stops the crawl cleanly, to
 * be resumed by the same call.
 */
export async function* crawlArticles(options: CrawlArticlesOptions): AsyncGenerator<StoredArticle> {
  const { store, signal } = options;
  const left = new AbortController();
  const committed = createCommitted();
  const running = runCrawl({
    ...options,
    store: watchPuts(store, committed.add),
    signal: AbortSignal.any([left.signal, ...(signal === undefined ? [] : [signal])]),
  });
  running.then(committed.end, committed.end);
  try {
    for (let id = await committed.next(); id !== null; id = await committed.next()) {
      const article = await store.get(id);
      if (article !== null) yield article;
    }
    options.onReport(await running);
    signal?.throwIfAborted();
  } finally {
    left.abort();
    await running.catch(() => {});
  }
}
