import type { ByteSource } from "./byte-source.ts";

/** A WARC record (ISO 28500): its named fields and its block. */
export interface WarcRecord {
  /** Field names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Buffer;
}

/** What stands at a place in a WARC file: a record, one that was not wanted, or the end. */
export type WarcPlace =
  | { readonly kind: "record"; readonly record: WarcRecord }
  | { readonly kind: "skipped" }
  | { readonly kind: "end" };

/** Named fields are some hundred bytes. */
const USUAL_HEAD = 1024;
const LONGEST_HEAD = 64 * 1024;
const HEAD_END = /\r?\n\r?\n/u;
/** A page of this size is no article; reading on costs memory for every thread. */
export const LARGEST_BLOCK = 32 * 2 ** 20;

const VERSION = /^WARC\/\d\.\d\s*$/u;

/**
 * Reads the record at the source's position and leaves the source behind it. A block that nobody wants is passed over
 * without being held in memory.
 * @throws Error when there is no whole record; the source then stands somewhere in it.
 */
export async function readRecord(
  source: ByteSource,
  wants: (fields: ReadonlyMap<string, string>) => boolean,
): Promise<WarcPlace> {
  const head = await peekHead(source);
  if (head.length === 0) {
    return { kind: "end" };
  }
  const { fields, length } = parseHead(head);
  await source.seek(source.position() + length);
  const size = blockSize(fields);
  const wanted = wants(fields);
  if (wanted && size > LARGEST_BLOCK) {
    throw new Error(`its block of ${size} bytes is larger than ${LARGEST_BLOCK}`);
  }
  const block = await readBlock(source, size, wanted);
  return block === null ? { kind: "skipped" } : { kind: "record", record: { fields, block } };
}

/** Moves over the line ends that stand behind a record. */
export async function skipLineEnds(source: ByteSource): Promise<void> {
  for (;;) {
    const next = await source.peek(4);
    const ends = next.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
    await source.seek(source.position() + (ends === -1 ? next.length : ends));
    if (ends !== -1 || next.length === 0) {
      return;
    }
  }
}

/** Looks as far ahead as the fields go. */
async function peekHead(source: ByteSource): Promise<Buffer> {
  for (let length = USUAL_HEAD; ; length *= 4) {
    const head = await source.peek(length);
    if (head.length < length || length >= LONGEST_HEAD || HEAD_END.test(head.toString("latin1"))) {
      return head;
    }
  }
}

function parseHead(head: Buffer): { readonly fields: ReadonlyMap<string, string>; readonly length: number } {
  if (head.toString("latin1", 0, 5) !== "WARC/") {
    throw new Error("no record begins there");
  }
  const end = HEAD_END.exec(head.toString("latin1"));
  if (end === null) {
    throw new Error("its fields do not end");
  }
  const [version = "", ...lines] = head.toString("utf8", 0, end.index).split(/\r?\n(?![ \t])/u);
  if (!VERSION.test(version)) {
    throw new Error(`its version is unknown: ${version.slice(0, 20)}`);
  }
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) {
      fields.set(
        line.slice(0, colon).trim().toLowerCase(),
        line
          .slice(colon + 1)
          .replace(/\s+/gu, " ")
          .trim(),
      );
    }
  }
  return { fields, length: end.index + end[0].length };
}

function blockSize(fields: ReadonlyMap<string, string>): number {
  const size = fields.get("content-length") ?? "";
  if (!/^\d{1,15}$/u.test(size)) {
    throw new Error(`its Content-Length is "${size.slice(0, 20)}"`);
  }
  return Number(size);
}

/** The block, or null where it is only passed over. */
async function readBlock(source: ByteSource, size: number, wanted: boolean): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  const end = source.position() + size;
  while (source.position() < end) {
    const chunk = await source.read();
    if (chunk === null) {
      throw new Error(`it is cut off: ${end - source.position()} of ${size} bytes are missing`);
    }
    if (wanted) {
      parts.push(chunk);
    }
  }
  // The last chunk may hold the beginning of the next record.
  await source.seek(end);
  return wanted ? Buffer.concat(parts).subarray(0, size) : null;
}
