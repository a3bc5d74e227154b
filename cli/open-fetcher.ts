import { createAddressGuard } from "../crawler/address-guard.ts";
import { createPageFetcher } from "../crawler/fetch-page.ts";
import { findChromium } from "../crawler/find-chromium.ts";
import type { PageFetcher } from "../crawler/page-fetcher.ts";
import type { RenderMemory } from "../crawler/render-memory.ts";
import { userAgentOf } from "../crawler/user-agent.ts";
import { PermanentError } from "../errors.ts";
import type { Config } from "./config.ts";
import type { NetworkOptions } from "./network-options.ts";
import { provision } from "./provision.ts";
import { readVersion } from "../library/read-version.ts";

/** The path of a Chromium: found, or installed by the set-up script where there is one. */
export async function chromiumPath(config: Config): Promise<string> {
  const found = findChromium({ configured: config.chromium });
  if (found !== null) return found;
  if (config.chromium === null && (await provision(["chromium"], config.setupScript))) {
    const installed = findChromium({ configured: null });
    if (installed !== null) return installed;
  }
  const message =
    config.chromium === null
      ? "No Chromium was found, and this page needs a browser. Install one (Debian: apt-get install chromium-headless-shell, or chromium), name one in GALLEY_CHROMIUM, or use --render never."
      : `GALLEY_CHROMIUM is "${config.chromium}", and no program is there. Correct the path, or use --render never.`;
  throw new PermanentError("chromium-missing", message);
}

export interface FetcherOptions extends NetworkOptions {
  /** Whether feeds and sitemaps are read for what they name; a command that wants pages alone refuses them. */
  readonly listings?: "read" | "refuse";
  /** What is known of which pages need the browser, where others share it. */
  readonly renderMemory?: RenderMemory;
}

/** The fetcher that the command line asked for. The caller closes it. */
export function openFetcher(options: FetcherOptions, config: Config): PageFetcher {
  return createPageFetcher({
    render: options.render,
    listings: options.listings ?? "refuse",
    guard: createAddressGuard({ allowNet: options.allowNet }),
    userAgent: userAgentOf({ version: readVersion(), contact: config.contact }),
    robots: options.robots,
    timeoutMs: options.timeoutMs,
    cookies: options.cookies,
    proxy: options.proxy,
    renderMemory: options.renderMemory,
    executablePath: () => chromiumPath(config),
  });
}
