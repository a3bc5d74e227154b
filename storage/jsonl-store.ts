import type { StoredArticle } from "../types.ts";
import type { ArticleEvent, ArticleStore, PutOutcome, StorableArticle } from "./article-store.ts";
import { checkKeys } from "./check-article.ts";
import { eventId } from "./event-id.ts";
import { openFileLock } from "./file-lock.ts";
import { type JsonlFile, openJsonlFile } from "./jsonl-file.ts";
import { type JsonlIndex, type LineSpan, createJsonlIndex } from "./jsonl-index.ts";
import { formatLine, parseLine } from "./jsonl-line.ts";
import { checkLimit, checkSeq, cursorToSeq, seqToCursor } from "./list-cursor.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";

/** What one batch adds. */
interface Staged {
  readonly current: Map<string, StoredArticle>;
  readonly lines: { readonly article: StoredArticle; readonly event: ArticleEvent }[];
}

/**
 * Articles in one file that only grows: each line is a StoredArticle with its event, the last line of an id is its
 * current version. Each batch is synced to the disk (fdatasync) before it is acknowledged. What a crash leaves of a
 * batch is cut off when the file is next opened or written.
 *
 * Several processes may write the file at once, under a lock beside it (PATH-lock, empty). Every process keeps an index
 * of the lines in memory: beyond some 100,000 articles use sqlite.
 * @throws UsageError (data-folder), PermanentError (broken-line)
 */
export async function openJsonlStore(path: string): Promise<ArticleStore> {
  const index = createJsonlIndex();
  const file = await openJsonlFile(path, index.add);
  const lock = await openLock(path, file);
  /** One at a time, or two calls would read the same new lines twice. */
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new Error(`The store ${path} is closed.`));
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  const readArticle = async (span: LineSpan): Promise<StoredArticle> =>
    parseLine(await file.read(span)).article;

  /** Runs a question against the index after it has seen what others wrote. */
  const ask = <T>(question: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await file.catchUp();
      return question();
    });

  return {
    async put(batch) {
      for (const article of batch) checkKeys(article);
      if (batch.length === 0) return [];
      return inTurn(() => lock.hold(() => putBatch({ index, file, readArticle }, batch)));
    },
    get: (id) =>
      ask(async () => {
        const last = index.article(id)?.versions.at(-1);
        return last === undefined ? null : readArticle(last);
      }),
    revisions: (id) => ask(() => Promise.all((index.article(id)?.versions ?? []).map(readArticle))),
    async list({ after, limit }) {
      checkLimit(limit);
      const start = cursorToSeq(after);
      return ask(async () => {
        const found = index.articlesAfter(start, limit + 1);
        const page = found.slice(0, limit);
        const articles = await Promise.all(
          page.map(({ versions }) => readArticle(versions.at(-1) as LineSpan)),
        );
        return { articles, next: found.length > limit ? seqToCursor(page.at(-1)?.firstSeq ?? 0) : null };
      });
    },
    async events({ after, limit }) {
      checkLimit(limit);
      checkSeq(after);
      return ask(async () => index.eventsAfter(after, limit));
    },
    count: () => ask(async () => index.count()),
    async close() {
      if (closed) return;
      closed = true;
      await turn;
      lock.close();
      await file.close();
    },
  };
}

async function openLock(path: string, file: JsonlFile): Promise<ReturnType<typeof openFileLock>> {
  try {
    const lock = openFileLock(path);
    try {
      await lock.hold(() => file.recover());
      return lock;
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    await file.close();
    throw error;
  }
}

interface Parts {
  readonly index: JsonlIndex;
  readonly file: JsonlFile;
  readonly readArticle: (span: LineSpan) => Promise<StoredArticle>;
}

async function putBatch(parts: Parts, batch: readonly StorableArticle[]): Promise<readonly PutOutcome[]> {
  await parts.file.recover();
  const staged: Staged = { current: new Map(), lines: [] };
  const outcomes: PutOutcome[] = [];
  for (const article of batch) outcomes.push(await stage(parts, article, staged));
  const count = staged.lines.length;
  if (count > 0)
    await parts.file.append(
      staged.lines.map(({ article, event }, i) => formatLine(article, event, count - 1 - i)),
    );
  return outcomes;
}

async function stage(
  { index, readArticle }: Parts,
  article: StorableArticle,
  staged: Staged,
): Promise<PutOutcome> {
  const last = index.article(article.id)?.versions.at(-1);
  const current = staged.current.get(article.id) ?? (last === undefined ? null : await readArticle(last));
  const revised = reviseArticle(current === null ? null : previousRevision(current), article);
  if (revised.outcome === "unchanged") return { id: article.id, outcome: "unchanged" };
  const isTaken = (id: string): boolean =>
    index.hasEvent(id) || staged.lines.some(({ event }) => event.id === id);
  const event: ArticleEvent = {
    seq: index.lastSeq() + staged.lines.length + 1,
    id: eventId(revised.article, isTaken),
    type: revised.outcome,
    articleId: article.id,
    contentHash: article.dedup.contentHash,
    at: new Date().toISOString(),
  };
  staged.current.set(article.id, revised.article);
  staged.lines.push({ article: revised.article, event });
  return { id: article.id, outcome: revised.outcome };
}
