import type { FeedItem } from "./feed-item.ts";

/**
 * Items that were read and are not settled, in a lane for each article: only the head of a lane is ever delivered, so that the
 * order within an article holds while articles pass one another.
 */
export interface ArticleLanes {
  /** Items in all lanes. */
  readonly size: () => number;
  add(item: FeedItem): void;
  /** Heads that may be delivered now, the longest waiting first. */
  heads(limit: number, isBusy: (articleId: string) => boolean): readonly FeedItem[];
  /** The head is settled. */
  shift(articleId: string): void;
  laneOf(articleId: string): readonly FeedItem[];
  /** The whole lane is settled. */
  drop(articleId: string): void;
  /** Puts a lane behind all others. */
  rotate(articleId: string): void;
  clear(): void;
  /** The lowest cursor that is not settled; null where all are. */
  readonly lowest: () => number | null;
}

export function createArticleLanes(): ArticleLanes {
  // Maps and sets keep the order of insertion; items are read in the order of their cursors.
  const lanes = new Map<string, FeedItem[]>();
  const open = new Set<number>();
  return {
    size: () => open.size,
    add(item) {
      const lane = lanes.get(item.articleId);
      if (lane === undefined) lanes.set(item.articleId, [item]);
      else lane.push(item);
      open.add(item.seq);
    },
    heads(limit, isBusy) {
      const found: FeedItem[] = [];
      for (const [articleId, [head]] of lanes) {
        if (found.length >= limit) break;
        if (head !== undefined && !isBusy(articleId)) found.push(head);
      }
      return found;
    },
    shift(articleId) {
      const lane = lanes.get(articleId);
      const item = lane?.shift();
      if (item !== undefined) open.delete(item.seq);
      if (lane?.length === 0) lanes.delete(articleId);
    },
    laneOf: (articleId) => lanes.get(articleId) ?? [],
    drop(articleId) {
      for (const { seq } of lanes.get(articleId) ?? []) open.delete(seq);
      lanes.delete(articleId);
    },
    rotate(articleId) {
      const lane = lanes.get(articleId);
      if (lane === undefined) return;
      lanes.delete(articleId);
      lanes.set(articleId, lane);
    },
    clear() {
      lanes.clear();
      open.clear();
    },
    lowest() {
      const [first] = open;
      return first ?? null;
    },
  };
}
