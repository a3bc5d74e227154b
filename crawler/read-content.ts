import type { Readable, Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";
import { PermanentError, TransientError } from "../errors.ts";

/** What Galley asks for, in the order of what servers compress best (RFC 9110 §12.5.3). */
export const ACCEPT_ENCODING = "zstd, br, gzip, deflate";

/** A body wrapped more often than this is an attack, not an article. */
const MAX_ENCODINGS = 3;

export interface ReadContentOptions {
  readonly url: string;
  /** Limit for the bytes on the wire and, apart, for the decoded ones. */
  readonly maxBytes: number;
  /** What to do with more: fail, or read no further. */
  readonly overflow: "refuse" | "cut";
  readonly contentEncoding: string | null;
}

/** Broken ends are forgiven, as browsers do: what was decoded up to there is the page. */
const ZLIB_OPTIONS = { finishFlush: constants.Z_SYNC_FLUSH } as const;

/** `deflate` means zlib format (RFC 9110 §8.4.1.2), but some servers send it bare; the first byte tells. */
function inflaterFor(firstByte: number): Transform {
  return (firstByte & 0x0f) === 0x08 ? createInflate(ZLIB_OPTIONS) : createInflateRaw(ZLIB_OPTIONS);
}

function decoderFor(coding: string, firstByte: number, url: string): Transform {
  if (coding === "gzip" || coding === "x-gzip") return createGunzip(ZLIB_OPTIONS);
  if (coding === "br") return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  if (coding === "zstd") return createZstdDecompress({ finishFlush: constants.ZSTD_e_flush });
  if (coding === "deflate") return inflaterFor(firstByte);
  const message = `${url} came in the content encoding "${coding}", which cannot be read`;
  throw new PermanentError("connection-failed", message, { url });
}

function codingsOf(header: string | null): readonly string[] {
  const codings = (header ?? "").toLowerCase().split(",");
  return codings.map((coding) => coding.trim()).filter((coding) => coding !== "" && coding !== "identity");
}

function tooLarge(options: ReadContentOptions): PermanentError {
  const { url, maxBytes } = options;
  const message = `${url} is larger than ${maxBytes} bytes, the limit for one page`;
  return new PermanentError("too-large", message, { url });
}

/** Chunks of `source` up to the limit; behind it, an end or a failure. */
async function* limited(
  source: AsyncIterable<Uint8Array>,
  options: ReadContentOptions,
): AsyncGenerator<Uint8Array> {
  let left = options.maxBytes;
  for await (const chunk of source) {
    if (chunk.byteLength > left) {
      if (options.overflow === "refuse") throw tooLarge(options);
      yield chunk.subarray(0, left);
      return;
    }
    left -= chunk.byteLength;
    yield chunk;
  }
}

/** Feeds a decoder by hand, so that its failures and those of the source come out of one loop. */
async function* decoded(
  source: AsyncIterable<Uint8Array>,
  coding: string,
  url: string,
): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const decoder = decoderFor(coding, first.value[0] ?? 0, url);
  const feeding = feed(decoder, first.value, iterator);
  try {
    for await (const chunk of decoder) yield chunk as Uint8Array;
    await feeding;
  } catch (error) {
    if (!isDecodingError(error)) throw error;
    throw new TransientError("connection-failed", `${url} sent a broken ${coding} body; try again later`, {
      url,
      cause: error,
    });
  } finally {
    decoder.destroy();
    await iterator.return?.();
    await feeding.catch(() => undefined);
  }
}

function isDecodingError(error: unknown): boolean {
  return /^(?:Z_|ERR_(?:BROTLI|ZSTD|_ERR)|ZSTD_|ERR_.*DECOMPRESS)/u.test(
    (error as NodeJS.ErrnoException).code ?? "",
  );
}

async function feed(decoder: Transform, first: Uint8Array, rest: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    let chunk: IteratorResult<Uint8Array> = { value: first, done: false };
    while (chunk.done !== true && !decoder.destroyed) {
      if (!decoder.write(chunk.value)) await drained(decoder);
      chunk = await rest.next();
    }
    decoder.end();
  } catch (error) {
    decoder.destroy(error as Error);
    throw error;
  }
}

/** Resolves when the decoder takes more, or when it is gone. */
function drained(decoder: Transform): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      decoder.off("drain", done).off("close", done).off("error", done);
      resolve();
    };
    decoder.on("drain", done).on("close", done).on("error", done);
  });
}

/**
 * A body as it arrives, its content encoding undone.
 * @throws While it is read: PermanentError too-large; TransientError connection-failed for a broken body; what the
 *   stream throws.
 */
export function streamContent(
  stream: AsyncIterable<Uint8Array>,
  options: ReadContentOptions,
): AsyncIterable<Uint8Array> {
  const codings = codingsOf(options.contentEncoding);
  if (codings.length > MAX_ENCODINGS) throw tooLarge(options);
  let source: AsyncIterable<Uint8Array> = limited(stream, options);
  for (const coding of codings.toReversed()) source = limited(decoded(source, coding, options.url), options);
  return source;
}

/** Reads a body to its end and undoes its content encoding. Throws as streamContent does. */
export async function readContent(stream: Readable, options: ReadContentOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of streamContent(stream, options)) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
  }
  const body = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}
