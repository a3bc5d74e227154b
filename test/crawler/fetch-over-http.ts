import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import type { TestContext } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { fetchHttp } from "../../crawler/fetch-http.ts";
import { UNHINDERED } from "../../crawler/host-turn.ts";
import { createHttpClient, type HttpClient } from "../../crawler/http-client.ts";
import type { FetchedBody } from "../../crawler/page-fetcher.ts";
import { GalleyError, type ErrorCode, type PermanentError, type TransientError } from "../../errors.ts";
import { storyPage } from "./loopback-server.ts";

// What the tests of fetching over HTTP share.

const guard = createAddressGuard({ allowNet: ["127.0.0.0/8"] });

export const PAGE = storyPage("Harbour wall");
export const USER_AGENT = "GalleyBot/test (+mailto:desk@paper.example)";

export function clientFor(context: TestContext): HttpClient {
  const client = createHttpClient({ guard, userAgent: USER_AGENT });
  context.after(() => client.close());
  return client;
}

export async function fetchFrom(
  client: HttpClient,
  url: string,
  limits: { readonly timeoutMs?: number; readonly maxBytes?: number; readonly signal?: AbortSignal } = {},
): Promise<FetchedBody> {
  const fetched = await fetchHttp(url, {
    client,
    earlier: null,
    timeoutMs: limits.timeoutMs ?? 60_000,
    maxBytes: limits.maxBytes ?? 1_000_000,
    signal: limits.signal,
    admit: async (next) => ({
      robots: { verdict: "unchecked", source: null },
      turn: await UNHINDERED({ host: new URL(next).host, kind: "page", crawlDelayMs: null }),
    }),
  });
  return fetched ?? assert.fail("no condition was set");
}

/** Whether an error is of that code and kind, and its message one line that names the page. */
export function fails(
  code: ErrorCode,
  kind: typeof PermanentError | typeof TransientError,
  url?: string,
): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof GalleyError, String(error));
    assert.equal(error.code, code, error.message);
    assert.ok(error instanceof kind, `${error.name}: ${error.message}`);
    if (url !== undefined) assert.ok(error.message.includes(url), error.message);
    assert.ok(error.url !== null);
    assert.ok(!error.message.includes("\n"));
    return true;
  };
}

export function sendHtml(
  outgoing: ServerResponse,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  outgoing.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
}
