import { gzipSync } from "node:zlib";

/** A WARC record with its Content-Length set. */
export function warcRecord(fields: Readonly<Record<string, string>>, block: Buffer | string): Buffer {
  const bytes = Buffer.from(block);
  const lines = Object.entries({ ...fields, "Content-Length": String(bytes.length) });
  const head = `WARC/1.0\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n\r\n")]);
}

export const warcInfo = (): Buffer =>
  warcRecord({ "WARC-Type": "warcinfo", "Content-Type": "application/warc-fields" }, "software: a test\r\n");

/** An HTTP answer as crawlers record it. */
export function responseRecord(
  url: string,
  body: Buffer | string,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Buffer {
  const all = Object.entries({ "Content-Type": "text/html; charset=utf-8", ...headers });
  const head = `HTTP/1.1 ${status} Whatever\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  const fields = {
    "WARC-Type": "response",
    "WARC-Target-URI": url,
    "WARC-Date": "2025-11-04T09:15:00Z",
    "Content-Type": "application/http; msgtype=response",
  };
  return warcRecord(fields, Buffer.concat([Buffer.from(head), Buffer.from(body)]));
}

/** A page's text as WET files hold it. */
export function conversionRecord(url: string, text: string): Buffer {
  const fields = {
    "WARC-Type": "conversion",
    "WARC-Target-URI": url,
    "WARC-Date": "2025-11-04T09:15:00Z",
    "Content-Type": "text/plain",
  };
  return warcRecord(fields, text);
}

/** One gzip member a record. */
export const packEach = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));

/** The bytes in chunks of a size that fits no boundary. */
export async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}
