import { PermanentError } from "../errors.ts";
import type { StorableArticle } from "./article-store.ts";

/** An id must fit into the index of every database: PostgreSQL's B-tree takes rows of at most 2,704 bytes. */
const MAX_ID_BYTES = 2_000;
/** Far over what servers answer (8 to 64 KB of request line); a longer one is data, not an address. */
const MAX_URL_BYTES = 65_536;
/** A record is built and parsed in memory and takes several copies there; real articles with ledger stay under 5 MB. */
const MAX_RECORD_BYTES = 128 * 1024 * 1024;

/**
 * Refuses keys that a database would alter in silence: SQLite's UTF-8 turns lone surrogates into U+FFFD, so two ids
 * would become one, and PostgreSQL takes no NUL. Everything but the keys is stored as JSON text, which carries both.
 * @throws PermanentError
 */
export function checkKeys(article: StorableArticle): void {
  const idFault = faultOf(article.id, MAX_ID_BYTES);
  if (idFault !== null)
    throw new PermanentError("usage", `Cannot store an article: its id ${idFault}. (${show(article.url)})`);
  const urlFault = faultOf(article.url, MAX_URL_BYTES);
  if (urlFault !== null)
    throw new PermanentError("invalid-url", `Cannot store article ${show(article.id)}: its url ${urlFault}.`);
}

/**
 * A record as the one line of JSON that every store keeps.
 * @throws PermanentError (too-large)
 */
export function serialiseRecord(record: StorableArticle): string {
  const text = JSON.stringify(record);
  // No character takes more than 3 bytes a code unit, and counting them takes time.
  if (text.length * 3 <= MAX_RECORD_BYTES) return text;
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_RECORD_BYTES)
    throw new PermanentError(
      "too-large",
      `Cannot store article ${show(record.id)}: its record has ${bytes} bytes, over the limit of ${MAX_RECORD_BYTES}.`,
      { url: record.url },
    );
  return text;
}

function faultOf(key: unknown, maxBytes: number): string | null {
  if (typeof key !== "string") return "is not a string";
  if (key === "") return "is empty";
  if (!key.isWellFormed()) return "holds a lone surrogate (invalid UTF-16)";
  if (key.includes("\0")) return "holds a NUL character";
  const bytes = Buffer.byteLength(key);
  return bytes > maxBytes ? `has ${bytes} bytes, over the limit of ${maxBytes}` : null;
}

function show(key: unknown): string {
  const text = JSON.stringify(key) ?? String(key);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
