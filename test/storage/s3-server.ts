import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { refuseSignature } from "./signature-v4.ts";

export interface S3Account {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly region: string;
}

/** A server that speaks the part of S3 that the archive uses, on a real socket, and checks every signature. */
export interface TestS3Server {
  readonly port: number;
  /** Objects by their key, of the one bucket that is there. */
  readonly objects: Map<string, Buffer>;
  readonly requests: string[];
  /** Answers the next requests with these, before any check: a status, or a broken connection. */
  readonly faults: (number | "reset")[];
  close(): Promise<void>;
}

export interface TestS3Options {
  readonly bucket: string;
  readonly account: S3Account;
  /** Keys of one answer at most, whatever is asked for. */
  readonly pageSize?: number;
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No &lt;${code}&gt;</Message></Error>`,
  );
}

function list(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams, pageSize: number): string {
  const after = query.get("continuation-token") ?? "";
  const prefix = query.get("prefix") ?? "";
  const all = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
  const page = all.slice(0, Math.min(pageSize, Number(query.get("max-keys") ?? 1000)));
  const cut = page.length < all.length;
  const next = cut ? `<NextContinuationToken>${escape(page.at(-1) ?? "")}</NextContinuationToken>` : "";
  const contents = page.map((key) => `<Contents><Key>${escape(key)}</Key><Size>1</Size></Contents>`).join("");
  return `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${cut}</IsTruncated>${next}${contents}</ListBucketResult>`;
}

export async function startS3Server(options: TestS3Options): Promise<TestS3Server> {
  const { bucket, account, pageSize = 1000 } = options;
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const faults: (number | "reset")[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? "/";
    const method = request.method ?? "GET";
    requests.push(`${method} ${target}`);
    const body = await buffer(request);
    const fault = faults.shift();
    if (fault === "reset") return void request.socket.destroy();
    if (fault !== undefined) return refuse(response, fault, fault === 503 ? "SlowDown" : "InternalError");
    const headers = request.headers as Record<string, string | undefined>;
    const code = refuseSignature({ method, target, headers, body }, account);
    if (code !== null) return refuse(response, code === "AuthorizationHeaderMalformed" ? 400 : 403, code);
    const url = new URL(target, "http://s3.test");
    const [, named = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
    // Both styles: the bucket in the host's name, or first in the path.
    const inHost = headers["host"]?.startsWith(`${bucket}.`) === true;
    const key = (inHost ? [named, ...rest] : rest).join("/");
    if (!inHost && named !== bucket) return refuse(response, 404, "NoSuchBucket");
    if (method === "PUT") {
      objects.set(key, body);
      return void response.end();
    }
    if (key === "") return void response.end(list(objects, url.searchParams, pageSize));
    const found = objects.get(key);
    if (found === undefined) return refuse(response, 404, "NoSuchKey");
    response.end(found);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    objects,
    requests,
    faults,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
