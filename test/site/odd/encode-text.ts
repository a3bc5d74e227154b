import { createMultibyteEncoder } from "@exodus/bytes/multi-byte.js";
import { createSinglebyteEncoder } from "@exodus/bytes/single-byte.js";

/** Encodings that articles of the odd host are written in. */
export type OddCharset = "utf-8" | "utf-16le" | "windows-1251" | "euc-kr" | "shift_jis";

/**
 * Encodes a page's text; UTF-16 gets its byte order mark.
 * @throws TypeError when the encoding lacks a character.
 */
export function encodeText(text: string, charset: OddCharset): Uint8Array {
  switch (charset) {
    case "utf-8":
      return Buffer.from(text);
    case "utf-16le":
      return Buffer.from(`\uFEFF${text}`, "utf16le");
    case "windows-1251":
      return createSinglebyteEncoder(charset)(text);
    case "euc-kr":
    case "shift_jis":
      return createMultibyteEncoder(charset)(text);
  }
}
