import type { FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import { z } from "zod";
import { RequestError } from "./problem.ts";
import type { ServerParts } from "./server-parts.ts";

/** How long an answer is remembered. */
const REMEMBER_S = 24 * 60 * 60;
/** How long a request that began and never ended (its process died) blocks its key. */
const UNDER_WAY_S = 120;
const MOST_CHARACTERS = 255;

/** Under the client's own name: another's key is another key. */
function redisKey(client: string, key: string): string {
  const name = createHash("sha256")
    .update(JSON.stringify([client, key]))
    .digest("base64url");
  return `galley:idempotency:${name}`;
}

const rememberedSchema = z.object({ request: z.string(), answer: z.unknown().optional() });

/**
 * Runs `work` once for the request's `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): the same request with
 * the same key gets the first one's answer again. Without a key it simply runs.
 * @throws RequestError conflict: the key came with another request, or the first one is still under way.
 */
export async function onceForKey<Answer>(
  parts: Pick<ServerParts, "redis">,
  request: FastifyRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const given = request.headers["idempotency-key"] ?? request.headers["x-idempotency-key"];
  if (given === undefined || given === "") return work();
  if (Array.isArray(given) || given.length > MOST_CHARACTERS)
    throw new RequestError(
      "invalid-request",
      `Idempotency-Key: one key of at most ${MOST_CHARACTERS} characters.`,
    );
  const key = redisKey(request.client, given);
  const digest = createHash("sha256")
    .update(JSON.stringify([request.method, request.url, request.body]))
    .digest("base64url");
  const mine = await parts.redis.set(key, JSON.stringify({ request: digest }), "EX", UNDER_WAY_S, "NX");
  if (mine === null) return remembered<Answer>(await parts.redis.get(key), digest);
  try {
    const answer = await work();
    await parts.redis.set(key, JSON.stringify({ request: digest, answer }), "EX", REMEMBER_S);
    return answer;
  } catch (error) {
    // What failed may be asked again under the same key.
    await parts.redis.del(key);
    throw error;
  }
}

function remembered<Answer>(text: string | null, digest: string): Answer {
  const before = rememberedSchema.safeParse(text === null ? null : JSON.parse(text));
  if (!before.success)
    throw new RequestError("conflict", "The first request with this key has just failed. Ask again.");
  if (before.data.request !== digest)
    throw new RequestError(
      "conflict",
      "This Idempotency-Key came with another request before. Use a new one.",
    );
  if (before.data.answer === undefined)
    throw new RequestError("conflict", "The first request with this Idempotency-Key is still under way.");
  return before.data.answer as Answer;
}
