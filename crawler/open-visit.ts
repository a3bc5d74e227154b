import type { BrowserContext, Page, Request, Response } from "playwright";
import { TransientError } from "../errors.ts";
import { admitDocuments, type AdmitDocumentsOptions, type AdmittedDocuments } from "./admit-documents.ts";

/** What adds nothing to the text. */
const BLOCKED_TYPES: ReadonlySet<string> = new Set([
  "image",
  "font",
  "media",
  "texttrack",
  "manifest",
  "ping",
]);

/** A visit to a page: what the browser saw of the main document. */
export interface Visit {
  readonly page: Page;
  /** The last answer to a navigation of the main frame. */
  readonly answer: () => Response | null;
  /** The last navigation of the main frame that failed. */
  readonly failed: () => Request | null;
  readonly documents: AdmittedDocuments;
  /** Rejects when the page crashes, or when its document breaks off or may not be fetched. */
  readonly crashed: Promise<never>;
}

/**
 * What is not loaded. Frames and pop-ups are documents of their own: nothing of them stands in the page's DOM, and
 * each would be one more request to a host whose turn it may not be.
 */
function isUnwanted(request: Request, page: Page | null): boolean {
  const type = request.resourceType();
  if (type !== "document") return BLOCKED_TYPES.has(type);
  try {
    return request.frame() !== page?.mainFrame();
  } catch {
    // A pop-up's first request comes before its frame.
    return true;
  }
}

/** Opens a page that has not been anywhere yet. */
export async function openVisit(context: BrowserContext, options: AdmitDocumentsOptions): Promise<Visit> {
  const opened: { page: Page | null } = { page: null };
  await context.route("**/*", (route, request) =>
    isUnwanted(request, opened.page) ? route.abort("blockedbyclient") : route.continue(),
  );
  const page = await context.newPage();
  opened.page = page;
  const documents = await admitDocuments(page, options);
  const seen: { answer: Response | null; failed: Request | null } = { answer: null, failed: null };
  const isMain = (request: Request): boolean =>
    request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on("response", (response) => {
    if (isMain(response.request())) seen.answer = response;
  });
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
  const crashed = new Promise<never>((_, reject) => {
    page.once("crash", () => reject(new TransientError("browser-failed", "the page crashed the browser")));
    page.on("requestfailed", (request) => {
      if (!isMain(request)) return;
      seen.failed = request;
      const reason = request.failure()?.errorText ?? "";
      // A document that breaks off half-way would keep `goto` waiting; an aborted one has been replaced by another.
      if (!reason.includes("ERR_ABORTED")) reject(new Error(reason));
    });
  });
  const broken = Promise.race([crashed, documents.refused]);
  broken.catch(() => undefined);
  return { page, answer: () => seen.answer, failed: () => seen.failed, documents, crashed: broken };
}
