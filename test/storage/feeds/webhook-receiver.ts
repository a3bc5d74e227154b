import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly id: string;
    readonly seq: number;
    readonly articleId: string;
    readonly revision: number;
  };
}

export type Verify = (headers: IncomingMessage["headers"], body: string, secret: string) => Message;

/** The code that README shows receivers, as it stands there. */
export async function readmeVerifier(): Promise<Verify> {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const code = /```js\n(import [^`]*verifyWebhook[^`]*)```/u.exec(
    readme.replaceAll("`${id}.${timestamp}.${body}`", '[id, timestamp, body].join(".")'),
  )?.[1];
  if (code === undefined) throw new Error("README shows no verifyWebhook");
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    verifyWebhook: Verify;
  };
  return module.verifyWebhook;
}

export interface Received {
  readonly message: Message;
  readonly headers: IncomingMessage["headers"];
}

export interface WebhookReceiver {
  readonly url: string;
  readonly port: number;
  /** Verified messages in the order of their arrival, repeats included. */
  readonly received: Received[];
  close(): Promise<void>;
}

export interface ReceiverOptions {
  readonly secret: () => string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** The status for a verified message; 204 by default. */
  readonly answer?: (message: Message) => number | Promise<number>;
}

/** A webhook's receiver on loopback: verifies with README's code, and answers 401 where that fails. */
export async function startReceiver({
  secret,
  port = 0,
  answer = () => 204,
}: ReceiverOptions): Promise<WebhookReceiver> {
  const verify = await readmeVerifier();
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      try {
        const message = verify(request.headers, await text(request), secret());
        const status = await answer(message);
        if (status < 300) received.push({ message, headers: request.headers });
        response.writeHead(status).end();
      } catch (error) {
        response.writeHead(401).end(String(error));
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const listening = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${listening}/hook`,
    port: listening,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
