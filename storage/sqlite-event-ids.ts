import { hash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { StoredArticle } from "../types.ts";
import { eventId } from "./event-id.ts";
import { prepareAll } from "./sqlite-statements.ts";

/** Hexadecimal digits of a hash that serve as a key; as many as an article's id has. */
const KEY_DIGITS = 16;

const SQL = {
  ofArticle: `SELECT 1 FROM article_keys k CROSS JOIN events e ON e.article_seq = k.seq
              WHERE k.key = ?1 AND e.id = ?2`,
  ofOthers: `SELECT 1 FROM event_keys k CROSS JOIN events e ON e.article_seq = k.seq WHERE k.key = ?1 AND e.id = ?2`,
  otherKeys: `SELECT k.key FROM json_each(?) j CROSS JOIN event_keys k ON k.key = j.value`,
} as const;

/** The id of an article that is known by its URL alone (see extractor/article-record.ts). */
export function addressKey(url: string): string {
  return hash("sha256", url).slice(0, KEY_DIGITS);
}

/** What `articles.address_key` holds: the URL's key where the article's id does not lead to it. */
export function otherAddress({ id, url }: { readonly id: string; readonly url: string }): string | null {
  const key = addressKey(url);
  return key === id ? null : key;
}

/** Whether an event of the store has an id. `owner`: the article that the id is for. */
export type EventIdFinder = (
  owner: { readonly id: string; readonly url: string },
  eventId: string,
) => boolean;

/**
 * An index of all events' ids would cost a put as much as its articles; but only events of the same article, or of the same
 * URL, can have the same id (see event-id.ts). Those are found by the article's id and the URL's, which are most often one.
 * In `event_keys` stand the URLs of articles that have another id, the ids of removed articles, and, of articles removed before
 * there was this index, the first digits of their events' ids.
 */
export function eventIdFinder(db: DatabaseSync): EventIdFinder {
  const sql = prepareAll(db, SQL);
  return ({ id, url }, eventId) => {
    const own = Buffer.from(eventId, "hex");
    return (
      [...new Set([id, addressKey(url)])].some(
        (key) => sql.ofArticle.get(key, own) !== undefined || sql.ofOthers.get(key, own) !== undefined,
      ) || sql.ofOthers.get(eventId.slice(0, KEY_DIGITS), own) !== undefined
    );
  };
}

export interface NewVersion {
  readonly article: StoredArticle;
  /** The store had no article of its id. */
  readonly isNew: boolean;
}

/** The ids of the events of new versions, in their order: free in the store and different from each other. */
export function eventIdsMaker(db: DatabaseSync): (versions: readonly NewVersion[]) => Buffer[] {
  const { otherKeys } = prepareAll(db, SQL);
  const isTaken = eventIdFinder(db);
  return (versions) => {
    const first = versions.map(({ article }) => eventId(article, () => false));
    // Most new articles have nothing in `event_keys`: one question for all of them.
    const keys = versions.map(({ article }, i) => [article.id, (first[i] ?? "").slice(0, KEY_DIGITS)]);
    const there = new Set(otherKeys.all(JSON.stringify(keys.flat())).map((row) => row["key"]));
    const given = new Set<string>();
    return versions.map(({ article, isNew }, i) => {
      const isAlone = isNew && otherAddress(article) === null && !keys[i]?.some((key) => there.has(key));
      const isFree = !given.has(first[i] ?? "") && (isAlone || !isTaken(article, first[i] ?? ""));
      const id = isFree ? (first[i] ?? "") : eventId(article, (id) => given.has(id) || isTaken(article, id));
      given.add(id);
      return Buffer.from(id, "hex");
    });
  };
}
