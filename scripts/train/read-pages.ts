/** Reads a folder of pages with known content: `truth.jsonl.gz` and `pages/<id>.html.gz`. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export interface KnownPage {
  readonly id: string;
  readonly url: string;
  readonly pageType?: string;
  /** The whole main content, where the folder has it. */
  readonly text?: string | null;
  /** Snippets that belong to the content, and snippets that do not. */
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/** Pages of 1 host in 4 are kept back for validation: the first byte of the SHA-1 of the host name is below this. */
const VALIDATION_BELOW = 64;

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

/** A number from 0 to 255 that all pages of a host share. */
export const hostNumber = (url: string, salt = ""): number =>
  createHash("sha1")
    .update(salt + hostOf(url))
    .digest()[0] ?? 0;

export const isValidation = (url: string): boolean => hostNumber(url) < VALIDATION_BELOW;

/** Whose pages a model learns: those of the training hosts, so that the others can judge it, or of all hosts. */
export type Hosts = "training" | "all";

export function readHosts(value: string): Hosts {
  if (value === "training" || value === "all") return value;
  throw new Error(`--hosts is "training" or "all", not "${value}"`);
}

export function readKnownPages(folder: string): readonly KnownPage[] {
  const lines = gunzipSync(readFileSync(join(folder, "truth.jsonl.gz")))
    .toString("utf8")
    .split("\n");
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as KnownPage);
}

/** Byte order mark, strict UTF-8, the declared charset, windows-1252: the first that fits. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const declared = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(bytes.toString("latin1", 0, 4096))?.[1];
  for (const label of ["utf-8", declared ?? "windows-1252"]) {
    try {
      return new TextDecoder(label, { fatal: label === "utf-8" }).decode(bytes);
    } catch {
      continue;
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

export function readHtml(folder: string, page: KnownPage): string {
  return decode(gunzipSync(readFileSync(join(folder, "pages", `${page.id}.html.gz`))));
}
