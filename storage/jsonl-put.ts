import type { StoredArticle } from "../types.ts";
import type {
  ArticleEvent,
  PruneOptions,
  PruneReport,
  PutOutcome,
  StorableArticle,
} from "./article-store.ts";
import { eventId, removalId } from "./event-id.ts";
import type { JsonlFile } from "./jsonl-file.ts";
import type { IndexedArticle, JsonlIndex, LineSpan } from "./jsonl-index.ts";
import { type PrunedLine, formatLine, formatPruned } from "./jsonl-line.ts";
import { checkTime } from "./list-cursor.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";

/** What writing needs of the store; the caller holds the file's lock. */
export interface JsonlParts {
  readonly index: JsonlIndex;
  readonly file: JsonlFile;
  readonly readArticle: (span: LineSpan) => Promise<StoredArticle>;
}

/** What one batch adds. */
interface Staged {
  readonly current: Map<string, StoredArticle>;
  readonly lines: {
    readonly article: StoredArticle;
    readonly event: ArticleEvent & { readonly type: "new" | "changed" };
  }[];
  readonly eventIds: Set<string>;
}

export async function putJsonl(
  parts: JsonlParts,
  batch: readonly StorableArticle[],
): Promise<readonly PutOutcome[]> {
  await parts.file.recover();
  const staged: Staged = { current: new Map(), lines: [], eventIds: new Set() };
  const outcomes: PutOutcome[] = [];
  for (const article of batch) outcomes.push(await stage(parts, article, staged));
  const count = staged.lines.length;
  if (count > 0)
    await parts.file.append(
      staged.lines.map(({ article, event }, i) => formatLine(article, { ...event, left: count - 1 - i })),
    );
  return outcomes;
}

async function stage(
  { index, readArticle }: JsonlParts,
  article: StorableArticle,
  staged: Staged,
): Promise<PutOutcome> {
  const last = index.article(article.id)?.versions.at(-1);
  const current = staged.current.get(article.id) ?? (last === undefined ? null : await readArticle(last));
  const revised = reviseArticle(current === null ? null : previousRevision(current), article);
  if (revised.outcome === "unchanged") return { id: article.id, outcome: "unchanged" };
  const isTaken = (id: string): boolean => index.hasEvent(id) || staged.eventIds.has(id);
  const event = {
    seq: index.lastSeq() + staged.lines.length + 1,
    id: eventId(revised.article, isTaken),
    type: revised.outcome,
    articleId: article.id,
    revision: revised.article.revision.n,
    contentHash: article.dedup.contentHash,
    at: new Date().toISOString(),
  };
  staged.current.set(article.id, revised.article);
  staged.lines.push({ article: revised.article, event });
  staged.eventIds.add(event.id);
  return { id: article.id, outcome: revised.outcome };
}

/**
 * See ArticleStore.prune. The file only grows, since other processes have their place in it: what is pruned is gone for
 * every reader of the store, but its lines stay until the articles are exported into a new file.
 */
export async function pruneJsonl(
  parts: JsonlParts,
  { before, dryRun = false, signal }: PruneOptions,
): Promise<PruneReport> {
  const limit = checkTime(before);
  await parts.file.recover();
  const lines: PrunedLine[] = [];
  const report = { articles: 0, revisions: 0 };
  for (const article of parts.index.articlesAfter(0)) {
    signal?.throwIfAborted();
    const old = article.versions.findLast(({ at }) => at < limit);
    const last = article.versions.at(-1);
    if (old === undefined || last === undefined) continue;
    const pruned = { id: article.id, upTo: old.n };
    if (old === last) {
      report.articles += 1;
      const seq = parts.index.lastSeq() + report.articles;
      lines.push({ pruned, removed: await removalOf(parts, article, seq), left: 0 });
    } else {
      report.revisions += article.versions.indexOf(old) + 1;
      lines.push({ pruned, removed: null, left: 0 });
    }
  }
  // Each line stands for itself: a prune that is cut off is done up to there.
  if (!dryRun && lines.length > 0) await parts.file.append(lines.map(formatPruned));
  return report;
}

async function removalOf(parts: JsonlParts, article: IndexedArticle, seq: number): Promise<ArticleEvent> {
  const stored = await parts.readArticle(article.versions.at(-1) as LineSpan);
  const { id: articleId, url } = stored;
  const { contentHash } = stored.dedup;
  const revision = stored.revision.n;
  const id = removalId({ id: articleId, url, contentHash, revision }, parts.index.hasEvent);
  return { seq, id, type: "removed", articleId, revision, contentHash, at: new Date().toISOString() };
}
