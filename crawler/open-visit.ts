import type { Page, Request, Response } from "playwright";
import { TransientError } from "../errors.ts";
import { admitDocuments, type AdmitDocumentsOptions, type AdmittedDocuments } from "./admit-documents.ts";
import type { AskPage } from "./ask-page.ts";
import type { BrowserTab } from "./browser-tab.ts";

/** A visit to a page: what the browser saw of the main document. */
export interface Visit {
  readonly page: Page;
  readonly ask: AskPage;
  /** The last answer to a navigation of the main frame. */
  readonly answer: () => Response | null;
  /** The last navigation of the main frame that failed. */
  readonly failed: () => Request | null;
  /** How many requests are under way that may still build the page. */
  readonly building: () => number;
  readonly documents: AdmittedDocuments;
  /** Rejects when the page crashes, or when its document breaks off or may not be fetched. */
  readonly crashed: Promise<never>;
}

/** Requests whose answers can still change the text. */
const BUILDING: ReadonlySet<string> = new Set(["document", "script", "xhr", "fetch"]);

/** Begins a visit in a tab that shows no page. */
export function openVisit(tab: BrowserTab, options: AdmitDocumentsOptions): Visit {
  const { page, ask } = tab;
  const documents = admitDocuments(options);
  const seen: { answer: Response | null; failed: Request | null } = { answer: null, failed: null };
  const pending = new Set<Request>();
  const crashed = Promise.withResolvers<never>();
  const isMain = (request: Request): boolean =>
    request.isNavigationRequest() && request.frame() === page.mainFrame();
  tab.receive({
    admits: documents.admits,
    onRequest(request) {
      if (BUILDING.has(request.resourceType())) pending.add(request);
    },
    onResponse(response) {
      if (isMain(response.request())) seen.answer = response;
    },
    onRequestEnd(request, end) {
      pending.delete(request);
      if (end !== "failed" || !isMain(request)) return;
      seen.failed = request;
      const reason = request.failure()?.errorText ?? "";
      // A document that breaks off half-way would keep `goto` waiting; an aborted one has been replaced by another.
      if (!reason.includes("ERR_ABORTED")) crashed.reject(new Error(reason));
    },
    onGone: (reason) => crashed.reject(new TransientError("browser-failed", reason)),
  });
  const broken = Promise.race([crashed.promise, documents.refused]);
  broken.catch(() => undefined);
  return {
    page,
    ask,
    answer: () => seen.answer,
    failed: () => seen.failed,
    building: () => pending.size,
    documents,
    crashed: broken,
  };
}
