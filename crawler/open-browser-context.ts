import type { Browser, BrowserContext } from "playwright";

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

/** A context of its own cookies, storage and cache, without service workers, downloads and pop-ups. */
export async function openBrowserContext(
  browser: Browser,
  { userAgent }: { readonly userAgent: string },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    userAgent,
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
