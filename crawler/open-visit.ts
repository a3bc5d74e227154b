import type { Page, Request, Response } from "playwright";
import { TransientError } from "../errors.ts";
import { admitDocuments, type AdmitDocumentsOptions, type AdmittedDocuments } from "./admit-documents.ts";

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

/** Prepares a page that has not been anywhere yet. */
export async function openVisit(page: Page, options: AdmitDocumentsOptions): Promise<Visit> {
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
    page.once("close", () => reject(new TransientError("browser-failed", "the page was closed")));
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
