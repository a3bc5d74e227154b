import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Installs what Galley is compared with into the bench's own folder, once; no browser is downloaded. */
export function installCrawlee(folder: string): void {
  if (existsSync(join(folder, "node_modules", ".package-lock.json"))) return;
  process.stderr.write("bench: installing Crawlee into bench/crawl (npm ci) …\n");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
  });
}
