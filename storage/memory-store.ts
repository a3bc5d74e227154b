import type { StoredArticle } from "../types.ts";
import { facetFilter, facetsOf, passesFilter } from "./article-filter.ts";
import type {
  ArticleEvent,
  ArticlePage,
  ArticleStore,
  PutOutcome,
  StorableArticle,
} from "./article-store.ts";
import { checkKeys, serialiseRecord } from "./check-article.ts";
import { eventId, removalId } from "./event-id.ts";
import {
  checkCursorName,
  checkLimit,
  checkSeq,
  checkTime,
  compareIds,
  cursorToId,
  cursorToSeq,
  cursorToSeqBefore,
  cutPage,
  idToCursor,
  seqToCursor,
} from "./list-cursor.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";
import { matchesQuery, parseQuery } from "./search-query.ts";
import { articleTokens } from "./search-words.ts";

/** A version as JSON text, so that nobody can change what is stored. */
interface Version {
  readonly text: string;
  readonly at: string;
}

interface Entry {
  /** The number of the event that first stored it. */
  readonly firstSeq: number;
  /** Oldest first. */
  readonly versions: readonly Version[];
}

/** What one batch adds; it joins the store only when all of it is good. */
interface Staged {
  readonly entries: Map<string, Entry>;
  readonly events: Map<string, ArticleEvent>;
}

/** A store that lives as long as the process. */
export function openMemoryStore(): ArticleStore {
  /** A Map keeps the order of first storing. */
  const articles = new Map<string, Entry>();
  const events: ArticleEvent[] = [];
  const eventIds = new Set<string>();
  const cursors = new Map<string, number>();

  function stage(article: StorableArticle, staged: Staged): PutOutcome {
    checkKeys(article);
    const entry = staged.entries.get(article.id) ?? articles.get(article.id);
    const last = entry?.versions.at(-1);
    const revised = reviseArticle(last === undefined ? null : previousRevision(parse(last)), article);
    if (revised.outcome === "unchanged") return { id: article.id, outcome: "unchanged" };
    const seq = events.length + staged.events.size + 1;
    const at = new Date().toISOString();
    const versions = [...(entry?.versions ?? []), { text: serialiseRecord(revised.article), at }];
    staged.entries.set(article.id, { firstSeq: entry?.firstSeq ?? seq, versions });
    const id = eventId(revised.article, (id) => eventIds.has(id) || staged.events.has(id));
    const { revision, dedup } = revised.article;
    const { contentHash } = dedup;
    staged.events.set(id, {
      seq,
      id,
      type: revised.outcome,
      articleId: article.id,
      revision: revision.n,
      contentHash,
      at,
    });
    return { id: article.id, outcome: revised.outcome };
  }

  function append(event: ArticleEvent): void {
    events.push(event);
    eventIds.add(event.id);
  }

  function remove(article: StoredArticle): void {
    articles.delete(article.id);
    const { id: articleId, url } = article;
    const { contentHash } = article.dedup;
    const revision = article.revision.n;
    append({
      seq: events.length + 1,
      id: removalId({ id: articleId, url, contentHash, revision }, (id) => eventIds.has(id)),
      type: "removed",
      articleId,
      revision,
      contentHash,
      at: new Date().toISOString(),
    });
  }

  return {
    async put(batch) {
      const staged: Staged = { entries: new Map(), events: new Map() };
      const outcomes = batch.map((article) => stage(article, staged));
      for (const [id, entry] of staged.entries) articles.set(id, entry);
      for (const event of staged.events.values()) append(event);
      return outcomes;
    },
    async get(id) {
      const entry = articles.get(id);
      return entry === undefined ? null : current(entry);
    },
    async revisions(id) {
      return (articles.get(id)?.versions ?? []).map(parse);
    },
    async list({ after, limit, filter, order = "stored" }) {
      checkLimit(limit);
      const facets = facetFilter(filter);
      const passes = (article: StoredArticle): boolean => passesFilter(facetsOf(article), facets);
      if (order === "id") {
        const entries = new Map([...articles].toSorted(([a], [b]) => compareIds(a, b)));
        const start = cursorToId(after);
        const behind = entries.entries().filter(([id]) => compareIds(id, start) > 0);
        return findPage(
          behind.map(([, entry]) => entry),
          limit,
          { passes, cursorOf: idCursor },
        );
      }
      if (order === "latest") {
        const start = cursorToSeqBefore(after);
        const before = [...articles.values()].toReversed().filter(({ firstSeq }) => firstSeq < start);
        return findPage(before.values(), limit, { passes, cursorOf: seqCursor });
      }
      const start = cursorToSeq(after);
      const candidates = articles.values().filter(({ firstSeq }) => firstSeq > start);
      return findPage(candidates, limit, { passes, cursorOf: seqCursor });
    },
    async search({ query, after, limit, filter }) {
      checkLimit(limit);
      const start = cursorToSeqBefore(after);
      const facets = facetFilter(filter);
      const wanted = parseQuery(query);
      const candidates = [...articles.values()].toReversed().filter(({ firstSeq }) => firstSeq < start);
      const passes = (article: StoredArticle): boolean =>
        passesFilter(facetsOf(article), facets) && matchesQuery(articleTokens(article), wanted);
      return findPage(candidates.values(), limit, { passes, cursorOf: seqCursor });
    },
    async events({ after, limit }) {
      checkLimit(limit);
      checkSeq(after);
      return events.slice(after, after + limit);
    },
    async count() {
      return articles.size;
    },
    async cursor(name) {
      checkCursorName(name);
      return cursors.get(name) ?? 0;
    },
    async setCursor(name, seq) {
      checkCursorName(name);
      checkSeq(seq);
      cursors.set(name, seq);
    },
    async prune({ before, dryRun = false, signal }) {
      const limit = checkTime(before);
      signal?.throwIfAborted();
      const report = { articles: 0, revisions: 0 };
      for (const [id, entry] of articles) {
        const versions = entry.versions.filter(({ at }, i) => at >= limit || i === entry.versions.length - 1);
        if ((versions[0]?.at ?? limit) < limit && versions.length === 1) {
          report.articles += 1;
          if (!dryRun) remove(current(entry));
          continue;
        }
        report.revisions += entry.versions.length - versions.length;
        if (!dryRun) articles.set(id, { ...entry, versions });
      }
      return report;
    },
    async close() {},
  };
}

interface Found {
  readonly entry: Entry;
  readonly article: StoredArticle;
}

const seqCursor = ({ entry }: Found): string => seqToCursor(entry.firstSeq);
const idCursor = ({ article }: Found): string => idToCursor(article.id);

/** The first articles that pass, and one more where there is one. */
function findPage(
  candidates: IteratorObject<Entry>,
  limit: number,
  {
    passes,
    cursorOf,
  }: { readonly passes: (article: StoredArticle) => boolean; readonly cursorOf: (found: Found) => string },
): ArticlePage {
  const found = candidates
    .map((entry) => ({ entry, article: current(entry) }))
    .filter(({ article }) => passes(article))
    .take(limit + 1)
    .toArray();
  const { items, next } = cutPage(found, limit, cursorOf);
  return { articles: items.map(({ article }) => article), next };
}

function current(entry: Entry): StoredArticle {
  return parse(entry.versions.at(-1) as Version);
}

function parse({ text }: Version): StoredArticle {
  return JSON.parse(text) as StoredArticle;
}
