import { createHash } from "node:crypto";

/** A WARC 1.1 record (ISO 28500:2017) to be written. */
export interface WrittenRecord {
  readonly type: "warcinfo" | "response" | "resource" | "metadata";
  /** What the record's id is made of: the same name gives the same id. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly block: Uint8Array;
}

const VERSION = "WARC/1.1";
const LINE_END = "\r\n";

/** `<urn:uuid:…>` made of a name: a UUID of version 8 (RFC 9562 §5.8) from its SHA-256, so that two exports are alike. */
export function recordId(name: string): string {
  const bytes = createHash("sha256").update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `<urn:uuid:${parts.join("-")}>`;
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** `sha1:` and the digest in Base32 (RFC 4648 §6), the form that archives have settled on; 160 bits need no padding. */
export function labelledDigest(bytes: Uint8Array): string {
  const bits = [...createHash("sha1").update(bytes).digest()]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  const letters = bits.match(/.{5}/gu)?.map((five) => BASE32[Number.parseInt(five, 2)]) ?? [];
  return `sha1:${letters.join("")}`;
}

/** The record's bytes. Line ends in a field's value, which would begin another field, become spaces. */
export function encodeRecord(record: WrittenRecord): Buffer {
  const { type, name, date, fields, block } = record;
  const named = {
    "WARC-Type": type,
    "WARC-Record-ID": recordId(name),
    "WARC-Date": date,
    ...fields,
    "WARC-Block-Digest": labelledDigest(block),
    "Content-Length": String(block.byteLength),
  };
  const lines = Object.entries(named).map(([field, value]) => `${field}: ${onOneLine(value)}${LINE_END}`);
  const head = `${VERSION}${LINE_END}${lines.join("")}${LINE_END}`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from(LINE_END + LINE_END)]);
}

export const onOneLine = (text: string): string => text.replace(/[\r\n\0]+/gu, " ").trim();
