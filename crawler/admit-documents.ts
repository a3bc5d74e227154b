import type { RobotsVerdict } from "../types.ts";
import type { Deadline } from "./deadline.ts";
import type { Admission, HostTrouble, HostTurn } from "./host-turn.ts";

export interface AdmitDocumentsOptions {
  /** Asked before every document of the page's main frame, redirects included. Throws to stop there. */
  readonly admit: (url: string) => Promise<Admission>;
  /** Does not run while a turn is waited for. */
  readonly deadline: Deadline;
}

/** The documents of a page's main frame, let through one by one. */
export interface AdmittedDocuments {
  /** Whether the next document may be fetched; waits for its turn. */
  admits(url: string): Promise<boolean>;
  /** The last document that was let through. */
  last(): { readonly url: string; readonly robots: RobotsVerdict } | null;
  /** Why a document was not let through, or null. */
  refusal(): unknown;
  /** Rejects when a document is not let through; never resolves. */
  readonly refused: Promise<never>;
  /** Releases the turn in hand; documents after this are not let through. */
  end(pauseMs: number, trouble: HostTrouble | null): Promise<void>;
}

/** Takes the turns of a visit's documents, one at a time. */
export function admitDocuments({ admit, deadline }: AdmitDocumentsOptions): AdmittedDocuments {
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

  return {
    async admits(url) {
      const entered = entering.then(() => deadline.hold(() => enter(url)));
      entering = entered.catch(() => undefined);
      try {
        await entered;
        return true;
      } catch (error) {
        state.refusal ??= error;
        refused.reject(error);
        return false;
      }
    },
    last: () => state.last,
    refusal: () => state.refusal,
    refused: refused.promise,
    async end(pauseMs, trouble) {
      state.ended = true;
      await release(pauseMs, trouble);
    },
  };
}
