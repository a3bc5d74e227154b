/**
 * Error classes say what happens next: a PermanentError is never retried, a TransientError is,
 * a UsageError is for the caller to mend. `code` is stable and documented (README, "Exit codes").
 */

export type ErrorCode =
  | "usage"
  | "invalid-url"
  | "host-not-found"
  | "connection-failed"
  | "timeout"
  | "http-status"
  | "not-html"
  | "empty-input"
  | "broken-line"
  | "address-refused"
  | "robots-disallowed"
  | "too-large"
  | "redirect-loop"
  | "no-article"
  | "blocked"
  | "soft-not-found"
  | "paywalled"
  | "login-required"
  | "consent-page"
  | "file-not-readable"
  | "invalid-sources"
  | "data-folder"
  | "redis-missing"
  | "redis-unreachable"
  | "chromium-missing"
  | "browser-failed"
  | "extraction-limit"
  | "extraction-failed"
  | "archive-unreachable"
  | "store-unreachable"
  | "interrupted";

export interface ErrorOptionsWithUrl {
  readonly cause?: unknown;
  /** The URL that the failure belongs to. */
  readonly url?: string;
}

/** Base of every failure that Galley names. The message says what failed, on what, and what to do. */
export abstract class GalleyError extends Error {
  readonly code: ErrorCode;
  readonly url: string | null;

  constructor(code: ErrorCode, message: string, options: ErrorOptionsWithUrl = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.url = options.url ?? null;
  }
}

/** Trying again would fail the same way: the page is gone, not HTML, forbidden. */
export class PermanentError extends GalleyError {
  override readonly name = "PermanentError";
}

/** Trying again later may work: a time-out, a refused connection, a 5xx or 429 answer. */
export class TransientError extends GalleyError {
  override readonly name = "TransientError";
  /** How long the server asked to wait (Retry-After, RFC 9110 §10.2.3), or null. */
  readonly retryAfterMs: number | null;
  /** The HTTP status that was the failure, or null. */
  readonly status: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptionsWithUrl & {
      readonly retryAfterMs?: number | null;
      readonly status?: number | null;
    } = {},
  ) {
    super(code, message, options);
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.status = options.status ?? null;
  }
}

/** The caller asked for something that cannot be; the message says how to ask. */
export class UsageError extends GalleyError {
  override readonly name = "UsageError";
}

/** The message of anything thrown, for one-line reports. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
