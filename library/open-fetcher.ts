import { createAddressGuard } from "../crawler/address-guard.ts";
import { createPageFetcher } from "../crawler/fetch-page.ts";
import { findChromium } from "../crawler/find-chromium.ts";
import type { PageFetcher } from "../crawler/page-fetcher.ts";
import { parseProxy } from "../crawler/proxy/parse-proxy.ts";
import { userAgentOf } from "../crawler/user-agent.ts";
import { PermanentError } from "../errors.ts";
import type { FetchOptions } from "./fetch-options.ts";
import { readVersion } from "./read-version.ts";

/** The fetcher that a program asked for. The caller closes it. */
export function openLibraryFetcher(options: FetchOptions): PageFetcher {
  return createPageFetcher({
    render: options.render ?? "auto",
    listings: "read",
    guard: createAddressGuard({ allowNet: options.allowNet ?? [] }),
    userAgent: userAgentOf({ version: readVersion(), contact: options.contact ?? null }),
    robots: options.robots ?? "obey",
    cookies: options.cookies ?? "forget",
    proxy: options.proxy === undefined ? null : parseProxy(options.proxy),
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    async executablePath() {
      const found = findChromium({ configured: options.chromium ?? null });
      if (found !== null) return found;
      const message =
        'This page needs a browser, and no Chromium was found. Install one, name it in the option "chromium", or use render: "never".';
      throw new PermanentError("chromium-missing", message);
    },
  });
}
