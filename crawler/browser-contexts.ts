import { setTimeout as delay } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright";

/** Pages that a context shows before another takes its place: what pages leave behind in it grows. */
const PAGES_PER_CONTEXT = 50;
/** Contexts kept for hosts that nobody visits at the moment. */
const MOST_IDLE = 8;
/** Closing a context that is still opening a page can hang; the page then goes with the browser. */
const CLOSE_TIMEOUT_MS = 5_000;

/** A page of a context, lent for one visit. */
export interface LentPage {
  readonly page: Page;
  /**
   * Closes the page.
   * @param health `sick` when it did not end well: its context is not used again.
   */
  giveBack(health: "well" | "sick"): Promise<void>;
}

/** One context a host, so that its scripts are loaded and compiled once, and recycled. */
export interface BrowserContexts {
  /** @param host Host with port, as `URL.host` gives it. */
  lend(host: string): Promise<LentPage>;
}

export interface BrowserContextsOptions {
  readonly userAgent: string;
  /** `keep` lets a host's pages share cookies and storage; else each page begins without. */
  readonly cookies: "keep" | "forget";
  /** Pages that a context shows before another takes its place; 50 by default. */
  readonly pagesPerContext?: number;
}

interface HostContext {
  readonly opening: Promise<BrowserContext>;
  pages: number;
  open: number;
}

/**
 * Runs in every frame before its scripts: a pop-up would be one more document, of a host whose turn it may not be, and
 * nothing of it would stand in the page. Forms and links open where they stand or not at all.
 */
function refusePopUps(): void {
  window.open = () => null;
  const strays = (target: string): boolean => target !== "" && !/^_(?:self|top|parent)$/iu.test(target);
  const refuse = (event: Event): void => {
    for (const node of event.composedPath()) {
      if ((node instanceof HTMLAnchorElement || node instanceof HTMLFormElement) && strays(node.target))
        event.preventDefault();
    }
  };
  window.addEventListener("click", refuse, true);
  window.addEventListener("submit", refuse, true);
}

/** Runs in the page. Pages without an origin of their own have no storage. */
function clearStorage(): void {
  try {
    localStorage.clear();
  } catch {
    // Nothing is stored where nothing may be.
  }
}

/** Waits for what may hang no longer than is worth it. */
async function within(work: Promise<unknown>): Promise<void> {
  const giveUp = new AbortController();
  const settled = work.then(
    () => undefined,
    () => undefined,
  );
  const late = delay(CLOSE_TIMEOUT_MS, undefined, { signal: giveUp.signal }).catch(() => undefined);
  await Promise.race([settled, late]);
  giveUp.abort();
}

export function createBrowserContexts(browser: Browser, options: BrowserContextsOptions): BrowserContexts {
  const contexts = new Map<string, HostContext>();
  const mostPages = options.pagesPerContext ?? PAGES_PER_CONTEXT;

  async function openContext(): Promise<BrowserContext> {
    const context = await browser.newContext({
      userAgent: options.userAgent,
      serviceWorkers: "block",
      acceptDownloads: false,
      reducedMotion: "reduce",
    });
    await context.addInitScript(refusePopUps);
    // What opens one all the same gets no further.
    context.on(
      "page",
      (page) =>
        void page
          .opener()
          .then((opener) => (opener === null ? undefined : page.close()))
          .catch(() => undefined),
    );
    return context;
  }

  function close({ opening }: HostContext): Promise<void> {
    return within(opening.then((context) => context.close()));
  }

  /** The context is closed when its last page is. */
  function retire(host: string, entry: HostContext): void {
    if (contexts.get(host) === entry) contexts.delete(host);
  }

  function contextOf(host: string): HostContext {
    const known = contexts.get(host);
    if (known !== undefined && known.pages < mostPages) {
      // The map's order is that of the last use.
      contexts.delete(host);
      contexts.set(host, known);
      return known;
    }
    const entry: HostContext = { opening: openContext(), pages: 0, open: 0 };
    contexts.set(host, entry);
    return entry;
  }

  async function closeIdle(): Promise<void> {
    const idle = [...contexts].filter(([, { open }]) => open === 0);
    const surplus = idle.slice(0, Math.max(0, idle.length - MOST_IDLE));
    for (const [host, entry] of surplus) retire(host, entry);
    await Promise.all(surplus.map(([, entry]) => close(entry)));
  }

  async function leave(host: string, entry: HostContext): Promise<void> {
    entry.open -= 1;
    if (entry.open > 0) return;
    if (contexts.get(host) !== entry) await close(entry);
    else if (options.cookies === "forget")
      await within(entry.opening.then((context) => context.clearCookies()));
    await closeIdle();
  }

  return {
    async lend(host) {
      const entry = contextOf(host);
      entry.pages += 1;
      entry.open += 1;
      try {
        const page = await (await entry.opening).newPage();
        return {
          page,
          async giveBack(health) {
            if (health === "sick") retire(host, entry);
            else if (options.cookies === "forget") await within(page.evaluate(clearStorage));
            await within(page.close());
            await leave(host, entry);
          },
        };
      } catch (error) {
        retire(host, entry);
        await leave(host, entry);
        throw error;
      }
    },
  };
}
