import type { FetchedBody, PageFetcher } from "../crawler/page-fetcher.ts";
import type { ExtractPool } from "./extract-pool.ts";
import type { StoreWriter } from "./store-writer.ts";
import { inSpan, type Tracing } from "./tracing.ts";

/** The same fetcher, each fetch a span `fetch`. */
export function traceFetcher(fetcher: PageFetcher, tracing: Tracing): PageFetcher {
  function traced<Result extends FetchedBody | null>(
    url: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    return inSpan(tracing, { name: "fetch", facts: { "url.full": url } }, async (note) => {
      const fetched = await work();
      if (fetched === null) note({ "galley.unchanged": true });
      else {
        const { status, renderer } = fetched.page;
        note({ "http.response.status_code": status, "galley.renderer": renderer });
      }
      return fetched;
    });
  }
  return {
    ...fetcher,
    fetch: (request, signal, takeTurn) => traced(request.url, () => fetcher.fetch(request, signal, takeTurn)),
    fetchIfChanged: (request, earlier, context) =>
      traced(request.url, () => fetcher.fetchIfChanged(request, earlier, context)),
  };
}

/** The same pool, each extraction a span `extract`; its wait for a thread is a part of it. */
export function tracePool(pool: ExtractPool, tracing: Tracing): ExtractPool {
  return {
    ...pool,
    extract: (task, signal) =>
      inSpan(tracing, { name: "extract" }, async (note) => {
        const extraction = await pool.extract(task, signal);
        note({ "galley.page_type": extraction.extraction.pageType });
        return extraction;
      }),
  };
}

/** The same writer, each article a span `store`; its wait for the transaction that it shares is a part of it. */
export function traceWriter(writer: StoreWriter, tracing: Tracing): StoreWriter {
  return {
    put: (article) =>
      inSpan(tracing, { name: "store" }, async (note) => {
        const outcome = await writer.put(article);
        note({ "galley.article": outcome.id, "galley.outcome": outcome.outcome });
        return outcome;
      }),
  };
}
