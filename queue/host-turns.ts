import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { HostTurn, TakeTurn, TurnRequest } from "../crawler/host-turn.ts";
import { TransientError } from "../errors.ts";
import type { Park, TroubleTiming } from "./host-trouble.ts";
import { freeSlot, takeHostSlot, type HeldSlot, type SlotAnswer, type SlotRequest } from "./host-slot.ts";
import { noteEnds } from "./note-ends.ts";
import { LONGEST_RETRY_AFTER_MS } from "./retry-timing.ts";

/** A page that has sent nothing yet waits this long in its worker's hands; then its job goes back into the queue. */
const POSTPONE_MS = 2000;
/** A page on its way (a redirect, a document of the browser) waits longer: what it sent already would be lost. */
const PATIENCE_MS = 5 * 60_000;
/** That a host has no delay is believed this long before it is asked for again; it keeps the delay of each request. */
const FREE_MS = 1000;
/** Hosts remembered at most to have none. */
const MOST_FREE_HOSTS = 10_000;

/** Why a page had no turn, where that is not the page's failure. */
export type Hindrance =
  | { readonly kind: "postponed"; readonly waitMs: number }
  /** The page was sent, and its host is in trouble; or the host is left alone for now, and the page was not sent. */
  | Park
  /** Redis refused a step. */
  | { readonly kind: "broken"; readonly error: unknown };

/** The turns of one fetch. */
export interface PageTurns {
  readonly take: TakeTurn;
  hindrance(): Hindrance | null;
}

export type Reservation =
  /** `release` is to be called when the fetch is over; a slot that it did not use is free again. */
  | { readonly ok: true; release(): Promise<void> }
  | { readonly ok: false; readonly waitMs: number; readonly park: Park["kind"] | null };

/** The politeness slots as the fetches of one process take them. */
export interface HostTurns {
  /**
   * Takes the slot of a page's host before the page is begun, without waiting. The fetch's first request to the host
   * uses it, and so may another fetch of this process that waits for the host (for a robots.txt both need).
   */
  reserve(host: string, delayMs: number): Promise<Reservation>;
  /**
   * @param delayMs The least delay of the page's crawl.
   * @param page The frontier's name of the page, by which failures of different pages are told apart.
   */
  forPage(delayMs: number, page?: string): PageTurns;
  /** Lets go of the connection, which stays open. */
  close(): void;
}

/** When the connection was last back after a loss; long ago when it never was lost. */
interface Comeback {
  /** Milliseconds until a host with this delay may be asked again. */
  restMs(delayMs: number): number;
  close(): void;
}

/**
 * A Redis that was killed may come back without what it acknowledged last (with `appendfsync everysec`, up to two
 * seconds): the requests sent then are not in the slots. So each host rests for its delay after a reconnection.
 */
function watchComeback(redis: Redis): Comeback {
  const state = { lost: false, backAt: Number.NEGATIVE_INFINITY };
  const onClose = (): void => {
    state.lost = true;
  };
  const onReady = (): void => {
    if (state.lost) state.backAt = performance.now();
    state.lost = false;
  };
  redis.on("close", onClose).on("ready", onReady);
  return {
    restMs: (delayMs) => Math.ceil(state.backAt + delayMs - performance.now()),
    close: () => void redis.off("close", onClose).off("ready", onReady),
  };
}

interface TurnWatch {
  readonly page: string;
  readonly onPark: (park: Park) => void;
  readonly onBroken: (error: unknown) => void;
}

function turnOf(slot: HeldSlot, { page, onPark, onBroken }: TurnWatch): HostTurn {
  return {
    async release(pauseMs, kind = null) {
      try {
        const trouble = kind === null ? null : { kind, page };
        const park = await slot.release(Math.min(pauseMs, LONGEST_RETRY_AFTER_MS), trouble);
        if (park !== null) onPark(park);
      } catch (error) {
        onBroken(error);
        throw error;
      }
    },
  };
}

