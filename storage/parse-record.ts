import type { StoredArticle } from "../types.ts";

/** A stored record. One that was written before records had a source or a page key has null there. */
export function parseRecord(text: string): StoredArticle {
  return completeRecord(JSON.parse(text) as StoredArticle);
}

export function completeRecord(record: StoredArticle): StoredArticle {
  const { source, fetch = null } = record as Partial<StoredArticle>;
  if (source !== undefined && (fetch === null || fetch.pageKey !== undefined)) return record;
  return {
    ...record,
    source: source ?? null,
    fetch: fetch === null ? null : { ...fetch, pageKey: fetch.pageKey ?? null },
  };
}
