import type { RobotsVerdict } from "../types.ts";

/**
 * How a request showed that its host, and not the page, is in trouble: it could not be reached or broke off; it asked
 * to be left alone (429, 503); it answered with another 5xx.
 */
export type HostTrouble = "unreachable" | "overloaded" | "failing";

/** The right to send one request to a host now. */
export interface HostTurn {
  /**
   * To be called when the host has answered or never will: the delay to the next request counts from here.
   * @param pauseMs A longer pause that the host asked for (Retry-After), or 0.
   * @param trouble What is wrong with the host, or null when it answered.
   */
  release(pauseMs: number, trouble?: HostTrouble | null): Promise<void>;
}

export interface TurnRequest {
  /** Host with port, as `URL.host` gives it. */
  readonly host: string;
  /** What is asked for: a page (each redirect of it and each document of the browser too) or a robots.txt file. */
  readonly kind: "page" | "robots";
  /** The pause that the host's robots.txt asks for, capped; null when it asks for none or was not asked itself. */
  readonly crawlDelayMs: number | null;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until it is the host's turn. A fetcher asks before every request of its own and holds one turn at a time;
 * what a page loads in the browser to build itself belongs to the turn of its document.
 * @throws When the signal aborts, or when the turn does not come in reasonable time; the request is not sent then.
 */
export type TakeTurn = (request: TurnRequest) => Promise<HostTurn>;

/** Whoever calls without turns answers for politeness alone. */
export const UNHINDERED: TakeTurn = () => Promise.resolve({ release: () => Promise.resolve() });

/** A request for a page that may be sent: robots.txt allows it, and it is the host's turn. */
export interface Admission {
  readonly robots: RobotsVerdict;
  readonly turn: HostTurn;
}
