import { messageOf } from "../../errors.ts";
import { type ByteSource, createByteSource } from "./byte-source.ts";
import { GZIP_MAGIC, isAtMember, PackingError, readMember } from "./gzip-member.ts";
import { readRecord, skipLineEnds, type WarcRecord } from "./warc-record.ts";

/** A record of a WARC file, or a place where one is broken. */
export type WarcResult =
  | { readonly ok: true; readonly offset: number; readonly record: WarcRecord }
  | { readonly ok: false; readonly offset: number; readonly reason: string };

export interface ReadWarcOptions {
  /** Records whose fields this refuses are passed over without being held in memory. */
  readonly wants: (fields: ReadonlyMap<string, string>) => boolean;
}

/** Where to go on after a broken record. */
const NEXT_RECORD = Buffer.from("\nWARC/1.");

/**
 * Reads a WARC or WET file, plain or packed with gzip (one member a record, as crawlers write it, or one for all), as a
 * stream in bounded memory. A broken record is yielded with its offset in the file, and reading goes on behind it.
 */
export async function* readWarc(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadWarcOptions,
): AsyncGenerator<WarcResult> {
  const source = createByteSource(bytes);
  const head = await source.peek(GZIP_MAGIC.length);
  if (!head.equals(GZIP_MAGIC)) {
    yield* readRecords(source, { ...options, offsetOf: (position) => position });
    return;
  }
  while ((await source.peek(1)).length > 0) {
    yield* readPackedRecords(source, options);
  }
}

/** The records of one gzip member; after a broken one the source stands at the next member. */
async function* readPackedRecords(source: ByteSource, options: ReadWarcOptions): AsyncGenerator<WarcResult> {
  const offset = source.position();
  source.keepFromHere();
  let broken: unknown = null;
  const unpacked = createByteSource(readMember(source));
  try {
    if (!(await isAtMember(source))) {
      throw new Error("no record begins there");
    }
    yield* readRecords(unpacked, { ...options, offsetOf: () => offset });
    // What stands behind the last record, up to the member's checksum.
    await unpacked.seek(Number.POSITIVE_INFINITY);
  } catch (error) {
    broken = error;
  } finally {
    await unpacked.close();
  }
  if (broken !== null) {
    yield { ok: false, offset, reason: messageOf(broken) };
    await seekNextMember(source, offset + 1);
  }
}

/** Moves to the next place where a member begins that holds a record, or to the end. */
async function seekNextMember(source: ByteSource, from: number): Promise<void> {
  // A member longer than what is kept cannot be searched from its start.
  await source.seek(from).catch(() => {});
  while (await source.find(GZIP_MAGIC)) {
    const at = source.position();
    source.keepFromHere();
    const starts = await startsWithRecord(source);
    await source.seek(starts ? at : at + 1);
    if (starts) {
      return;
    }
  }
}

async function startsWithRecord(source: ByteSource): Promise<boolean> {
  const unpacked = createByteSource(readMember(source));
  try {
    const head = await unpacked.peek(5);
    return head.toString("latin1") === "WARC/";
  } catch {
    return false;
  } finally {
    await unpacked.close();
  }
}

interface RecordsOptions extends ReadWarcOptions {
  /** The offset in the file of a position in the source. */
  readonly offsetOf: (position: number) => number;
}

async function* readRecords(source: ByteSource, options: RecordsOptions): AsyncGenerator<WarcResult> {
  await skipLineEnds(source);
  for (;;) {
    const start = source.position();
    const offset = options.offsetOf(start);
    source.keepFromHere();
    let result: WarcResult | null = null;
    try {
      const place = await readRecord(source, options.wants);
      if (place.kind === "end") {
        return;
      }
      result = place.kind === "record" ? { ok: true, offset, record: place.record } : null;
      // Looks ahead, so that the last record of a member waits for the member's checksum.
      await skipLineEnds(source);
    } catch (error) {
      if (error instanceof PackingError) {
        throw error;
      }
      result = { ok: false, offset, reason: messageOf(error) };
      await source.seek(start + 1).catch(() => {});
      await source.find(NEXT_RECORD);
      await skipLineEnds(source);
    }
    if (result !== null) {
      yield result;
    }
  }
}
