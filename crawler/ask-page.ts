import type { CDPSession } from "playwright";

/**
 * Where a question is asked: among the page's own scripts, or beside them, where the document is the same and nothing that
 * they have changed (a method, a global) is to be seen.
 */
export type AskWhere = "among-scripts" | "beside-scripts";

/**
 * Runs a function in the document that a tab shows, and answers what it returns, as JSON. The function must need nothing
 * from around it.
 * @throws Error when the document goes meanwhile, or when the function throws.
 */
export type AskPage = <Answer>(question: () => Answer, where: AskWhere) => Promise<Answer>;

/** Name of the world beside the page's scripts; Chromium keeps one of a name for each document. */
const WORLD = "galley";

/**
 * Asks through the protocol: Playwright's own evaluation puts a library of its own into every document first, twice where
 * both worlds are asked, which costs more than the questions.
 */
export function createAskPage(session: CDPSession, frameId: string): AskPage {
  return async <Answer>(question: () => Answer, where: AskWhere): Promise<Answer> => {
    const world =
      where === "beside-scripts"
        ? await session.send("Page.createIsolatedWorld", { frameId, worldName: WORLD })
        : null;
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression: `(${question.toString()})()`,
      returnByValue: true,
      ...(world === null ? {} : { contextId: world.executionContextId }),
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Answer;
  };
}

/** Runs in the page: its document as text, as it stands now. */
export function documentText(): string {
  const { doctype, documentElement } = document;
  const before = doctype === null ? "" : new XMLSerializer().serializeToString(doctype);
  return before + (documentElement?.outerHTML ?? "");
}
