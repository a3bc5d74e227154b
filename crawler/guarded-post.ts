import { Agent, request } from "undici";
import type { AddressGuard } from "./address-guard.ts";
import { guardedConnector } from "./guarded-connect.ts";
import { nameFailure, parseRetryAfter } from "./http-errors.ts";
import { startDeadline } from "./deadline.ts";
import { joinSignals } from "../join-signals.ts";

export interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  /** Retry-After (RFC 9110 §10.2.3), or null. */
  readonly retryAfterMs: number | null;
  /** The beginning of the body, for people. */
  readonly text: string;
}

/** POST behind the address guard, for messages to addresses that people name. Redirects are answers like any other. */
export interface GuardedPoster {
  /** @throws PermanentError or TransientError where there is no answer, as HttpClient.get does. */
  post(url: string, options: PostOptions): Promise<PostAnswer>;
  close(): Promise<void>;
}

/** Read of an answer's body; the rest is dropped. */
const READ_BYTES = 2048;
const DUMP_LIMIT = 64 * 1024;

export function createGuardedPoster(options: {
  readonly guard: AddressGuard;
  readonly userAgent: string;
}): GuardedPoster {
  const agent = new Agent({
    connect: guardedConnector({ guard: options.guard, proxy: null }),
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    async post(url, { headers, body, timeoutMs, signal }) {
      const deadline = startDeadline(timeoutMs);
      using joined = joinSignals(deadline.signal, signal);
      try {
        const answer = await request(url, {
          method: "POST",
          dispatcher: agent,
          headers: { "user-agent": options.userAgent, ...headers },
          body,
          signal: joined.signal,
        });
        const text = await readBeginning(answer.body);
        const retryAfter = answer.headers["retry-after"];
        const asked = typeof retryAfter === "string" ? retryAfter : null;
        return { status: answer.statusCode, retryAfterMs: parseRetryAfter(asked, Date.now()), text };
      } catch (error) {
        throw nameFailure(error, { url, timeoutMs, signal, deadline: deadline.signal });
      } finally {
        deadline.stop();
      }
    },
    close: () => agent.destroy(),
  };
}

async function readBeginning(body: Awaited<ReturnType<typeof request>>["body"]): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    if (size < READ_BYTES) parts.push(chunk);
    size += chunk.length;
    // A receiver that answers at length is cut off, with its connection.
    if (size > DUMP_LIMIT) break;
  }
  return Buffer.concat(parts).toString("utf8", 0, READ_BYTES);
}
