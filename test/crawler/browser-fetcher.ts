import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher, type PageFetcherOptions } from "../../crawler/fetch-page.ts";
import { findChromium } from "../../crawler/find-chromium.ts";
import type { PageFetcher } from "../../crawler/page-fetcher.ts";

export const CHROMIUM = findChromium({ configured: process.env["GALLEY_CHROMIUM"] ?? null });
export const BROWSER = { skip: CHROMIUM === null ? "no Chromium here" : false };

/** A fetcher that shows every page of the loopback servers in Chromium; closed when the test ends. */
export function fetcherFor(context: TestContext, options: Partial<PageFetcherOptions> = {}): PageFetcher {
  const fetcher = createPageFetcher({
    render: "always",
    guard: createAddressGuard({ allowNet: ["127.0.0.0/8"] }),
    userAgent: "GalleyBot/test",
    robots: "ignore",
    timeoutMs: 120_000,
    executablePath: async () => CHROMIUM ?? assert.fail("no Chromium"),
    ...options,
  });
  context.after(() => fetcher.close());
  return fetcher;
}
