import type { FetchedBody, PageFetcher } from "../../crawler/page-fetcher.ts";
import { GalleyError, type ErrorCode } from "../../errors.ts";
import type { ExtractPool } from "../../queue/extract-pool.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import type { Metrics } from "./create-metrics.ts";

const codeOf = (error: unknown): ErrorCode | "error" => (error instanceof GalleyError ? error.code : "error");

/** The same fetcher, with its fetches counted. */
export function observeFetcher(fetcher: PageFetcher, metrics: Metrics): PageFetcher {
  async function observed<Result extends FetchedBody | null>(
    url: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const started = performance.now();
    const tell = (outcome: Parameters<Metrics["fetched"]>[0]["outcome"]): void =>
      metrics.fetched({ url, outcome, ms: performance.now() - started });
    try {
      const fetched = await work();
      tell(fetched === null ? "unchanged" : "ok");
      return fetched;
    } catch (error) {
      tell(codeOf(error));
      throw error;
    }
  }
  return {
    ...fetcher,
    fetch: (request, signal, takeTurn) =>
      observed(request.url, () => fetcher.fetch(request, signal, takeTurn)),
    fetchIfChanged: (request, earlier, context) =>
      observed(request.url, () => fetcher.fetchIfChanged(request, earlier, context)),
  };
}

/** The same pool, with its extractions timed. */
export function observePool(pool: ExtractPool, metrics: Metrics): ExtractPool {
  async function observed<Result>(work: () => Promise<Result>): Promise<Result> {
    const started = performance.now();
    try {
      const result = await work();
      metrics.extracted({ outcome: "ok", ms: performance.now() - started });
      return result;
    } catch (error) {
      metrics.extracted({ outcome: codeOf(error), ms: performance.now() - started });
      throw error;
    }
  }
  return {
    ...pool,
    extract: (task, signal) => observed(() => pool.extract(task, signal)),
    account: (task, signal) => observed(() => pool.account(task, signal)),
  };
}

/** The same store, with its puts counted and their lag behind the fetch. */
export function observeStore(store: ArticleStore, metrics: Metrics): ArticleStore {
  return {
    ...store,
    async put(articles) {
      const outcomes = await store.put(articles);
      const now = Date.now();
      for (const [place, { outcome }] of outcomes.entries()) {
        const fetchedAt = articles[place]?.fetch?.fetchedAt;
        metrics.stored({ outcome, lagMs: fetchedAt === undefined ? null : now - Date.parse(fetchedAt) });
      }
      return outcomes;
    },
  };
}
