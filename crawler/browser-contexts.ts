import { setTimeout as delay } from "node:timers/promises";
import type { Browser, BrowserContext } from "playwright";
import { openBrowserContext } from "./open-browser-context.ts";
import { openTab, type BrowserTab, type TabOptions } from "./browser-tab.ts";

/** Pages that a context shows before another takes its place: what pages leave behind in it grows. */
const PAGES_PER_CONTEXT = 50;
/** Contexts kept for hosts that nobody visits at the moment. */
const MOST_IDLE = 8;
/** Closing a context that is still opening a page can hang; the page then goes with the browser. */
const CLOSE_TIMEOUT_MS = 5_000;

/**
 * Another tab is opened when waiting for one has taken as long as opening the last did, times those in use: each more
 * brings less, and a page that waits for its network rather than for a core is worth it. At first, this long.
 */
const FIRST_PATIENCE_MS = 1_000;
/** Chromium that is this slow to open a tab is no measure. */
const MOST_PATIENCE_MS = 3_000;

/** A tab of a context, lent for one visit. */
export interface LentTab {
  readonly tab: BrowserTab;
  /**
   * Ends the visit; the page is gone then.
   * @param health `sick` when it did not end well: its context is not used again.
   */
  giveBack(health: "well" | "sick"): Promise<void>;
}

/**
 * Contexts with their tabs, by host, so that a host's scripts are loaded and compiled once and its pages are shown by a
 * process that is there; recycled. A context that forgets shows one page at a time: pages leave nothing to each other.
 * One that keeps cookies shows all pages of its host.
 */
export interface BrowserContexts {
  /** @param host Host with port, as `URL.host` gives it. */
  lend(host: string): Promise<LentTab>;
}

export interface BrowserContextsOptions {
  readonly userAgent: string;
  /** `keep` lets a host's pages share cookies and storage; else each page begins without. */
  readonly cookies: "keep" | "forget";
  readonly proxy: TabOptions["proxy"];
  /** Pages that a context shows before another takes its place; 50 by default. */
  readonly pagesPerContext?: number;
}

interface HostContext {
  readonly host: string;
  readonly opening: Promise<BrowserContext>;
  /** Tabs that show no page now. */
  readonly free: BrowserTab[];
  pages: number;
  open: number;
}

/** Waits for a tab of its host. */
interface Waiter {
  readonly host: string;
  readonly wake: () => void;
}

/** Whether the work ends well in the time that is worth waiting. */
async function within(work: Promise<unknown>): Promise<boolean> {
  const giveUp = new AbortController();
  const settled = work.then(
    () => true,
    () => false,
  );
  const late = delay(CLOSE_TIMEOUT_MS, false, { signal: giveUp.signal }).catch(() => false);
  const well = await Promise.race([settled, late]);
  giveUp.abort();
  return well;
}

export function createBrowserContexts(browser: Browser, options: BrowserContextsOptions): BrowserContexts {
  const contexts = new Set<HostContext>();
  const waiters = new Set<Waiter>();
  const state = { patienceMs: FIRST_PATIENCE_MS };
  const mostPages = options.pagesPerContext ?? PAGES_PER_CONTEXT;

  function open(host: string): HostContext {
    return { host, opening: openBrowserContext(browser, options), free: [], pages: 0, open: 0 };
  }

  async function close({ opening }: HostContext): Promise<void> {
    await within(opening.then((context) => context.close()));
  }

  function contextsOf(host: string): readonly HostContext[] {
    return [...contexts].filter((entry) => entry.host === host && entry.pages < mostPages);
  }

  /** Resolves when one of the host's tabs is free, and at the latest when opening another has become worth it. */
  async function waitForTab(host: string): Promise<void> {
    const started = performance.now();
    for (;;) {
      const known = contextsOf(host);
      const inUse = known.reduce((sum, entry) => sum + entry.open, 0);
      const leftMs = started + inUse * state.patienceMs - performance.now();
      if (leftMs <= 0 || known.some(({ free }) => free.length > 0)) return;
      const woken = Promise.withResolvers<void>();
      const waiter = { host, wake: woken.resolve };
      waiters.add(waiter);
      const timer = setTimeout(woken.resolve, leftMs);
      await woken.promise;
      clearTimeout(timer);
      waiters.delete(waiter);
    }
  }

  function wakeOne(host: string): void {
    for (const waiter of waiters) {
      if (waiter.host !== host) continue;
      waiters.delete(waiter);
      waiter.wake();
      return;
    }
  }

  function contextOf(host: string): HostContext {
    const known = contextsOf(host);
    const entry =
      known.findLast(({ free }) => free.length > 0) ??
      known.findLast((it) => options.cookies === "keep" || it.open === 0) ??
      open(host);
    // The set's order is that of the last use.
    contexts.delete(entry);
    contexts.add(entry);
    entry.pages += 1;
    entry.open += 1;
    return entry;
  }

  async function tabOf(entry: HostContext): Promise<BrowserTab> {
    const free = entry.free.pop();
    if (free !== undefined) return free;
    const started = performance.now();
    const context = await entry.opening;
    const tab = await openTab(context, { proxy: options.proxy, stored: options.cookies });
    state.patienceMs = Math.min(performance.now() - started, MOST_PATIENCE_MS);
    return tab;
  }

  async function closeIdle(): Promise<void> {
    const idle = [...contexts].filter((entry) => entry.open === 0);
    const surplus = idle.slice(0, Math.max(0, idle.length - MOST_IDLE));
    for (const entry of surplus) contexts.delete(entry);
    await Promise.all(surplus.map(close));
  }

  /** A context that is not used again is closed with its last page. */
  async function giveBack(
    entry: HostContext,
    tab: BrowserTab | null,
    health: "well" | "sick",
  ): Promise<void> {
    if (health === "sick" || tab === null) contexts.delete(entry);
    const goesOn = (): boolean => contexts.has(entry) && entry.pages < mostPages;
    const isClear = tab !== null && goesOn() && (await within(tab.leave()));
    if (!isClear || !goesOn()) contexts.delete(entry);
    entry.open -= 1;
    if (tab !== null && contexts.has(entry)) entry.free.push(tab);
    else if (entry.open > 0) await within(Promise.resolve(tab?.page.close()));
    else await close(entry);
    wakeOne(entry.host);
    await closeIdle();
  }

  return {
    async lend(host) {
      await waitForTab(host);
      const entry = contextOf(host);
      try {
        const tab = await tabOf(entry);
        return { tab, giveBack: (health) => giveBack(entry, tab, health) };
      } catch (error) {
        await giveBack(entry, null, "sick");
        throw error;
      }
    },
  };
}
