import { hash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { prepareAll } from "./sqlite-statements.ts";

/** Hexadecimal digits of a hash that serve as a key; as many as an article's id has. */
const KEY_DIGITS = 16;

const SQL = {
  ofArticle: `SELECT 1 FROM article_keys k CROSS JOIN events e ON e.article_seq = k.seq
              WHERE k.key = ?1 AND e.id = ?2`,
  ofOthers: `SELECT 1 FROM event_keys k CROSS JOIN events e ON e.article_seq = k.seq WHERE k.key = ?1 AND e.id = ?2`,
} as const;

/** Whose event an id is for. */
export interface EventOwner {
  readonly id: string;
  readonly url: string;
  /** The store has no article of this id. */
  readonly isNew: boolean;
}

/** The id of an article that is known by its URL alone (see extractor/article-record.ts). */
export function addressKey(url: string): string {
  return hash("sha256", url).slice(0, KEY_DIGITS);
}

/**
 * Whether an event of the store has an id. An index of all events' ids would cost a put as much as its articles; but only
 * events of the same article, or of the same URL, can have the same id (see event-id.ts). Those are found by the article's id
 * and the URL's, which are most often one. In `event_keys` stand the URLs of articles that have another id, the ids of
 * removed articles, and, of articles removed before there was this index, the first digits of their events' ids.
 */
export function eventIdFinder(db: DatabaseSync): (owner: EventOwner, eventId: string) => boolean {
  const sql = prepareAll(db, SQL);
  return ({ id, url, isNew }, eventId) => {
    const address = addressKey(url);
    const own = Buffer.from(eventId, "hex");
    const isTaken = (statement: typeof sql.ofArticle, key: string): boolean =>
      statement.get(key, own) !== undefined;
    if (!isNew && isTaken(sql.ofArticle, id)) return true;
    if (address !== id && (isTaken(sql.ofArticle, address) || isTaken(sql.ofOthers, address))) return true;
    return isTaken(sql.ofOthers, id) || isTaken(sql.ofOthers, eventId.slice(0, KEY_DIGITS));
  };
}

/** What `articles.address_key` holds: the URL's key where the article's id does not lead to it. */
export function otherAddress({ id, url }: { readonly id: string; readonly url: string }): string | null {
  const key = addressKey(url);
  return key === id ? null : key;
}
