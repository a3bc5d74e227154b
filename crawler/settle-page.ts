import { setTimeout as delay } from "node:timers/promises";
import type { Visit } from "./open-visit.ts";

/** How often the page's text is looked at. */
const POLL_MS = 100;
/** Looks without a change, and without a request under way, after which the page counts as built. */
const QUIET_POLLS = 4;
/** Pages that never come to rest (tickers, polling) are taken as they are then. */
const MAX_SETTLE_MS = 8_000;

/** Runs in the page: how much text there is, and whether loading is over. */
function look(): string {
  return `${document.readyState}:${document.body?.textContent?.length ?? 0}:${document.getElementsByTagName("*").length}`;
}

/** Runs in the page: whether it is whole and nothing on it could change it. */
function isStill(): boolean {
  const programs = [...document.scripts].filter(({ type }) =>
    /^(?:|module|.*(?:java|ecma)script.*)$/iu.test(type.trim()),
  );
  return document.readyState === "complete" && programs.length === 0;
}

/**
 * Waits until the page's text has come to rest: loaded, no request under way that may add to it, and the DOM the
 * same several times in a row; or until `MAX_SETTLE_MS` are over.
 */
export async function settlePage({ page, ask, building }: Visit): Promise<void> {
  const end = performance.now() + MAX_SETTLE_MS;
  if (building() === 0 && (await ask(isStill, "among-scripts").catch(() => false))) return;
  let last = "";
  let quiet = 0;
  while (quiet < QUIET_POLLS && performance.now() < end) {
    await delay(POLL_MS);
    const seen = await ask(look, "among-scripts").catch(() => "navigating");
    const rest = seen === last && seen.startsWith("complete") && building() === 0;
    quiet = rest ? quiet + 1 : 0;
    last = seen;
    if (page.isClosed()) return;
  }
}
