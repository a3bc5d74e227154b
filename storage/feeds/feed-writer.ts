import type { FeedItem } from "./feed-item.ts";

/** Writes feed items in one format. */
export interface FeedWriter {
  write(items: readonly FeedItem[]): Promise<void>;
  /** Ends the file; nothing is whole before. */
  end(): Promise<void>;
}
