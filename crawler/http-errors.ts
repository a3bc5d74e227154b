import { GalleyError, messageOf, PermanentError, TransientError, type ErrorCode } from "../errors.ts";
import type { HostTrouble } from "./host-turn.ts";

/** 4xx answers that may be different next time (RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4). */
const RETRIED_CLIENT_ERRORS: ReadonlySet<number> = new Set([408, 425, 429]);

/** A Retry-After of a year is a mistake or a trap; longer waits than a day are cut. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/** Failures of certificates: waiting does not mend them. */
const CERTIFICATE_CODE =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/u;

const UNREACHABLE_CODES: ReadonlySet<ErrorCode> = new Set(["connection-failed", "timeout", "host-not-found"]);

/**
 * Reads a Retry-After header (RFC 9110 §10.2.3): seconds or an HTTP date.
 * @returns Milliseconds from `now`, at most a day, or null when there is none that makes sense.
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? "";
  const wait = /^\d+$/u.test(text)
    ? Number(text) * 1000
    : /[a-z]/iu.test(text)
      ? Date.parse(text) - now
      : Number.NaN;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MAX_RETRY_AFTER_MS);
}

/**
 * Refuses an answer that is no page: 4xx, 5xx, and whatever else is not 2xx.
 * @throws PermanentError or TransientError, both http-status.
 */
export function requireSuccess(status: number, headers: Readonly<Record<string, string>>, url: string): void {
  if (status >= 200 && status < 300 && status !== 204 && status !== 205) return;
  const answer = `${url} answered with HTTP status ${status}`;
  if (status >= 500 || RETRIED_CLIENT_ERRORS.has(status)) {
    const retryAfterMs = parseRetryAfter(headers["retry-after"] ?? null, Date.now());
    const advice =
      retryAfterMs === null ? "try again later" : `try again in ${Math.ceil(retryAfterMs / 1000)} s`;
    throw new TransientError("http-status", `${answer}; ${advice}`, { url, retryAfterMs, status });
  }
  const advice =
    status === 404 || status === 410
      ? "the page is not there; check the address"
      : status === 401 || status === 403
        ? "the server does not let this page be read"
        : "it has no page to give";
  throw new PermanentError("http-status", `${answer}; ${advice}`, { url });
}

/** What a failed request says of its host; null when the page or the caller is the reason. */
export function troubleOf(error: unknown): HostTrouble | null {
  const root = rootOf(error);
  // What Node and undici throw themselves is a connection that failed.
  if (!(root instanceof GalleyError)) return CERTIFICATE_CODE.test(codeOf(root)) ? null : "unreachable";
  if (!(root instanceof TransientError)) return null;
  const { status, code } = root;
  if (status !== null)
    return status === 429 || status === 503 ? "overloaded" : status >= 500 ? "failing" : null;
  return UNREACHABLE_CODES.has(code) ? "unreachable" : null;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

/** The failure under wrappers: undici and Node put it into `cause` or an AggregateError's list. */
function rootOf(error: unknown): unknown {
  if (error instanceof GalleyError) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
  if (error instanceof Error && error.cause instanceof Error) return rootOf(error.cause);
  return error;
}

/** The same failure, with the URL it belongs to. */
function withUrl(error: GalleyError, url: string): GalleyError {
  if (error.url !== null) return error;
  const message = `${url}: ${error.message}`;
  if (error instanceof TransientError) {
    const { retryAfterMs, status } = error;
    return new TransientError(error.code, message, { url, cause: error, retryAfterMs, status });
  }
  return new PermanentError(error.code, message, { url, cause: error });
}

/** A failure of another file (robots.txt) that keeps a page from being fetched, told as the page's. */
export function withPage(error: GalleyError, page: string): GalleyError {
  const message = `${page} was not fetched: ${error.message}`;
  if (error instanceof TransientError) {
    const { retryAfterMs, status } = error;
    return new TransientError(error.code, message, { url: page, cause: error, retryAfterMs, status });
  }
  return new PermanentError(error.code, message, { url: page, cause: error });
}

export interface FailureContext {
  readonly url: string;
  readonly timeoutMs: number;
  /** The caller's signal; when it is aborted the failure is an interruption. */
  readonly signal: AbortSignal | undefined;
  /** Aborted when the time for the whole fetch is over. */
  readonly deadline: AbortSignal;
}

function transient(code: ErrorCode, message: string, url: string, cause: unknown): TransientError {
  return new TransientError(code, message, { url, cause });
}

/** OpenSSL's messages go over several lines; a report has one. */
function firstLineOf(error: unknown): string {
  return messageOf(error).split("\n", 1)[0]?.trim() ?? "";
}

/** Names whatever a connection threw: the codes of page-fetcher.ts, and what can be done. */
export function nameFailure(error: unknown, context: FailureContext): GalleyError {
  const { url } = context;
  const root = rootOf(error);
  if (root instanceof GalleyError) return withUrl(root, url);
  if (context.signal?.aborted === true) {
    return transient("interrupted", `fetching ${url} was interrupted`, url, error);
  }
  const code = codeOf(root);
  if (context.deadline.aborted) {
    const message = `${url} was not read in ${context.timeoutMs / 1000} s; try again later or give it more time`;
    return transient("timeout", message, url, error);
  }
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT" || code === "UND_ERR_HEADERS_TIMEOUT") {
    return transient("timeout", `${new URL(url).host} did not answer in time; try again later`, url, error);
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return transient(
      "host-not-found",
      `the host of ${url} could not be resolved; check its spelling`,
      url,
      error,
    );
  }
  if (CERTIFICATE_CODE.test(code)) {
    const message = `the certificate of ${new URL(url).host} is not valid (${code}); ${url} was not read`;
    return new PermanentError("connection-failed", message, { url, cause: error });
  }
  const reason =
    code === "ECONNREFUSED" ? "the connection was refused; check the host and the port" : firstLineOf(root);
  return transient("connection-failed", `${url} could not be read: ${reason}`, url, error);
}
