import { createHmac, randomBytes } from "node:crypto";
import { UsageError } from "../../errors.ts";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;
/** The specification's bounds. */
const FEWEST_BYTES = 24;
const MOST_BYTES = 64;

export const makeWebhookSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString("base64");

/** The key in a secret, `whsec_` and Base64 of 24 to 64 bytes. @throws UsageError, naming the place it came from. */
export function readWebhookSecret(text: string, from: string): Buffer {
  const encoded = text.trim().startsWith(PREFIX) ? text.trim().slice(PREFIX.length) : "";
  const key = Buffer.from(encoded, "base64");
  if (key.length >= FEWEST_BYTES && key.length <= MOST_BYTES && /^[A-Za-z0-9+/]+=*$/u.test(encoded))
    return key;
  throw new UsageError(
    "usage",
    `${from} holds no webhook secret: it is ${PREFIX} and ${FEWEST_BYTES} to ${MOST_BYTES} bytes in Base64. \`galley sink add\` makes one where none is named.`,
  );
}

/**
 * The header fields of a webhook message, as Standard Webhooks 1.0 (standardwebhooks.com) asks: an HMAC-SHA256 over id, time and
 * body. Signed anew for each attempt, so that a receiver may refuse old times.
 */
export function signWebhook(message: {
  readonly id: string;
  readonly body: string;
  readonly key: Buffer;
  /** Epoch milliseconds. */
  readonly now: number;
}): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(message.now / 1000));
  const signature = createHmac("sha256", message.key)
    .update(`${message.id}.${timestamp}.${message.body}`)
    .digest("base64");
  return {
    "webhook-id": message.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
