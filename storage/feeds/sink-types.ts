import type { FeedItem } from "./feed-item.ts";

/** A place that the feed is delivered to, as it was declared. */
export type SinkSpec =
  | {
      readonly kind: "webhook";
      readonly url: string;
      /** The file that holds the secret, `whsec_…`. */
      readonly secretFile: string;
    }
  | {
      readonly kind: "redis-stream";
      /** `redis://…`, or null for the queue's own Redis. */
      readonly redisUrl: string | null;
      readonly stream: string;
      /** Entries that the stream keeps, about; null for all. */
      readonly maxLength: number | null;
    };

export interface Sink {
  readonly name: string;
  readonly spec: SinkSpec;
}

/** What became of one attempt. `blame`: whether this item is at fault, or every item would fare the same now. */
export type Delivery =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly blame: "item" | "receiver";
      /** One line. */
      readonly reason: string;
      /** How long the receiver asked to wait. */
      readonly retryAfterMs: number | null;
    };

/** The receiving end of a sink, connected. */
export interface SinkTarget {
  /** Items under way at a time; never two of one article. */
  readonly concurrency: number;
  /** One attempt. Expected failures are answers; throws only when the signal aborts. */
  deliver(item: FeedItem, signal: AbortSignal): Promise<Delivery>;
}

/** An item that failed, or that waits behind one of its article that did. */
export interface Letter {
  readonly seq: number;
  readonly eventId: string;
  readonly articleId: string;
  /** `dead`: given up; it holds nothing back and waits for people. */
  readonly state: "waiting" | "dead";
  readonly attempts: number;
  /** Epoch milliseconds of the next attempt. */
  readonly nextAt: number;
  /** Epoch milliseconds when it was put here. */
  readonly since: number;
  readonly error: string | null;
  /** What was to be delivered, once it has been given up: retention may take it from the store before people come. */
  readonly copy: FeedItem | null;
}

/** The reader's name that a sink keeps its cursor under in the store. */
export const cursorNameOf = (sink: string): string => `sink:${sink}`;
