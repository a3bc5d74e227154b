import { PRODUCT_TOKEN } from "./robots.ts";

export interface UserAgentOptions {
  /** Galley's version. */
  readonly version: string;
  /** A URL or mail address under which the operator is reached, or null. */
  readonly contact: string | null;
}

/**
 * What Galley calls itself, over HTTP and in the browser: `GalleyBot/0.1.0 (+https://example.com/bot)`. Its product
 * token is the one that robots.txt rules are matched with (RFC 9309 §2.2.1, RFC 9110 §10.1.5).
 */
export function userAgentOf({ version, contact }: UserAgentOptions): string {
  // Parentheses and control characters would end the comment or the header.
  const reachable = contact?.replace(/[()\\]|[^\x20-\x7e]/gu, "").trim() ?? "";
  const product = `${PRODUCT_TOKEN}/${version}`;
  return reachable === "" ? product : `${product} (+${reachable})`;
}
