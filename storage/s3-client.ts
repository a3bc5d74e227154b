import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import type { LookupFunction } from "node:net";
import { Agent, request } from "undici";
import { messageOf } from "../errors.ts";
import { isPassing, nameS3Refusal, nameS3Silence, readS3Error } from "./s3-errors.ts";
import type { S3Location } from "./s3-location.ts";

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken: string | null;
}

export interface S3Request {
  readonly method: "GET" | "PUT";
  /** Object key, or empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface S3Client {
  /**
   * Sends a signed request; the answer's body, or null for an object that is not there. Tries again where waiting may help.
   * @throws UsageError (archive-unreachable) for credentials or a bucket that are refused, TransientError
   *   (archive-unreachable) when the server does not answer well after all attempts.
   */
  send(request: S3Request): Promise<Buffer | null>;
}

export interface S3ClientOptions {
  readonly location: S3Location;
  readonly credentials: S3Credentials;
  readonly signal?: AbortSignal | undefined;
  /** The first pause between two attempts, in milliseconds; each next one may be twice as long. */
  readonly firstPauseMs?: number;
  /** How the host's name is resolved; as the system does by default. */
  readonly lookup?: LookupFunction;
}

/** With pauses of up to 0.2, 0.4 … 6.4 s a server may be away for some 10 s. */
const ATTEMPTS = 7;
const FIRST_PAUSE_MS = 200;
const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 60_000;

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** A small S3 client: AWS Signature Version 4 (by aws4fetch), the payload's hash signed with every request. */
export function createS3Client(options: S3ClientOptions): S3Client {
  const { location, credentials, signal, lookup, firstPauseMs = FIRST_PAUSE_MS } = options;
  // Idle connections do not keep the process alive, so that nobody needs to close the agent.
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, ...(lookup === undefined ? {} : { lookup }) },
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
  const signingKeys = new Map<string, ArrayBuffer>();

  async function once({ method, key, query = {}, body }: S3Request): Promise<Answer> {
    const url = new URL(key.split("/").map(encodeURIComponent).join("/"), location.base);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const hash = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    const signer = new AwsV4Signer({
      ...credentials,
      ...(credentials.sessionToken === null
        ? { sessionToken: undefined }
        : { sessionToken: credentials.sessionToken }),
      method,
      url: url.href,
      headers: { "x-amz-content-sha256": hash },
      service: "s3",
      region: location.region,
      cache: signingKeys,
    });
    const signed = await signer.sign();
    const answer = await request(signed.url, {
      method,
      headers: Object.fromEntries(signed.headers),
      dispatcher: agent,
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()) };
  }

  async function attempt(asked: S3Request): Promise<Answer | Error> {
    try {
      return await once(asked);
    } catch (error) {
      signal?.throwIfAborted();
      return error instanceof Error ? error : new Error(messageOf(error));
    }
  }

  return {
    async send(asked) {
      for (let tries = 1; ; tries += 1) {
        const answer = await attempt(asked);
        const last = tries === ATTEMPTS;
        if (answer instanceof Error) {
          if (last) throw nameS3Silence(location, answer);
        } else if (answer.status >= 200 && answer.status < 300) {
          return answer.body;
        } else {
          const refusal = readS3Error(answer.status, answer.body);
          if (refusal.code === "NoSuchKey" && asked.key !== "") return null;
          if (last || !isPassing(refusal)) throw nameS3Refusal(location, refusal);
        }
        // Full jitter: many workers that failed together do not come back together.
        await sleep(Math.random() * firstPauseMs * 2 ** tries, undefined, { signal });
      }
    },
  };
}
