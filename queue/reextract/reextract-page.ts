import { type GalleyError, PermanentError } from "../../errors.ts";
import type { ArticleStore, StorableArticle } from "../../storage/article-store.ts";
import type { PageArchive } from "../../storage/page-archive.ts";
import type { StoredArticle } from "../../types.ts";
import type { ExtractPool } from "../extract-pool.ts";
import { makeArticle } from "../make-article.ts";
import type { StoreWriter } from "../store-writer.ts";
import { compareArticle } from "./compare-article.ts";
import type { ReextractJob, ReextractOutcome } from "./reextract-job.ts";

export interface ReextractParts {
  readonly store: ArticleStore;
  readonly writer: StoreWriter;
  readonly archive: PageArchive;
  readonly pool: ExtractPool;
}

/**
 * Extracts an archived page again and compares it with what is stored; stores it where it is asked to. The article keeps its
 * identity and its source, and its fetch stays the one that the archive tells of.
 * @throws whatever store and archive throw when they cannot be reached.
 */
export async function reextractPage(
  parts: ReextractParts,
  job: ReextractJob,
  signal: AbortSignal,
): Promise<ReextractOutcome> {
  const stored = job.articleId === null ? null : await parts.store.get(job.articleId);
  const about = {
    pageKey: job.pageKey,
    articleId: job.articleId,
    url: stored?.url ?? "",
    diff: [],
    reason: null,
  };
  try {
    const made = await extractAgain(parts, job, { stored, signal });
    if (made === null) return { ...about, state: stored === null ? "none" : "gone" };
    return await settle(parts, job, { made, stored });
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    const state = stored === null ? "none" : isNoArticle(error) ? "gone" : "failed";
    return { ...about, state, reason: error.message };
  }
}

async function extractAgain(
  parts: ReextractParts,
  { pageKey, options }: ReextractJob,
  { stored, signal }: { readonly stored: StoredArticle | null; readonly signal: AbortSignal },
): Promise<StorableArticle | null> {
  const archived = await parts.archive.get(pageKey);
  if (archived === null) throw new PermanentError("file-not-readable", `The archive has no page ${pageKey}.`);
  const { meta, body } = archived;
  const article = await makeArticle(
    parts.pool,
    { meta, source: { body, charset: meta.charset }, archiveKey: pageKey },
    { options, source: stored?.source ?? null, url: meta.finalUrl, signal },
  );
  if (article === null || stored === null) return article;
  // A rule that reads the canonical URL otherwise must not make another article of it.
  return {
    ...article,
    id: stored.id,
    url: stored.url,
    dedup: { ...stored.dedup, contentHash: article.dedup.contentHash },
  };
}

async function settle(
  { store, writer }: ReextractParts,
  { pageKey, publish }: ReextractJob,
  { made, stored }: { readonly made: StorableArticle; readonly stored: StoredArticle | null },
): Promise<ReextractOutcome> {
  const about = { pageKey, articleId: made.id, url: made.url, reason: null };
  if (stored === null && (await store.get(made.id)) !== null) return { ...about, state: "none", diff: [] };
  const diff = stored === null ? [] : compareArticle(stored, made);
  if (stored !== null && diff.length === 0) return { ...about, state: "same", diff };
  if (publish) await writer.put(made);
  return { ...about, state: stored === null ? "new" : "changed", diff };
}

function isNoArticle(error: GalleyError): boolean {
  return !["file-not-readable", "data-folder", "extraction-limit", "extraction-failed"].includes(error.code);
}
