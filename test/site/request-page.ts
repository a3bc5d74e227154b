import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body as it came over the wire, without content decoding. */
  readonly body: Buffer;
}

/**
 * Asks the local site for a page without decoding, redirects or a resolver: `*.localhost` goes to 127.0.0.1.
 * @throws Error when the server hangs up before the body's end.
 */
export function requestPage(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
  const { host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: "127.0.0.1", port, path: pathname + search, headers: { ...headers, host }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.once("error", reject);
        answer.once("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    outgoing.once("error", reject);
    outgoing.end();
  });
}
