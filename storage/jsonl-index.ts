import type { ArticleEvent } from "./article-store.ts";
import { eventId } from "./event-id.ts";
import type { ArticleLine, ParsedLine } from "./jsonl-line.ts";

/** Where a line stands in the file, in bytes, without its line end. */
export interface LineSpan {
  readonly offset: number;
  readonly length: number;
}

export interface IndexedVersion extends LineSpan {
  readonly n: number;
  /** When it was stored. */
  readonly at: string;
}

export interface IndexedArticle {
  readonly id: string;
  /** The number of the event that first stored it; a list's cursor. */
  readonly firstSeq: number;
  /** Its versions, oldest first; empty when it was removed. */
  versions: readonly IndexedVersion[];
}

/** What is known of the file without reading it again: about 500 bytes of memory a line. */
export interface JsonlIndex {
  add(line: ParsedLine, span: LineSpan): void;
  article(id: string): IndexedArticle | undefined;
  /** Articles first stored after `seq`, in order. */
  articlesAfter(seq: number): Iterable<IndexedArticle>;
  /** Articles first stored before `seq`, the latest first. */
  articlesBefore(seq: number): Iterable<IndexedArticle>;
  eventsAfter(seq: number, limit: number): readonly ArticleEvent[];
  hasEvent(id: string): boolean;
  lastSeq(): number;
  count(): number;
}

export function createJsonlIndex(): JsonlIndex {
  const byId = new Map<string, IndexedArticle>();
  const articles: IndexedArticle[] = [];
  const events: ArticleEvent[] = [];
  const eventIds = new Set<string>();
  const lastSeq = (): number => events.at(-1)?.seq ?? 0;
  const hasEvent = (id: string): boolean => eventIds.has(id);

  function addEvent(event: ArticleEvent): void {
    events.push(event);
    eventIds.add(event.id);
  }

  function addVersion(line: ArticleLine, span: LineSpan): void {
    const event = eventOf(line, lastSeq() + 1, hasEvent);
    addEvent(event);
    const version = { ...span, n: event.revision, at: event.at };
    const known = byId.get(event.articleId);
    if (known !== undefined) {
      known.versions = [...known.versions, version];
      return;
    }
    const article = { id: event.articleId, firstSeq: event.seq, versions: [version] };
    byId.set(article.id, article);
    articles.push(article);
  }

  return {
    add(line, span) {
      if (!("pruned" in line)) return addVersion(line, span);
      const article = byId.get(line.pruned.id);
      if (article !== undefined) article.versions = article.versions.filter(({ n }) => n > line.pruned.upTo);
      if (line.removed === null) return;
      byId.delete(line.pruned.id);
      addEvent({ ...line.removed, seq: Math.max(line.removed.seq, lastSeq() + 1) });
    },
    article: (id) => byId.get(id),
    *articlesAfter(seq) {
      for (let i = countUpTo(articles, (article) => article.firstSeq <= seq); i < articles.length; i += 1) {
        const article = articles[i];
        if (article !== undefined && article.versions.length > 0) yield article;
      }
    },
    *articlesBefore(seq) {
      for (let i = countUpTo(articles, (article) => article.firstSeq < seq) - 1; i >= 0; i -= 1) {
        const article = articles[i];
        if (article !== undefined && article.versions.length > 0) yield article;
      }
    },
    eventsAfter(seq, limit) {
      const start = countUpTo(events, (event) => event.seq <= seq);
      return events.slice(start, start + limit);
    },
    hasEvent,
    lastSeq,
    count: () => byId.size,
  };
}

/** The line's event; for a line without one, the event that its putting would have made. */
function eventOf(
  { article, event }: ArticleLine,
  nextSeq: number,
  isTaken: (id: string) => boolean,
): ArticleEvent {
  return {
    // Numbers rise whatever the file says, or cursors would lose events.
    seq: Math.max(event?.seq ?? 0, nextSeq),
    id: event?.id ?? eventId(article, isTaken),
    type: event?.type ?? (article.revision.n === 1 ? "new" : "changed"),
    articleId: article.id,
    revision: article.revision.n,
    contentHash: article.dedup.contentHash,
    at: event?.at ?? article.fetch?.fetchedAt ?? new Date(0).toISOString(),
  };
}

/** How many items at the head of a sorted array pass: a binary search. */
function countUpTo<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
