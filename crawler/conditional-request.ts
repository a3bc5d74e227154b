import type { EarlierPage, FetchedBody } from "./page-fetcher.ts";

/** What may stand in a header as it came; validators are opaque (RFC 9110 §8.8). */
const HEADER_VALUE = /^[\x21-\x7e\x80-\xff](?:[\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/u;

function validator(earlier: EarlierPage, name: "etag" | "last-modified"): string | null {
  const value = earlier.meta.headers[name]?.trim() ?? "";
  return HEADER_VALUE.test(value) ? value : null;
}

/**
 * The headers that ask for a page only if it is another than `earlier` (RFC 9110 §13.1.2 and §13.1.3). Validators belong
 * to the URL that answered with them, so what redirects there is asked without; and what the browser built out of
 * more than one answer has none.
 */
export function conditionsOf(earlier: EarlierPage | null, url: string): Readonly<Record<string, string>> {
  if (earlier === null || earlier.meta.renderer !== "http" || earlier.meta.finalUrl !== url) return {};
  const etag = validator(earlier, "etag");
  const lastModified = validator(earlier, "last-modified");
  return {
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
  };
}

/** Whether a whole answer is the earlier one again, byte for byte and from the same URL. */
export function isSamePage(earlier: EarlierPage, { page, body }: FetchedBody): boolean {
  const { meta } = earlier;
  return (
    meta.finalUrl === page.finalUrl &&
    meta.renderer === page.renderer &&
    meta.charset === page.charset &&
    Buffer.compare(earlier.body, body) === 0
  );
}
