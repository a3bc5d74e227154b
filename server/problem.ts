import { z } from "zod";
import { GalleyError, TransientError, type ErrorCode } from "../errors.ts";

/** What went wrong that has no {@link ErrorCode}: the request itself, not the page it is about. */
export type RequestFault =
  | "invalid-request"
  | "unauthorized"
  | "not-found"
  | "method-not-allowed"
  | "conflict"
  | "body-too-large"
  | "unsupported-media-type"
  | "unsupported"
  | "too-many-requests"
  | "unavailable"
  | "internal";

export type ProblemCode = ErrorCode | RequestFault;

/** An answer that says what went wrong (RFC 9457), with a `code` that stays the same between versions. */
export const problemSchema = z
  .object({
    type: z.string().describe("URI reference of the kind of problem: `about:blank#` and the code"),
    title: z.string().describe("The kind of problem in a few words"),
    status: z.int(),
    detail: z.string().describe("What failed, on what, and what to do"),
    code: z.string().describe("Stable name of the problem"),
    url: z.string().optional().describe("The page that the problem is about"),
    issues: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("What of the request does not fit, one entry a place"),
  })
  .meta({ id: "Problem" });
export type Problem = z.output<typeof problemSchema>;

export const PROBLEM_TYPE = "application/problem+json";

/** Seconds after which a refused client may ask again, where nobody knows better. */
const RETRY_AFTER_S = 1;

/** Status and title of every code. A page's own failures are 422 (the request was understood) or 502/504 (its server). */
const KINDS: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  "invalid-request": [400, "The request does not fit"],
  unauthorized: [401, "A valid token is needed"],
  "not-found": [404, "There is no such thing here"],
  "method-not-allowed": [405, "Not this method"],
  conflict: [409, "The request conflicts with an earlier one"],
  "body-too-large": [413, "The request's body is too large"],
  "unsupported-media-type": [415, "The request's body is of another type"],
  unsupported: [400, "Galley does not do this"],
  "too-many-requests": [429, "Too many requests at a time"],
  unavailable: [503, "Not now"],
  internal: [500, "Galley failed"],
  usage: [400, "The request does not fit"],
  "invalid-url": [400, "Not an absolute http or https URL"],
  "host-not-found": [502, "The host name does not resolve"],
  "connection-failed": [502, "The page's server could not be reached"],
  timeout: [504, "The page's server gave no whole answer in time"],
  "http-status": [502, "The page's server answered with an error"],
  "not-html": [422, "The page is not HTML"],
  "empty-input": [422, "The page is empty"],
  "broken-line": [422, "A line cannot be read"],
  "address-refused": [403, "A private address that is not opened"],
  "robots-disallowed": [403, "robots.txt forbids the page"],
  "too-large": [422, "The page is larger than the limit"],
  "redirect-loop": [502, "The page redirects without an end"],
  "no-article": [422, "The page holds no article text"],
  blocked: [502, "The page is behind a wall against machines"],
  "soft-not-found": [422, "The page is not there"],
  paywalled: [422, "The page shows the beginning alone"],
  "login-required": [422, "The page is for those who sign in"],
  "consent-page": [422, "The page shows a consent form"],
  "file-not-readable": [500, "A file cannot be read"],
  "data-folder": [503, "The store cannot be written"],
  "invalid-sources": [400, "The sources are not what their schema asks for"],
  "redis-missing": [503, "There is no Redis"],
  "redis-unreachable": [503, "Redis does not answer"],
  "chromium-missing": [503, "The page needs a browser and there is none"],
  "browser-failed": [502, "The browser failed on the page"],
  "extraction-limit": [422, "The page took too much time or memory"],
  "archive-unreachable": [503, "The page archive does not answer"],
  "store-unreachable": [503, "The article store does not answer"],
  "extraction-failed": [422, "The extractor failed on the page"],
  interrupted: [503, "Galley is stopping"],
};

/** A request that is refused, thrown by routes. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code: RequestFault;
  readonly issues: Problem["issues"];
  readonly retryAfterS: number | null;

  constructor(
    code: RequestFault,
    message: string,
    options: { readonly issues?: Problem["issues"]; readonly retryAfterS?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.issues = options.issues;
    this.retryAfterS = options.retryAfterS ?? null;
  }
}

export interface ProblemAnswer {
  readonly problem: Problem;
  /** For the `Retry-After` header (RFC 9110 §10.2.3) of 429 and 503. */
  readonly retryAfterS: number | null;
}

/** The answer to anything thrown. What has no name says nothing of its inside: it goes to the log instead. */
export function problemOf(error: unknown): ProblemAnswer {
  if (error instanceof RequestError) {
    return build(error.code, error.message, { issues: error.issues }, error.retryAfterS);
  }
  if (error instanceof GalleyError) {
    const waitMs = error instanceof TransientError ? error.retryAfterMs : null;
    const retryAfterS = waitMs === null ? null : Math.max(1, Math.ceil(waitMs / 1000));
    return build(error.code, error.message, error.url === null ? {} : { url: error.url }, retryAfterS);
  }
  return build("internal", "Galley failed on this request; its log says how.", {}, null);
}

function build(
  code: ProblemCode,
  detail: string,
  more: Pick<Problem, "url" | "issues">,
  retryAfterS: number | null,
): ProblemAnswer {
  const [status, title] = KINDS[code];
  const waits = status === 429 || status === 503;
  return {
    problem: {
      type: `about:blank#${code}`,
      title,
      status,
      detail,
      code,
      ...(more.url === undefined ? {} : { url: more.url }),
      ...(more.issues === undefined ? {} : { issues: more.issues }),
    },
    retryAfterS: waits ? (retryAfterS ?? RETRY_AFTER_S) : null,
  };
}
