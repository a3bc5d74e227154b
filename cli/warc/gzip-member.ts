import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import { messageOf } from "../../errors.ts";
import type { ByteSource } from "./byte-source.ts";

/** First bytes of a gzip member whose data is deflated (RFC 1952 §2.3.1). */
export const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

const FIXED_HEADER = 10;
const TRAILER = 8;
const HAS_CHECKSUM = 0x02;
const HAS_EXTRA = 0x04;
const HAS_NAME = 0x08;
const HAS_COMMENT = 0x10;
const RESERVED = 0xe0;
/** Names and comments in a header are short. */
const LONGEST_HEADER = 70_000;

/** True when a gzip member can begin here. Does not move. */
export async function isAtMember(source: ByteSource): Promise<boolean> {
  const head = await source.peek(FIXED_HEADER);
  return head.length === FIXED_HEADER && head.indexOf(GZIP_MAGIC) === 0 && ((head[3] ?? 0) & RESERVED) === 0;
}

/** The packing is broken, so nothing more can be read of the member. */
export class PackingError extends Error {
  override readonly name = "PackingError";
}

/**
 * Unpacks the gzip member that begins at the source's position, and leaves the source behind it.
 * @throws PackingError when the member is broken or cut off; the source then stands somewhere in it.
 */
export async function* readMember(source: ByteSource): AsyncGenerator<Uint8Array> {
  const [, , , flags = 0] = await source.peek(FIXED_HEADER);
  const named = (flags & (HAS_EXTRA | HAS_NAME | HAS_COMMENT)) !== 0;
  const head = await source.peek(named ? LONGEST_HEADER : FIXED_HEADER);
  await source.seek(source.position() + headerLength(head));
  const start = source.position();
  const inflate = createInflateRaw();
  const feeding = feed(source, inflate);
  let checksum = 0;
  let size = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      size += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw new PackingError(`it is packed wrong (${messageOf(error)})`, { cause: error });
  } finally {
    inflate.destroy();
    // Nobody else may move the source before the feeder has stopped.
    await feeding;
  }
  await source.seek(start + inflate.bytesWritten);
  await checkTrailer(source, { checksum, size });
}

/** Writes the source into the inflater, a chunk at a time, until the inflater leaves some of it or is closed. */
async function feed(source: ByteSource, inflate: InflateRaw): Promise<void> {
  const closed = new Promise<void>((resolve) => inflate.once("close", resolve));
  for (let fed = 0; !inflate.destroyed && inflate.bytesWritten === fed;) {
    const chunk = await source.read();
    if (chunk === null) {
      inflate.end();
      return;
    }
    fed += chunk.length;
    const written = new Promise<void>((resolve) => inflate.write(chunk, () => resolve()));
    await Promise.race([written, closed]);
  }
}

async function checkTrailer(
  source: ByteSource,
  { checksum, size }: { readonly checksum: number; readonly size: number },
): Promise<void> {
  const trailer = await source.peek(TRAILER);
  if (trailer.length < TRAILER) {
    throw new PackingError("it is cut off");
  }
  if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== size % 2 ** 32) {
    throw new PackingError("its checksum is wrong");
  }
  await source.seek(source.position() + TRAILER);
}

function headerLength(head: Buffer): number {
  const flags = head[3] ?? 0;
  let at = FIXED_HEADER;
  if ((flags & HAS_EXTRA) !== 0) {
    at += 2 + (at + 2 <= head.length ? head.readUInt16LE(at) : 0);
  }
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) !== 0) {
      at = head.indexOf(0, at) + 1 || head.length;
    }
  }
  return (flags & HAS_CHECKSUM) === 0 ? at : at + 2;
}
