import type { PermanentError } from "../errors.ts";
import { mimeTypeOf } from "./content-type.ts";
import { decodeBody } from "./decode-body.ts";
import type { HttpAnswer, HttpHead } from "./http-client.ts";
import { requireSuccess } from "./http-errors.ts";
import { findChallenge, WALL_STATUSES } from "./obstacles/find-challenge.ts";
import { obstacleError } from "./obstacles/find-obstacle.ts";

/** Whether an answer's body has to be looked at to know what its error status means. */
export function mayBeWall({ status, headers }: HttpHead): boolean {
  return WALL_STATUSES.has(status) && mimeTypeOf(headers["content-type"] ?? null) === "text/html";
}

/** An answer with an error status that is a wall against machines, told as one; null for an ordinary refusal. */
export function wallError(answer: {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}): PermanentError | null {
  const sign = findChallenge(answer);
  return sign === null ? null : obstacleError({ code: "blocked", sign }, answer.url);
}

/**
 * Refuses an answer for which `mayBeWall` holds.
 * @throws PermanentError blocked for a wall; what `requireSuccess` throws for an ordinary refusal.
 */
export function refuseWall({ url, status, headers, body }: HttpAnswer): void {
  const { html } = decodeBody(body, headers["content-type"] ?? null);
  const wall = wallError({ url, status, headers, html });
  if (wall !== null) throw wall;
  requireSuccess(status, headers, url);
}