export function createHostTurns(redis: Redis, timing?: TroubleTiming): HostTurns {
  const reserved = new Map<string, HeldSlot>();
  const freeSince = new Map<string, number>();
  const ends = noteEnds((host) => freeSlot(redis, host, timing).release());
  const comeback = watchComeback(redis);

  async function take(request: SlotRequest): Promise<SlotAnswer> {
    const answer = await takeHostSlot(redis, { ...request, timing });
    const restMs = answer.ok ? comeback.restMs(answer.slot.delayMs) : 0;
    if (!answer.ok || answer.slot.delayMs === 0 || restMs <= 0) return answer;
    await answer.slot.cancel();
    return { ok: false, waitMs: restMs, park: null };
  }

  /** The slot of a host without a delay: that its request is over may become known a moment later. */
  function unhurriedSlot(host: string): HeldSlot {
    const slot = freeSlot(redis, host, timing);
    return {
      ...slot,
      async release(pauseMs = 0, trouble = null) {
        if (pauseMs === 0 && trouble === null) {
          ends.note(host);
          return null;
        }
        freeSince.delete(host);
        // An answer that came before a trouble must not be noted after it: it would end the trouble.
        ends.flush(host);
        return slot.release(pauseMs, trouble);
      },
    };
  }

  function isFree(host: string): boolean {
    return performance.now() - (freeSince.get(host) ?? Number.NEGATIVE_INFINITY) < FREE_MS;
  }

  function rememberFree(host: string): void {
    if (freeSince.size >= MOST_FREE_HOSTS) freeSince.clear();
    freeSince.set(host, performance.now());
  }

  /** A reserved slot that keeps the delay, else a new one once the host is free. */
  async function slotOf(
    request: TurnRequest,
    delayMs: number,
    mayWait: (waitMs: number) => void,
  ): Promise<HeldSlot> {
    const { host, crawlDelayMs, signal } = request;
    const neededMs = Math.max(delayMs, crawlDelayMs ?? 0);
    // Its robots.txt has been asked or is not to be; only a robots.txt itself may meet a delay known to others alone.
    if (neededMs === 0 && request.kind === "page") return unhurriedSlot(host);
    for (;;) {
      signal?.throwIfAborted();
      const kept = reserved.get(host);
      reserved.delete(host);
      if (kept !== undefined && kept.delayMs >= neededMs) return kept;
      await kept?.cancel();
      const answer = await take({ host, delayMs, crawlDelayMs });
      if (answer.ok) return answer.slot;
      mayWait(answer.waitMs);
      await sleep(answer.waitMs, undefined, { signal });
    }
  }

  return {
    close() {
      comeback.close();
      ends.flush();
    },
    async reserve(host, delayMs) {
      if (delayMs === 0 && isFree(host)) return { ok: true, release: () => Promise.resolve() };
      const answer = await take({ host, delayMs });
      if (!answer.ok) return answer;
      const { slot } = answer;
      if (slot.delayMs === 0) {
        rememberFree(host);
        return { ok: true, release: () => Promise.resolve() };
      }
      // Only a slot whose lease ran out can still be here.
      await reserved.get(host)?.cancel();
      reserved.set(host, slot);
      return {
        ok: true,
        async release() {
          if (reserved.get(host) !== slot) return;
          reserved.delete(host);
          await slot.cancel();
        },
      };
    },
    forPage(delayMs, page = "") {
      const state = { sent: false, hindrance: null as Hindrance | null };
      const onBroken = (error: unknown): void => {
        state.hindrance = { kind: "broken", error };
      };
      const onPark = (park: Park): void => {
        state.hindrance ??= park;
      };
      return {
        hindrance: () => state.hindrance,
        async take(request) {
          const started = performance.now();
          const first = request.kind === "page" && !state.sent;
          const mayWait = (waitMs: number): void => {
            if (performance.now() - started + waitMs <= (first ? POSTPONE_MS : PATIENCE_MS)) return;
            if (first) state.hindrance = { kind: "postponed", waitMs };
            const message = `${request.host} was busy with other requests of Galley; try again later`;
            throw new TransientError("timeout", message);
          };
          try {
            const slot = await slotOf(request, delayMs, mayWait);
            if (request.kind === "page") state.sent = true;
            return turnOf(slot, { page, onPark, onBroken });
          } catch (error) {
            const named = error instanceof TransientError || request.signal?.aborted === true;
            if (!named) onBroken(error);
            throw error;
          }
        },
      };
    },
  };
}
