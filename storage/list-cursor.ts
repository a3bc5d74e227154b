import { UsageError } from "../errors.ts";
import { timeSpan } from "./published-time.ts";

const MAX_NAME_CHARACTERS = 200;

/** A list cursor is the sequence number of the last article seen, as text. null is the start. */
export function cursorToSeq(after: string | null): number {
  if (after === null) return 0;
  const seq = /^\d{1,15}$/.test(after) ? Number(after) : Number.NaN;
  if (Number.isNaN(seq))
    throw new UsageError("usage", `${JSON.stringify(after.slice(0, 80))} is not a cursor of this store.`);
  return seq;
}

export function seqToCursor(seq: number): string {
  return String(seq);
}

/** The cursor of a list by id: the last id seen, marked as one. null is the start, before every id. */
export function cursorToId(after: string | null): string {
  if (after === null) return "";
  const id = /^id:(.+)$/su.exec(after)?.[1];
  if (id === undefined || !id.isWellFormed() || id.includes("\0"))
    throw new UsageError("usage", `${JSON.stringify(after.slice(0, 80))} is not a cursor of this list.`);
  return id;
}

/** The order of ids in every store: that of their bytes, which above U+FFFF is not that of JavaScript. */
export function compareIds(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function idToCursor(id: string): string {
  return `id:${id}`;
}

/** Where a list that goes backwards starts; null is behind the end. */
export function cursorToSeqBefore(after: string | null): number {
  return after === null ? Number.MAX_SAFE_INTEGER : cursorToSeq(after);
}

/** One more item than asked for says whether there is a next page. */
export function cutPage<T>(
  found: readonly T[],
  limit: number,
  cursorOf: (item: T) => string,
): { readonly items: readonly T[]; readonly next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** A reader's name is stored as a key. @throws UsageError for one that a database would alter */
export function checkCursorName(name: string): void {
  if (name === "" || name.length > MAX_NAME_CHARACTERS || !name.isWellFormed() || name.includes("\0"))
    throw new UsageError(
      "usage",
      `A reader's name has 1 to ${MAX_NAME_CHARACTERS} characters of well-formed text, unlike ${JSON.stringify(name.slice(0, 80))}.`,
    );
}

/** A time in the one form that stores write and compare as text. @throws UsageError */
export function checkTime(text: string): string {
  const time = timeSpan(text);
  if (time === null) throw new UsageError("usage", `"${text}" is no time of the form 2024-03-02T09:15:00Z.`);
  return new Date(time.start).toISOString();
}

/** @throws UsageError unless it is a whole number from 1 on. */
export function checkLimit(limit: number): void {
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new UsageError("usage", `A limit is a whole number from 1 on, not ${limit}.`);
}

/** @throws UsageError unless it is a whole number from 0 on. */
export function checkSeq(after: number): void {
  if (!Number.isSafeInteger(after) || after < 0)
    throw new UsageError("usage", `An event cursor is a whole number from 0 on, not ${after}.`);
}
