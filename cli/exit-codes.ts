import type { ErrorCode } from "../errors.ts";

/** Exit code of each failure. Documented in README.md ("Exit codes"); a test holds the two together. */
export const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  usage: 2,
  "invalid-url": 3,
  "host-not-found": 4,
  "connection-failed": 5,
  timeout: 6,
  "http-status": 7,
  "not-html": 8,
  "empty-input": 9,
  "broken-line": 10,
  "address-refused": 11,
  "robots-disallowed": 12,
  "too-large": 13,
  "redirect-loop": 14,
  "no-article": 15,
  "file-not-readable": 16,
  "data-folder": 17,
  "redis-missing": 18,
  "redis-unreachable": 19,
  "chromium-missing": 20,
  "browser-failed": 21,
  "extraction-limit": 22,
  "extraction-failed": 23,
  "archive-unreachable": 24,
  "store-unreachable": 25,
  "invalid-sources": 26,
  blocked: 30,
  "soft-not-found": 31,
  paywalled: 32,
  "login-required": 33,
  "consent-page": 34,
  interrupted: 130,
};

/** Something Galley does not expect of itself. */
export const EXIT_INTERNAL = 1;
