import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { LARGEST_BLOCK } from "./warc-record.ts";

/** An HTTP answer as a WARC record holds it, its body unpacked. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** An unpacked page may be larger than its record, within reason. */
const LARGEST_BODY = 2 * LARGEST_BLOCK;

const unpack = {
  gzip: promisify(gunzip),
  inflate: promisify(inflate),
  inflateRaw: promisify(inflateRaw),
  brotli: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/**
 * Reads an HTTP answer (RFC 9112 §4 to §7) with its transfer and content codings taken off.
 * @throws Error when it is no HTTP answer, or its body cannot be unpacked.
 */
export async function readHttpResponse(block: Buffer): Promise<HttpResponse> {
  const text = block.toString("latin1", 0, Math.min(block.length, 256 * 1024));
  const end = /\r?\n\r?\n/u.exec(text);
  const head = text.slice(0, end?.index ?? text.length).split(/\r?\n/u);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/u.exec(head[0] ?? "")?.[1];
  if (status === undefined) {
    throw new Error("it holds no HTTP answer");
  }
  const headers = new Map<string, string>();
  for (const line of head.slice(1)) {
    const colon = line.indexOf(":");
    if (colon > 0) {
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
  }
  const raw = end === null ? Buffer.alloc(0) : block.subarray(end.index + end[0].length);
  const whole = /\bchunked\b/iu.test(headers.get("transfer-encoding") ?? "") ? joinChunks(raw) : raw;
  const body = await decodeContent(whole, headers.get("content-encoding") ?? "");
  return { status: Number(status), headers, body };
}

/** Takes the chunked coding off (RFC 9112 §7.1). Crawlers that did so already keep the header: then nothing fits, and nothing is done. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const lineEnd = body.indexOf("\n", at);
    const size = /^([\da-f]{1,8})(?:\s*;.*)?\s*$/iu.exec(
      body.toString("latin1", at, lineEnd === -1 ? at : lineEnd),
    );
    if (size === null) {
      return parts.length === 0 ? body : Buffer.concat(parts);
    }
    const length = Number.parseInt(size[1] ?? "", 16);
    if (length === 0) {
      break;
    }
    parts.push(body.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    at += body[at] === 0x0d ? 2 : 1;
  }
  return Buffer.concat(parts);
}

/** Takes content codings off, last one first. A body that is not coded as its header says was unpacked by the crawler. */
async function decodeContent(body: Buffer, codings: string): Promise<Buffer> {
  const names = codings
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  let decoded = body;
  for (const name of names.toReversed()) {
    decoded = await decodeOne(decoded, name);
  }
  return decoded;
}

async function decodeOne(body: Buffer, coding: string): Promise<Buffer> {
  const limit = { maxOutputLength: LARGEST_BODY };
  if (coding === "gzip" || coding === "x-gzip") {
    return body[0] === 0x1f && body[1] === 0x8b ? unpack.gzip(body, limit) : body;
  }
  if (coding === "deflate") {
    return unpack
      .inflate(body, limit)
      .catch(() => unpack.inflateRaw(body, limit))
      .catch(() => body);
  }
  if (coding === "br") {
    return unpack.brotli(body, limit).catch(() => body);
  }
  return coding === "zstd" ? unpack.zstd(body, limit).catch(() => body) : body;
}
