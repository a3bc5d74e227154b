/**
 * A byte stream that can be read in chunks, looked at ahead and wound back a little way.
 * Positions count from the start of the stream.
 */
export interface ByteSource {
  readonly position: () => number;
  /** The next bytes, as many as there are; null at the end. */
  readonly read: () => Promise<Buffer | null>;
  /** Up to `length` bytes from here, without moving. Fewer only at the end. */
  readonly peek: (length: number) => Promise<Buffer>;
  /** Moves to a position ahead, or behind if it is still kept. */
  readonly seek: (position: number) => Promise<void>;
  /** Everything from here on is kept, up to the limit, until the next call: `seek` can go back to it. */
  readonly keepFromHere: () => void;
  /** Moves to the next occurrence of a pattern; false, and at the end, when there is none. */
  readonly find: (pattern: Buffer) => Promise<boolean>;
  /** Ends what the bytes come from. */
  readonly close: () => Promise<void>;
}

/** What can be wound back; several records of an ordinary crawl. */
const MOST_KEPT_BYTES = 8 * 2 ** 20;

interface Kept {
  readonly start: number;
  readonly bytes: Buffer;
}

/** @param mostKept Bytes behind the position that stay in memory at most, give or take one chunk. */
export function createByteSource(
  source: AsyncIterable<Uint8Array>,
  mostKept: number = MOST_KEPT_BYTES,
): ByteSource {
  const chunks = source[Symbol.asyncIterator]();
  let kept: Kept[] = [];
  let end = 0;
  let at = 0;
  let keepFrom = 0;
  let ended = false;

  async function pull(): Promise<boolean> {
    while (!ended) {
      const next = await chunks.next();
      if (next.done === true) {
        ended = true;
      } else if (next.value.byteLength > 0) {
        const { buffer, byteOffset, byteLength } = next.value;
        kept.push({ start: end, bytes: Buffer.from(buffer, byteOffset, byteLength) });
        end += byteLength;
        return true;
      }
    }
    return false;
  }

  function forget(): void {
    const from = Math.max(Math.min(keepFrom, at), at - mostKept);
    const first = kept.findIndex(({ start, bytes }) => start + bytes.length > from);
    if (first !== 0) kept = first === -1 ? [] : kept.slice(first);
  }

  function chunkAt(position: number): Kept | undefined {
    return kept.findLast(({ start, bytes }) => start <= position && position < start + bytes.length);
  }

  async function read(): Promise<Buffer | null> {
    if (at >= end && !(await pull())) {
      return null;
    }
    const chunk = chunkAt(at);
    if (chunk === undefined) {
      throw new RangeError(`byte ${at} is no longer kept`);
    }
    const bytes = chunk.bytes.subarray(at - chunk.start);
    at += bytes.length;
    forget();
    return bytes;
  }

  async function peek(length: number): Promise<Buffer> {
    while (end - at < length && (await pull()));
    const parts: Buffer[] = [];
    for (let from = at; from < Math.min(at + length, end);) {
      const chunk = chunkAt(from);
      if (chunk === undefined) {
        throw new RangeError(`byte ${from} is no longer kept`);
      }
      const part = chunk.bytes.subarray(from - chunk.start, at + length - chunk.start);
      parts.push(part);
      from += part.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  async function seek(position: number): Promise<void> {
    while (position > end) {
      at = end;
      forget();
      if (!(await pull())) {
        return;
      }
    }
    if (position < end && chunkAt(position) === undefined) {
      throw new RangeError(`byte ${position} is no longer kept`);
    }
    at = position;
  }

  async function find(pattern: Buffer): Promise<boolean> {
    for (;;) {
      const seen = await peek(Math.max(end - at, pattern.length));
      const found = seen.indexOf(pattern);
      if (found >= 0) {
        await seek(at + found);
        return true;
      }
      if (seen.length >= pattern.length) {
        await seek(at + seen.length - pattern.length + 1);
        forget();
      }
      if (!(await pull())) {
        await seek(end);
        return false;
      }
    }
  }

  return {
    position: () => at,
    read,
    peek,
    seek,
    keepFromHere: () => {
      keepFrom = at;
      forget();
    },
    find,
    close: async () => {
      ended = true;
      await chunks.return?.();
    },
  };
}
