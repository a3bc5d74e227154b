import { createHash } from "node:crypto";
import type { EarlierPage } from "../crawler/page-fetcher.ts";
import { PermanentError } from "../errors.ts";
import { EXTRACTOR_VERSION } from "../extractor/extractor-version.ts";
import type { PageArchive } from "../storage/page-archive.ts";
import type { CrawlOptions } from "./crawl-options.ts";

/**
 * What a crawl keeps of a page until its next run, in Redis beside the crawl (`galley:known:CRAWL`, a hash by page
 * id): where the page lies in the archive, with which rules it was extracted, and which article came of it. The page's
 * validators (ETag, Last-Modified) stand in the archived page's facts. Measured on Redis 7: 124 bytes a page.
 * What no run has met for 90 days is forgotten (forget-pages.ts).
 */
export interface KnownPage {
  readonly archiveKey: string;
  /** Names the extractor's rules and options; with others the page is extracted again. */
  readonly recipe: string;
  /** null when the page held no article, or when that was not known yet. */
  readonly articleId: string | null;
}

/** Characters of a recipe: 12 bits, to tell apart the few option sets that a crawl ever runs with. */
const RECIPE_LENGTH = 2;
/** Characters of the day on which a run met the page: days since 1970, of which 4,096 are eleven years. */
const DAY_LENGTH = 2;
const DAYS = 4096;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A page that no run has met for so long (in days) is not on its site any more. */
const KEPT_DAYS = 90;
const KEY = /^[0-9a-f]{64}$/u;
const ID = /^[0-9a-f]{16}$/u;
const PACKED_KEY_LENGTH = 43;
const PACKED_ID_LENGTH = 11;

/** A name for how pages of a crawl are extracted now. */
export function recipeOf({ keep, drop, mode }: CrawlOptions): string {
  const recipe = JSON.stringify([EXTRACTOR_VERSION, keep.toSorted(), drop.toSorted(), mode]);
  return createHash("sha256").update(recipe).digest("base64url").slice(0, RECIPE_LENGTH);
}

/** Hexadecimal names take two thirds of their length in base64. Null for what is no such name. */
function pack(name: string, form: RegExp): string | null {
  return form.test(name) ? Buffer.from(name, "hex").toString("base64url") : null;
}

function unpack(packed: string): string {
  return Buffer.from(packed, "base64url").toString("hex");
}

function dayOf(now: number): number {
  return Math.floor(now / DAY_MS) % DAYS;
}

function packDay(day: number): string {
  return Buffer.from([day >> 4, (day & 0xf) << 4])
    .toString("base64url")
    .slice(0, DAY_LENGTH);
}

function unpackDay(packed: string): number {
  const [high = 0, low = 0] = Buffer.from(`${packed}A`, "base64url");
  return (high << 4) | (low >> 4);
}

/** Whether what encodeKnown wrote is of a page that no run has met for long. */
export function isForgotten(text: string, now: number): boolean {
  const day = unpackDay(text.slice(RECIPE_LENGTH, RECIPE_LENGTH + DAY_LENGTH));
  return (dayOf(now) - day + DAYS) % DAYS > KEPT_DAYS;
}

/** Recipe, day, key, article id, one after the other; "" for a page that no one could find again by it. */
export function encodeKnown({ archiveKey, recipe, articleId }: KnownPage, now: number = Date.now()): string {
  const key = pack(archiveKey, KEY);
  const article = articleId === null ? "" : pack(articleId, ID);
  return key === null || article === null ? "" : recipe + packDay(dayOf(now)) + key + article;
}

/** null for "" and for what an older version wrote. */
export function decodeKnown(text: string): KnownPage | null {
  const keyAt = RECIPE_LENGTH + DAY_LENGTH;
  const articleAt = keyAt + PACKED_KEY_LENGTH;
  const articleLength = text.length - articleAt;
  if (articleLength !== 0 && articleLength !== PACKED_ID_LENGTH) return null;
  const key = unpack(text.slice(keyAt, articleAt));
  const article = unpack(text.slice(articleAt));
  if (!KEY.test(key) || (article !== "" && !ID.test(article))) return null;
  return {
    recipe: text.slice(0, RECIPE_LENGTH),
    archiveKey: key,
    articleId: article === "" ? null : article,
  };
}

/** The archived page; null when it was removed or is damaged, so that it is fetched as if it had never been. */
export async function readEarlier(archive: PageArchive, known: KnownPage): Promise<EarlierPage | null> {
  try {
    return await archive.get(known.archiveKey);
  } catch (error) {
    if (error instanceof PermanentError) return null;
    throw error;
  }
}
