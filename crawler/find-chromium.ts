import { accessSync, constants, statSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Playwright from "playwright";

const require = createRequire(import.meta.url);

/**
 * Where distributions put Chromium and Chrome: first the one without windows, whose pages cost less (the program itself:
 * Debian's command for it is a shell that stays, and a signal to it would not reach Chromium), then what Playwright is closest to.
 */
const KNOWN_PATHS = [
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
] as const;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Where Playwright would have installed its own; it throws where it has none for the platform. It is loaded only to be
 * asked: it takes 0.3 s and 80 MB.
 */
function playwrightPath(): string | null {
  try {
    const { chromium } = require("playwright") as typeof Playwright;
    return chromium.executablePath();
  } catch {
    return null;
  }
}

/**
 * The program to run as Chromium, or null when there is none.
 * @param options.configured A path the user named: then that one or nothing.
 */
export function findChromium(options: { readonly configured: string | null }): string | null {
  if (options.configured !== null) return isProgram(options.configured) ? options.configured : null;
  const known = KNOWN_PATHS.find(isProgram);
  if (known !== undefined) return known;
  const own = playwrightPath();
  return own !== null && isProgram(own) ? own : null;
}
