import type { StoredArticle } from "../types.ts";
import type { ArticleEvent, ArticleStore, PutOutcome, StorableArticle } from "./article-store.ts";
import { checkKeys, serialiseRecord } from "./check-article.ts";
import { eventId } from "./event-id.ts";
import { checkLimit, checkSeq, cursorToSeq, seqToCursor } from "./list-cursor.ts";
import { previousRevision, reviseArticle } from "./revise-article.ts";

/** What one batch adds; it joins the store only when all of it is good. */
interface Staged {
  readonly versions: Map<string, readonly string[]>;
  readonly events: Map<string, ArticleEvent>;
}

/** A store that lives as long as the process. Versions are kept as JSON text, so that nobody can change what is stored. */
export function openMemoryStore(): ArticleStore {
  /** Versions by id, oldest first; a Map keeps the order of first storing. */
  const articles = new Map<string, readonly string[]>();
  const events: ArticleEvent[] = [];
  const eventIds = new Set<string>();

  function stage(article: StorableArticle, staged: Staged): PutOutcome {
    checkKeys(article);
    const versions = staged.versions.get(article.id) ?? articles.get(article.id) ?? [];
    const last = versions.at(-1);
    const revised = reviseArticle(last === undefined ? null : previousRevision(parse(last)), article);
    if (revised.outcome === "unchanged") return { id: article.id, outcome: "unchanged" };
    staged.versions.set(article.id, [...versions, serialiseRecord(revised.article)]);
    const id = eventId(revised.article, (id) => eventIds.has(id) || staged.events.has(id));
    staged.events.set(id, {
      seq: events.length + staged.events.size + 1,
      id,
      type: revised.outcome,
      articleId: article.id,
      contentHash: article.dedup.contentHash,
      at: new Date().toISOString(),
    });
    return { id: article.id, outcome: revised.outcome };
  }

  function commit(staged: Staged): void {
    for (const [id, versions] of staged.versions) articles.set(id, versions);
    for (const [id, event] of staged.events) {
      events.push(event);
      eventIds.add(id);
    }
  }

  return {
    async put(batch) {
      const staged: Staged = { versions: new Map(), events: new Map() };
      const outcomes = batch.map((article) => stage(article, staged));
      commit(staged);
      return outcomes;
    },
    async get(id) {
      const last = articles.get(id)?.at(-1);
      return last === undefined ? null : parse(last);
    },
    async revisions(id) {
      return (articles.get(id) ?? []).map(parse);
    },
    async list({ after, limit }) {
      checkLimit(limit);
      const start = cursorToSeq(after);
      const page = [...articles.values()].slice(start, start + limit);
      const end = start + page.length;
      return {
        articles: page.map((versions) => parse(versions.at(-1) ?? "")),
        next: end < articles.size ? seqToCursor(end) : null,
      };
    },
    async events({ after, limit }) {
      checkLimit(limit);
      checkSeq(after);
      return events.slice(after, after + limit);
    },
    async count() {
      return articles.size;
    },
    async close() {},
  };
}

function parse(text: string): StoredArticle {
  return JSON.parse(text) as StoredArticle;
}
