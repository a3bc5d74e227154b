import { getBOMEncoding, labelToName, legacyHookDecode } from "@exodus/bytes/encoding.js";
import sniffHtmlEncoding from "html-encoding-sniffer";

export interface DecodedBody {
  readonly html: string;
  /** WHATWG encoding name, lower case. */
  readonly charset: string;
}

/**
 * How far the `meta` prescan looks. The HTML standard says 1,024; real pages put comments and scripts before it,
 * and browsers, too, go on when they meet a late `meta`.
 */
const PRESCAN_BYTES = 8192;

/**
 * How many non-ASCII sequences a body needs before being valid UTF-8 outweighs a declared multi-byte encoding.
 * Two bytes of EUC-KR or GBK can happen to be UTF-8 (chance about 1 in 8 each); twelve in a row do not.
 */
const UTF8_SEQUENCES_AGAINST_MULTI_BYTE = 12;

/** Encodings whose bytes must not be second-guessed: they are UTF-8 already, or ASCII bytes mean other letters. */
const UNDOUBTED: ReadonlySet<string> = new Set([
  "utf-8",
  "utf-16le",
  "utf-16be",
  "iso-2022-jp",
  "replacement",
  "x-user-defined",
]);

/** Encodings with more than one byte a character, whose text might by accident look like UTF-8. */
const MULTI_BYTE: ReadonlySet<string> = new Set(["gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr"]);

function labelOf(contentType: string | null): string | undefined {
  const match = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,]+))/iu.exec(contentType ?? "");
  const label = match?.[1] ?? match?.[2] ?? match?.[3];
  return label !== undefined && labelToName(label.trim()) !== null ? label.trim() : undefined;
}

/** UTF-8 sequences outside of ASCII, or null when the bytes are not strictly valid UTF-8. */
function countUtf8Sequences(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isValidUtf8(text)) return null;
  let sequences = 0;
  for (const byte of bytes) if (byte >= 0xc2) sequences += 1;
  return sequences;
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * A server's default header is often wrong for the page: text of more than a few letters that is strictly valid
 * UTF-8 is UTF-8, whatever was declared (in a single-byte encoding such bytes would be `Ã©` after `Ã¼`).
 */
function correctCharset(declared: string, bytes: Uint8Array): string {
  if (UNDOUBTED.has(declared)) return declared;
  const sequences = countUtf8Sequences(bytes);
  if (sequences === null || sequences === 0) return declared;
  const needed = MULTI_BYTE.has(declared) ? UTF8_SEQUENCES_AGAINST_MULTI_BYTE : 1;
  return sequences >= needed ? "utf-8" : declared;
}

/**
 * Turns the bytes of an HTML page into text: by byte order mark, then the header's charset, then the page's own
 * `meta` or XML declaration (HTML standard §13.2.3.2), then windows-1252; and a declaration that the bytes prove
 * wrong is corrected to UTF-8. Archived bodies are decoded again through here.
 * @param contentTypeHeader The Content-Type header with its parameters, or null.
 */
export function decodeBody(bytes: Uint8Array, contentTypeHeader: string | null): DecodedBody {
  const label = labelOf(contentTypeHeader);
  const sniffed = sniffHtmlEncoding(bytes, {
    maxPrescanBytes: PRESCAN_BYTES,
    ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
  }).toLowerCase();
  const charset = getBOMEncoding(bytes) ?? correctCharset(sniffed, bytes);
  return { html: legacyHookDecode(bytes, charset), charset };
}
