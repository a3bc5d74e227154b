import assert from "node:assert/strict";
import { test } from "node:test";
import { TransientError } from "../../../errors.ts";
import type { FeedItem } from "../../../storage/feeds/feed-item.ts";
import { makeWebhookSecret, readWebhookSecret } from "../../../storage/feeds/sign-webhook.ts";
import { createWebhookTarget, type PostMessage } from "../../../storage/feeds/webhook-target.ts";
import { readmeVerifier } from "./webhook-receiver.ts";

const SECRET = makeWebhookSecret();
const ITEM: FeedItem = {
  seq: 4,
  id: "e4",
  type: "removed",
  articleId: "a1",
  revision: 2,
  contentHash: "c",
  at: "2026-03-01T06:00:00.000Z",
  article: null,
};
const never = new AbortController().signal;

const targetOf = (post: PostMessage) =>
  createWebhookTarget({ url: "https://hooks.example/in", key: readWebhookSecret(SECRET, "test"), post });

test("each attempt is signed anew, and says the same", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
  const sent: { readonly headers: Readonly<Record<string, string>>; readonly body: string }[] = [];
  const target = targetOf((_, message) => {
    sent.push(message);
    return Promise.resolve({ status: 500, retryAfterMs: null, text: "" });
  });
  await target.deliver(ITEM, never);
  t.mock.timers.setTime(Date.now() + 3_600_000);
  await target.deliver(ITEM, never);
  const [first, second] = sent;
  assert.equal(first?.body, second?.body);
  assert.equal(first?.headers["webhook-id"], second?.headers["webhook-id"]);
  assert.notEqual(first?.headers["webhook-signature"], second?.headers["webhook-signature"]);
  const verify = await readmeVerifier();
  assert.deepEqual(verify(second!.headers, second!.body, SECRET), {
    type: "article.removed",
    timestamp: ITEM.at,
    data: { seq: 4, id: "e4", articleId: "a1", revision: 2, contentHash: "c", article: null },
  });
  assert.throws(() => verify(first!.headers, first!.body, SECRET), /too old/u);
});

test("2xx is a receipt; some answers blame the item, all others the receiver", async () => {
  const outcomes: Record<string, string> = {};
  for (const status of [200, 204, 301, 400, 401, 404, 408, 410, 413, 422, 429, 500, 503]) {
    const answer = { status, retryAfterMs: status === 429 ? 5000 : null, text: "line one\nline two" };
    const outcome = await targetOf(() => Promise.resolve(answer)).deliver(ITEM, never);
    outcomes[status] = outcome.ok ? "ok" : outcome.blame;
    if (status === 429)
      assert.deepEqual(outcome, {
        ok: false,
        blame: "receiver",
        reason: "HTTP status 429: line one line two",
        retryAfterMs: 5000,
      });
  }
  const [ok, item, receiver] = ["ok", "item", "receiver"];
  assert.deepEqual(outcomes, {
    200: ok,
    204: ok,
    301: receiver,
    400: item,
    401: receiver,
    404: receiver,
    408: receiver,
    410: receiver,
    413: item,
    422: item,
    429: receiver,
    500: receiver,
    503: receiver,
  });
});

test("no answer blames the receiver; an abort is thrown", async () => {
  const lost = targetOf(() => Promise.reject(new TransientError("connection-failed", "refused")));
  assert.deepEqual(await lost.deliver(ITEM, never), {
    ok: false,
    blame: "receiver",
    reason: "refused",
    retryAfterMs: null,
  });
  await assert.rejects(lost.deliver(ITEM, AbortSignal.abort("stop")), (error) => error === "stop");
});
