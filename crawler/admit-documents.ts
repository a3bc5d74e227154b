import type { CDPSession, Page } from "playwright";
import type { RobotsVerdict } from "../types.ts";
import { PAUSED_REQUESTS } from "./blocked-requests.ts";
import type { Deadline } from "./deadline.ts";
import type { Admission, HostTrouble, HostTurn } from "./host-turn.ts";
import { isHttpUrl } from "./parse-url.ts";

export interface AdmitDocumentsOptions {
  /** Asked before every document of the page's main frame, redirects included. Throws to stop there. */
  readonly admit: (url: string) => Promise<Admission>;
  /** Does not run while a turn is waited for. */
  readonly deadline: Deadline;
  /**
   * For the guarded proxy, which asks the first document of a context for them; Chromium knows them from then on. Given
   * to Playwright, they would have it hold up every request and turn the HTTP cache off.
   */
  readonly proxy: { readonly username: string; readonly password: string };
}

/** The documents of a page's main frame, let through one by one. */
export interface AdmittedDocuments {
  /** The last document that was let through. */
  last(): { readonly url: string; readonly robots: RobotsVerdict } | null;
  /** Why a document was not let through, or null. */
  refusal(): unknown;
  /** Rejects when a document is not let through; never resolves. */
  readonly refused: Promise<never>;
  /** Releases the turn in hand; documents after this are not let through. */
  end(pauseMs: number, trouble: HostTrouble | null): Promise<void>;
}

interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: { readonly url: string };
}

/** A page that has gone takes its paused requests with it. */
async function answerPaused(
  session: CDPSession,
  paused: PausedRequest,
  verdict: "continue" | "fail",
): Promise<void> {
  const { requestId } = paused;
  const sent =
    verdict === "continue"
      ? session.send("Fetch.continueRequest", { requestId })
      : session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
  await sent.catch(() => undefined);
}

/**
 * Holds every document request of the page's main frame until it is admitted, and refuses what blocked-requests.ts
 * names. Playwright's routes see the first request of a chain alone; the protocol's Fetch domain pauses each redirect as
 * well. Frames are documents of their own: nothing of them stands in the page's DOM, and each would be one more request
 * to a host whose turn it may not be.
 */
export async function admitDocuments(
  page: Page,
  { admit, deadline, proxy }: AdmitDocumentsOptions,
): Promise<AdmittedDocuments> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const refused = Promise.withResolvers<never>();
  refused.promise.catch(() => undefined);
  const state = {
    turn: null as HostTurn | null,
    last: null as { readonly url: string; readonly robots: RobotsVerdict } | null,
    refusal: null as unknown,
    ended: false,
  };

  async function release(pauseMs: number, trouble: HostTrouble | null = null): Promise<void> {
    const { turn } = state;
    state.turn = null;
    await turn?.release(pauseMs, trouble);
  }

  async function enter(url: string): Promise<void> {
    // The document before this one has answered, with a redirect or with a page that leads on.
    await release(0);
    const { robots, turn } = await admit(url);
    if (state.ended) {
      await turn.release(0);
      throw new Error("the visit is over");
    }
    state.turn = turn;
    state.last = { url, robots };
  }

  // One after the other: a page that navigates twice at once must not hold two turns.
  let entering: Promise<void> = Promise.resolve();
  const onPaused = async (paused: PausedRequest): Promise<void> => {
    const { url } = paused.request;
    if (paused.resourceType !== "Document" || paused.frameId !== frameTree.frame.id) {
      await answerPaused(session, paused, "fail");
      return;
    }
    if (!URL.canParse(url) || !isHttpUrl(new URL(url))) {
      await answerPaused(session, paused, "continue");
      return;
    }
    const entered = entering.then(() => deadline.hold(() => enter(url)));
    entering = entered.catch(() => undefined);
    try {
      await entered;
      await answerPaused(session, paused, "continue");
    } catch (error) {
      state.refusal ??= error;
      refused.reject(error);
      await answerPaused(session, paused, "fail");
    }
  };
  session.on("Fetch.requestPaused", (paused) => void onPaused(paused));
  session.on("Fetch.authRequired", ({ requestId, authChallenge }) => {
    const { username, password } = proxy;
    const authChallengeResponse =
      authChallenge.source === "Proxy"
        ? { response: "ProvideCredentials" as const, username, password }
        : { response: "CancelAuth" as const };
    session.send("Fetch.continueWithAuth", { requestId, authChallengeResponse }).catch(() => undefined);
  });
  await session.send("Fetch.enable", { patterns: [...PAUSED_REQUESTS], handleAuthRequests: true });

  return {
    last: () => state.last,
    refusal: () => state.refusal,
    refused: refused.promise,
    async end(pauseMs, trouble) {
      state.ended = true;
      await release(pauseMs, trouble);
    },
  };
}
