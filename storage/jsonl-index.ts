import type { ArticleEvent } from "./article-store.ts";
import { eventId } from "./event-id.ts";
import type { ParsedLine } from "./jsonl-line.ts";

/** Where a line stands in the file, in bytes, without its line end. */
export interface LineSpan {
  readonly offset: number;
  readonly length: number;
}

export interface IndexedArticle {
  readonly id: string;
  /** The number of the event that first stored it; a list's cursor. */
  readonly firstSeq: number;
  /** Its versions, oldest first. */
  readonly versions: LineSpan[];
}

/** What is known of the file without reading it again: about 500 bytes of memory a line. */
export interface JsonlIndex {
  add(line: ParsedLine, span: LineSpan): void;
  article(id: string): IndexedArticle | undefined;
  /** Articles first stored after `seq`, in order. */
  articlesAfter(seq: number, limit: number): readonly IndexedArticle[];
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

  return {
    add(line, span) {
      const event = eventOf(line, lastSeq() + 1, hasEvent);
      events.push(event);
      eventIds.add(event.id);
      const known = byId.get(event.articleId);
      if (known !== undefined) {
        known.versions.push(span);
        return;
      }
      const article = { id: event.articleId, firstSeq: event.seq, versions: [span] };
      byId.set(article.id, article);
      articles.push(article);
    },
    article: (id) => byId.get(id),
    articlesAfter(seq, limit) {
      const start = countUpTo(articles, (article) => article.firstSeq <= seq);
      return articles.slice(start, start + limit);
    },
    eventsAfter(seq, limit) {
      const start = countUpTo(events, (event) => event.seq <= seq);
      return events.slice(start, start + limit);
    },
    hasEvent,
    lastSeq,
    count: () => articles.length,
  };
}

/** The line's event; for a line without one, the event that its putting would have made. */
function eventOf(
  { article, event }: ParsedLine,
  nextSeq: number,
  isTaken: (id: string) => boolean,
): ArticleEvent {
  return {
    // Numbers rise whatever the file says, or cursors would lose events.
    seq: Math.max(event?.seq ?? 0, nextSeq),
    id: event?.id ?? eventId(article, isTaken),
    type: event?.type ?? (article.revision.n === 1 ? "new" : "changed"),
    articleId: article.id,
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
