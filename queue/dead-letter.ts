import type { ErrorCode } from "../errors.ts";
import { decodeEntry } from "./page-entry.ts";

/** Enough to say what failed; a server's whole answer is no message. */
const LONGEST_MESSAGE = 500;

/** A page that failed for good. */
export interface FailedPage {
  readonly url: string;
  readonly code: ErrorCode;
  /** "" for the letters of a crawl beyond ten thousand. */
  readonly message: string;
}

/** A page whose last try failed for good: it stays here until it is put back, a later run ends it otherwise, or it is dropped. */
export interface DeadLetter extends FailedPage {
  /** The frontier's name of the page; the same page of two crawls has one name. */
  readonly id: string;
  readonly crawlId: string;
  /** The run in which it failed. */
  readonly runId: string;
  /** How often it was tried in that run. */
  readonly attempts: number;
  /** When it failed: ISO 8601, UTC. */
  readonly at: string;
  readonly depth: number;
  readonly referrer: string | null;
}

/** What the settle script takes of a failure: attempts and message. */
export function encodeFailure({ message }: FailedPage, attempts: number): string {
  return `${attempts}\t${message.replace(/\s+/gu, " ").slice(0, LONGEST_MESSAGE)}`;
}

/**
 * Reads what the settle script wrote: generation of the run, time in seconds, attempts, code, host, entry (four fields,
 * see page-entry.ts) and message, with tabs between them.
 */
export function decodeLetter(crawlId: string, id: string, text: string): DeadLetter {
  const [generation = "", at = "", attempts = "", code = "", host = "", ...rest] = text.split("\t");
  const { url, depth, referrer } = decodeEntry(rest.slice(0, 4).join("\t"), host);
  return {
    id,
    crawlId,
    runId: `${crawlId}.${generation}`,
    url,
    code: code as ErrorCode,
    message: rest.slice(4).join(" "),
    attempts: Number(attempts),
    at: new Date(Number(at) * 1000).toISOString(),
    depth,
    referrer,
  };
}
