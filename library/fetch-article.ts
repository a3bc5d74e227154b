import type { ArticleRecord } from "../types.ts";
import { DEFAULT_DELAY_MS, type FetchOptions } from "./fetch-options.ts";

export interface FetchArticleOptions extends FetchOptions {
  readonly signal?: AbortSignal;
}

/**
 * Fetches one page and strips it to its article. No Redis, no database, and no browser unless the page needs one.
 * For many pages, {@link createPipeline} keeps connections and the browser open between them.
 * @throws PermanentError or TransientError; `code` says why (see ErrorCode), and the signal's reason when it aborts.
 */
export async function fetchArticle(url: string, options: FetchArticleOptions = {}): Promise<ArticleRecord> {
  const { signal, keep = [], drop = [], mode = "balanced" } = options;
  signal?.throwIfAborted();
  const [{ openLibraryFetcher }, { fetchRecord }, { createHostTurns }] = await Promise.all([
    import("./open-fetcher.ts"),
    import("./fetch-record.ts"),
    import("../crawler/local-turns.ts"),
  ]);
  const fetcher = openLibraryFetcher(options);
  try {
    const takeTurn = createHostTurns(options.delayMs ?? DEFAULT_DELAY_MS);
    return await fetchRecord(url, { fetcher, takeTurn, signal, options: { keep, drop, mode } });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await fetcher.close();
  }
}
