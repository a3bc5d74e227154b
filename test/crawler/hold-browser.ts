/** Fetches a page with Chromium, says so, and stays, for a test that kills it: `node hold-browser.ts URL`. */
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher } from "../../crawler/fetch-page.ts";
import { findChromium } from "../../crawler/find-chromium.ts";

const [url = ""] = process.argv.slice(2);
const fetcher = createPageFetcher({
  render: "always",
  guard: createAddressGuard({ allowNet: ["127.0.0.0/8"] }),
  userAgent: "GalleyBot/test",
  robots: "ignore",
  executablePath: async () => findChromium({ configured: process.env["GALLEY_CHROMIUM"] ?? null }) ?? "",
});
await fetcher.fetch({ url, depth: 0, referrer: null });
process.stdout.write("fetched\n");
setInterval(() => undefined, 60_000);
