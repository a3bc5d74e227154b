import type { StoredArticle } from "../types.ts";
import { facetFilter, facetsOf, passesFilter } from "./article-filter.ts";
import type { ArticlePage, ArticleStore } from "./article-store.ts";
import { checkKeys } from "./check-article.ts";
import { openFileLock } from "./file-lock.ts";
import { jsonlCursors } from "./jsonl-cursors.ts";
import { type JsonlFile, openJsonlFile } from "./jsonl-file.ts";
import { type IndexedArticle, type JsonlIndex, type LineSpan, createJsonlIndex } from "./jsonl-index.ts";
import { parseLine } from "./jsonl-line.ts";
import { pruneJsonl, putJsonl } from "./jsonl-put.ts";
import {
  checkCursorName,
  checkLimit,
  checkSeq,
  compareIds,
  cursorToId,
  cursorToSeq,
  cursorToSeqBefore,
  cutPage,
  idToCursor,
  seqToCursor,
} from "./list-cursor.ts";
import { matchesQuery, parseQuery } from "./search-query.ts";
import { articleTokens } from "./search-words.ts";

/**
 * Articles in one file that only grows: each line is a StoredArticle with its event, the last line of an id is its
 * current version; a line with `pruned` says which versions before it are gone. Filters and searches read every article. Each batch is synced to the disk (fdatasync) before it is acknowledged. What a crash leaves of a
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
  const cursors = jsonlCursors(path);
  /** One at a time, or two calls would read the same new lines twice. */
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new Error(`The store ${path} is closed.`));
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function readArticle(span: LineSpan): Promise<StoredArticle> {
    const line = parseLine(await file.read(span));
    if ("pruned" in line) throw new Error(`${path} has changed while it was open. Open it again.`);
    return line.article;
  }

  /** Runs a question against the index after it has seen what others wrote. */
  const ask = <T>(question: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await file.catchUp();
      return question();
    });

  /** The first articles that pass, and one more where there is one. */
  async function findPage(
    candidates: Iterable<IndexedArticle>,
    limit: number,
    { passes, cursorOf = seqCursor }: Finding,
  ): Promise<ArticlePage> {
    const found: Found[] = [];
    for (const entry of candidates) {
      const article = await readArticle(entry.versions.at(-1) as LineSpan);
      if (passes(article)) found.push({ entry, article });
      if (found.length > limit) break;
    }
    const { items, next } = cutPage(found, limit, cursorOf);
    return { articles: items.map(({ article }) => article), next };
  }

  return {
    async put(batch) {
      for (const article of batch) checkKeys(article);
      if (batch.length === 0) return [];
      return inTurn(() => lock.hold(() => putJsonl({ index, file, readArticle }, batch)));
    },
    get: (id) =>
      ask(async () => {
        const last = index.article(id)?.versions.at(-1);
        return last === undefined ? null : readArticle(last);
      }),
    revisions: (id) => ask(() => Promise.all((index.article(id)?.versions ?? []).map(readArticle))),
    async list({ after, limit, filter, order = "stored" }) {
      checkLimit(limit);
      const facets = facetFilter(filter);
      const passes = (article: StoredArticle): boolean => passesFilter(facetsOf(article), facets);
      if (order === "id") {
        const start = cursorToId(after);
        return ask(() => findPage(articlesById(index, start), limit, { passes, cursorOf: idCursor }));
      }
      if (order === "latest") {
        const start = cursorToSeqBefore(after);
        return ask(() => findPage(index.articlesBefore(start), limit, { passes }));
      }
      const start = cursorToSeq(after);
      return ask(() => findPage(index.articlesAfter(start), limit, { passes }));
    },
    async search({ query, after, limit, filter }) {
      checkLimit(limit);
      const start = cursorToSeqBefore(after);
      const facets = facetFilter(filter);
      const wanted = parseQuery(query);
      const passes = (article: StoredArticle): boolean =>
        passesFilter(facetsOf(article), facets) && matchesQuery(articleTokens(article), wanted);
      return ask(() => findPage(index.articlesBefore(start), limit, { passes }));
    },
    async events({ after, limit }) {
      checkLimit(limit);
      checkSeq(after);
      return ask(async () => index.eventsAfter(after, limit));
    },
    count: () => ask(async () => index.count()),
    async cursor(name) {
      checkCursorName(name);
      return inTurn(() => cursors.get(name));
    },
    async setCursor(name, seq) {
      checkCursorName(name);
      checkSeq(seq);
      return inTurn(() => lock.hold(() => cursors.set(name, seq)));
    },
    prune: (options) => inTurn(() => lock.hold(() => pruneJsonl({ index, file, readArticle }, options))),
    async close() {
      if (closed) return;
      closed = true;
      await turn;
      lock.close();
      await file.close();
    },
  };
}

interface Found {
  readonly entry: IndexedArticle;
  readonly article: StoredArticle;
}

interface Finding {
  readonly passes: (article: StoredArticle) => boolean;
  readonly cursorOf?: (found: Found) => string;
}

const seqCursor = ({ entry }: Found): string => seqToCursor(entry.firstSeq);
const idCursor = ({ entry }: Found): string => idToCursor(entry.id);

function articlesById(index: JsonlIndex, start: string): readonly IndexedArticle[] {
  const behind = [...index.articlesAfter(0)].filter(({ id }) => compareIds(id, start) > 0);
  return behind.toSorted((a, b) => compareIds(a.id, b.id));
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
