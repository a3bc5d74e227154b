import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const HTML = { "content-type": "text/html; charset=utf-8" };
const HEAD = "<!doctype html><html lang=en><head><title>A very long page</title></head><body><main>\n";

/** A signal that fires when the client has hung up. */
export function hangUpSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => controller.abort());
  return controller.signal;
}

/** Writes a chunk and waits until the client has taken enough of it; false when it has hung up. */
async function write(response: ServerResponse, chunk: string, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  if (response.write(chunk)) return true;
  try {
    await once(response, "drain", { signal });
    return true;
  } catch {
    return false;
  }
}

/** A paragraph of about 1 KB that differs from every other by its number. */
function filler(index: number): string {
  const sentence = `Ledger entry ${index} records a barrel, a rope and the weather of the day. `;
  return `<p>${sentence.repeat(Math.ceil(1000 / sentence.length))}</p>\n`;
}

/** HTML of `bytes` bytes at least, or without end. */
export async function sendFiller(response: ServerResponse, bytes: number): Promise<void> {
  const signal = hangUpSignal(response);
  response.writeHead(200, HTML);
  let sent = 0;
  let going = await write(response, HEAD, signal);
  for (let index = 0; going && sent < bytes; index += 64) {
    const chunk = Array.from({ length: 64 }, (_, offset) => filler(index + offset)).join("");
    sent += chunk.length;
    going = await write(response, chunk, signal);
    // Lets other requests in: a fast reader never makes `write` wait.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (going) response.end("</main></body></html>");
}

/** Sends a page in parts with a pause before each; the pauses add up to `ms`. */
export async function sendSlowly(response: ServerResponse, html: string, ms: number): Promise<void> {
  const signal = hangUpSignal(response);
  const parts = html.split(/(?=<p>)/);
  response.writeHead(200, HTML);
  response.flushHeaders();
  try {
    for (const part of parts) {
      await sleep(ms / parts.length, undefined, { signal });
      response.write(part);
    }
    response.end();
  } catch {
    response.destroy();
  }
}

/** Names a length, sends a third of it and hangs up. */
export async function sendTruncated(response: ServerResponse, html: string): Promise<void> {
  const body = Buffer.from(html);
  response.writeHead(200, { ...HTML, "content-length": body.byteLength });
  await new Promise<void>((resolve) =>
    response.write(body.subarray(0, body.byteLength / 3), () => resolve()),
  );
  response.destroy();
}
