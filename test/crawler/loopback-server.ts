import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

/** A real HTTP server on a free loopback port, closed when the test ends. */
export interface LoopbackServer {
  readonly origin: string;
  readonly port: number;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
}

/** Starts one. `listener` gets every request but those for /robots.txt when it does not answer them itself. */
export async function startServer(context: TestContext, listener: RequestListener): Promise<LoopbackServer> {
  const asked: string[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? "");
    listener(incoming, outgoing);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  context.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked };
}

/** A page with enough prose to be no shell. */
export function storyPage(text: string): string {
  const filler =
    "The council met at noon and spoke about the harbour wall for the better part of the day. ".repeat(5);
  return `<!doctype html><html><head><title>Story</title></head><body><article><h1>${text}</h1><p>${filler}</p></article></body></html>`;
}
