import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { decodeBody } from "../crawler/decode-body.ts";
import { messageOf, PermanentError, UsageError } from "../errors.ts";

/** A file of more bytes than this, unpacked, is no page. */
const LARGEST_PAGE = 128 * 2 ** 20;

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** What a file is called in messages. */
export const nameOfInput = (file: string): string => (file === "-" ? "stdin" : file);

/** A file's bytes, or those of stdin. */
export async function openInput(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === "-") return process.stdin;
  try {
    if ((await stat(file)).isDirectory()) throw new Error("it is a folder");
    const stream = createReadStream(file);
    await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject));
    return stream;
  } catch (cause) {
    const message = `Cannot read ${file}: ${messageOf(cause)}. Give the path of a readable file, or - for stdin.`;
    throw new UsageError("file-not-readable", message, { cause });
  }
}

/** The bytes as they come; those of a file that gzip packed, unpacked. @throws UsageError file-not-readable for broken packing */
export async function* unpackInput(
  source: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < GZIP_MAGIC.length) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  if (!head.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC)) {
    yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
    return;
  }
  async function* packed(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  try {
    // What ends one end ends both; the loop below is told.
    yield* pipeline(Readable.from(packed()), createGunzip(), () => {});
  } catch (cause) {
    const message = `${name} cannot be unpacked: ${messageOf(cause)}. Give a whole gzip file, or the page itself.`;
    throw new UsageError("file-not-readable", message, { cause });
  }
}

/** One page or dump: its text. @throws PermanentError empty-input, too-large */
export async function readPage(file: string, what: string): Promise<string> {
  const name = nameOfInput(file);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpackInput(await openInput(file), name)) {
    size += chunk.length;
    if (size > LARGEST_PAGE) {
      throw new PermanentError(
        "too-large",
        `${name} is larger than ${LARGEST_PAGE / 2 ** 20} MB: it is no page. Files of many pages are read with --input jsonl or warc.`,
      );
    }
    chunks.push(chunk);
  }
  const { html } = decodeBody(Buffer.concat(chunks), null);
  if (html.trim() === "") {
    throw new PermanentError("empty-input", `${name} is empty: there is no page to read. Give ${what}.`);
  }
  return html;
}
