import { GalleyError, messageOf } from "../../errors.ts";
import type { FeedItem } from "./feed-item.ts";
import { signWebhook } from "./sign-webhook.ts";
import type { Delivery, SinkTarget } from "./sink-types.ts";

/** Sends one POST and reads the beginning of the answer. Follows no redirects; throws where there is no answer. */
export type PostMessage = (
  url: string,
  message: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; readonly retryAfterMs: number | null; readonly text: string }>;

export interface WebhookTargetOptions {
  readonly url: string;
  readonly key: Buffer;
  readonly post: PostMessage;
  readonly timeoutMs?: number;
  readonly concurrency?: number;
}

/** A receiver that needs longer should answer first and work later. */
const TIMEOUT_MS = 15_000;
const CONCURRENCY = 8;

/** Answers to this very message; any other failure says something of the receiver or of the way there. */
const OF_THE_ITEM: ReadonlySet<number> = new Set([
  400, 406, 409, 411, 412, 413, 414, 415, 416, 417, 421, 422, 424, 428, 431, 451,
]);

/** The body of a message: Standard Webhooks' `type`, `timestamp` and `data`. The same for each attempt. */
export function webhookBody(item: FeedItem): string {
  const { type, at, ...data } = item;
  return JSON.stringify({ type: `article.${type}`, timestamp: at, data });
}

/** A webhook: one POST an event, any 2xx is its receipt. */
export function createWebhookTarget(options: WebhookTargetOptions): SinkTarget {
  const { url, key, post, timeoutMs = TIMEOUT_MS } = options;
  return {
    concurrency: options.concurrency ?? CONCURRENCY,
    async deliver(item, signal) {
      const body = webhookBody(item);
      const headers = {
        "content-type": "application/json",
        ...signWebhook({ id: item.id, body, key, now: Date.now() }),
      };
      try {
        return judge(await post(url, { headers, body, timeoutMs, signal }));
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof GalleyError)) throw error;
        return { ok: false, blame: "receiver", reason: messageOf(error), retryAfterMs: null };
      }
    },
  };
}

function judge(answer: Awaited<ReturnType<PostMessage>>): Delivery {
  if (answer.status >= 200 && answer.status < 300) return { ok: true };
  const said = answer.text.replaceAll(/\s+/gu, " ").trim().slice(0, 200);
  return {
    ok: false,
    blame: OF_THE_ITEM.has(answer.status) ? "item" : "receiver",
    reason: `HTTP status ${answer.status}${said === "" ? "" : `: ${said}`}`,
    retryAfterMs: answer.retryAfterMs,
  };
}
