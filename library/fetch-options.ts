import type { BlockType, ExtractMode, RenderMode } from "../types.ts";

/** How pages are fetched and what stays of them. Everything has a default. */
export interface FetchOptions {
  /** Use the browser never, always, or when the HTTP answer is an empty shell (`auto`, the default). */
  readonly render?: RenderMode;
  /** Private networks (CIDR) that may be contacted; none by default. */
  readonly allowNet?: readonly string[];
  /** `obey` (the default) robots.txt, or `ignore` it; the record says which. */
  readonly robots?: "obey" | "ignore";
  /** `keep` sends sites' cookies back to them; `forget` (the default) keeps none. */
  readonly cookies?: "keep" | "forget";
  /** An http, https or socks5 proxy (its URL) that everything goes out through. */
  readonly proxy?: string;
  /** Least time between two requests to one host, in milliseconds; 1000 by default. */
  readonly delayMs?: number;
  /** Most time for one page, in milliseconds; 30,000 by default. */
  readonly timeoutMs?: number;
  /** An address or URL for site owners, added to the user agent. */
  readonly contact?: string;
  /** Path of the Chromium program; looked for in the usual places when a page needs one. */
  readonly chromium?: string;
  /** Block types that stay in the article. */
  readonly keep?: readonly BlockType[];
  /** Block types that are stripped although they stay by default. */
  readonly drop?: readonly BlockType[];
  /** Whether doubtful lines go (`precision`) or stay (`recall`); `balanced` by default. */
  readonly mode?: ExtractMode;
}

export const DEFAULT_DELAY_MS = 1000;
