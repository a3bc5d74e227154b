import { UsageError } from "../errors.ts";

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
