import { randomUUID } from "node:crypto";
import type { BrowserContext, CDPSession, Disposable, Page, Request, Response } from "playwright";
import { type AskPage, createAskPage } from "./ask-page.ts";
import { PAUSED_REQUESTS } from "./blocked-requests.ts";
import { isHttpUrl } from "./parse-url.ts";

/** Who visits a page in a tab: asked and told of what happens there. */
export interface TabVisitor {
  /** Asked before every document of the main frame, redirects included; whether it may be fetched. Never throws. */
  readonly admits: (url: string) => Promise<boolean>;
  readonly onRequest: (request: Request) => void;
  readonly onResponse: (response: Response) => void;
  readonly onRequestEnd: (request: Request, end: "finished" | "failed") => void;
  /** The tab is of no use any more. */
  readonly onGone: (reason: string) => void;
}

/**
 * A tab that shows one page after another: a new one costs Chromium several times the work of a page, a process of its
 * own among it.
 */
export interface BrowserTab {
  readonly page: Page;
  readonly ask: AskPage;
  /** A visit begins. Where none goes on, no document is let through. */
  receive(visitor: TabVisitor): void;
  /**
   * Ends the visit: its document goes, and with it what it runs and loads, and what it has stored unless that is kept.
   * @throws When the page does not go; the tab is of no use then.
   */
  leave(): Promise<void>;
}

export interface TabOptions {
  /**
   * For the guarded proxy, which asks the first document of a context for them; Chromium knows them from then on. Given
   * to Playwright, they would have it hold up every request and turn the HTTP cache off.
   */
  readonly proxy: { readonly username: string; readonly password: string };
  /** Whether cookies and storage are left for the next page. */
  readonly stored: "keep" | "forget";
}

interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: { readonly url: string };
}

/** What an origin may have stored, cookies aside: those are the context's, whoever set them. */
const STORAGE_TYPES = "local_storage,indexeddb,cache_storage,file_systems,storage_buckets,shared_storage";

/**
 * Runs before a document's scripts: to the first document of an origin in a visit, the tab is as new. Session storage
 * belongs to the tab, and only a document of its origin can clear it; so each document leaves word, when it goes, in
 * which visit it was shown, and the next one of its origin takes the word away again.
 */
function beginVisit(visit: string): void {
  // Frames without an address of their own share the page's storage; they come when it is in use.
  if (window !== window.top) return;
  if (location.protocol === "about:") window.name = "";
  try {
    const { sessionStorage: session, localStorage: local } = window;
    const key = "galley:visit";
    if (session.getItem(key) === visit) {
      session.removeItem(key);
    } else {
      session.clear();
      local.clear();
    }
    window.addEventListener("pagehide", () => session.setItem(key, visit), true);
  } catch {
    // Pages without an origin of their own have no storage.
  }
}

/** A page that has gone takes its paused requests with it. */
async function answerPaused(
  session: CDPSession,
  { requestId }: PausedRequest,
  verdict: "continue" | "fail",
): Promise<void> {
  const sent =
    verdict === "continue"
      ? session.send("Fetch.continueRequest", { requestId })
      : session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
  await sent.catch(() => undefined);
}

/**
 * Has the documents of a page's main frame admitted, and refuses what blocked-requests.ts names. Playwright's routes see
 * the first request of a chain alone; the protocol's Fetch domain pauses each redirect as well. Frames are documents of
 * their own: nothing of them stands in the page's DOM, and each would be one more request to a host whose turn it may
 * not be.
 */
async function guardRequests(
  session: CDPSession,
  { proxy, mainFrame }: TabOptions & { readonly mainFrame: string },
  admits: (url: string) => Promise<boolean>,
): Promise<void> {
  const isAdmitted = async ({ resourceType, frameId, request }: PausedRequest): Promise<boolean> => {
    if (resourceType !== "Document" || frameId !== mainFrame) return false;
    if (!URL.canParse(request.url) || !isHttpUrl(new URL(request.url))) return true;
    return admits(request.url);
  };
  session.on("Fetch.requestPaused", (paused) => {
    void isAdmitted(paused)
      .catch(() => false)
      .then((admitted) => answerPaused(session, paused, admitted ? "continue" : "fail"));
  });
  session.on("Fetch.authRequired", ({ requestId, authChallenge }) => {
    const { username, password } = proxy;
    const authChallengeResponse =
      authChallenge.source === "Proxy"
        ? { response: "ProvideCredentials" as const, username, password }
        : { response: "CancelAuth" as const };
    session.send("Fetch.continueWithAuth", { requestId, authChallengeResponse }).catch(() => undefined);
  });
  await session.send("Fetch.enable", { patterns: [...PAUSED_REQUESTS], handleAuthRequests: true });
}

/** Lets each visit find nothing stored, while the documents of one find what it has stored. */
interface StorageKeeper {
  /** Before the first visit, and again when the documents of one have gone. */
  clear(): Promise<void>;
}

function forgetStorage(page: Page, session: CDPSession): StorageKeeper {
  const origins = new Set<string>();
  const state: { script: Disposable | null } = { script: null };
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame() || !URL.canParse(frame.url())) return;
    const { origin } = new URL(frame.url());
    if (origin !== "null") origins.add(origin);
  });
  const nextScript = async (): Promise<void> => {
    const { script } = state;
    // Not while a document is on its way: Chromium takes no scripts then, and waits.
    [state.script] = await Promise.all([page.addInitScript(beginVisit, randomUUID()), script?.dispose()]);
  };
  const clearOrigin = (origin: string): Promise<unknown> =>
    session.send("Storage.clearDataForOrigin", { origin, storageTypes: STORAGE_TYPES });
  return {
    async clear() {
      await Promise.all([nextScript(), page.context().clearCookies(), ...[...origins].map(clearOrigin)]);
      origins.clear();
    },
  };
}

/** Opens a tab in a context that is its own, or whose pages share what they store. */
export async function openTab(context: BrowserContext, options: TabOptions): Promise<BrowserTab> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const mainFrame = frameTree.frame.id;
  const state: { visitor: TabVisitor | null } = { visitor: null };
  const keeper = options.stored === "keep" ? null : forgetStorage(page, session);
  await Promise.all([
    guardRequests(
      session,
      { ...options, mainFrame },
      async (url) => (await state.visitor?.admits(url)) === true,
    ),
    keeper?.clear(),
  ]);
  page.on("request", (request) => state.visitor?.onRequest(request));
  page.on("response", (response) => state.visitor?.onResponse(response));
  page.on("requestfinished", (request) => state.visitor?.onRequestEnd(request, "finished"));
  page.on("requestfailed", (request) => state.visitor?.onRequestEnd(request, "failed"));
  page.on("crash", () => state.visitor?.onGone("the page crashed the browser"));
  page.on("close", () => state.visitor?.onGone("the page was closed"));
  // Asked whether the page may be left, the answer is yes.
  page.on("dialog", (dialog) => {
    void (dialog.type() === "beforeunload" ? dialog.accept() : dialog.dismiss()).catch(() => undefined);
  });

  return {
    page,
    ask: createAskPage(session, mainFrame),
    receive(visitor) {
      state.visitor = visitor;
    },
    async leave() {
      state.visitor = null;
      await page.goto("about:blank", { timeout: 0 });
      await Promise.all([keeper?.clear(), session.send("Page.resetNavigationHistory")]);
    },
  };
}
