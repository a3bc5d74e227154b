import { messageOf, TransientError, UsageError } from "../errors.ts";
import type { S3Location } from "./s3-location.ts";
import { textOfElement } from "./s3-xml.ts";

/** An S3 server's error answer (Amazon S3 API reference, "Error responses"). */
export interface S3Refusal {
  readonly status: number;
  /** `NoSuchBucket` and the like; made of the status where the server names none. */
  readonly code: string;
  readonly message: string;
}

export function readS3Error(status: number, body: Buffer): S3Refusal {
  const xml = body.toString("utf8");
  const code = textOfElement(xml, "Code") ?? (status === 404 ? "NoSuchKey" : `HTTP status ${status}`);
  return { status, code, message: textOfElement(xml, "Message") ?? "" };
}

const PASSING: ReadonlySet<string> = new Set(["SlowDown", "RequestTimeout", "OperationAborted"]);

/** Whether trying again may help. */
export function isPassing({ status, code }: S3Refusal): boolean {
  return status >= 500 || status === 429 || PASSING.has(code);
}

/** What can be done about an answer that says no for good. */
const ADVICE: Readonly<Record<string, string>> = {
  SignatureDoesNotMatch: "check AWS_SECRET_ACCESS_KEY, and that the URL names the server's own region",
  InvalidAccessKeyId: "check AWS_ACCESS_KEY_ID",
  AccessDenied: "these credentials may not read and write there; check them and the bucket's policy",
  NoSuchBucket: "there is no such bucket; make it, or correct the URL",
  RequestTimeTooSkewed: "this machine's clock is wrong; set it",
  AuthorizationHeaderMalformed: "the URL names another region than the bucket's; add region=… to it",
  PermanentRedirect: "the bucket is in another region; add region=… to the URL",
  ExpiredToken: "AWS_SESSION_TOKEN has expired; get new credentials",
};

export function nameS3Refusal(location: S3Location, refusal: S3Refusal): UsageError | TransientError {
  const said = [refusal.code, refusal.message].filter((part) => part !== "").join(": ");
  const advice = ADVICE[refusal.code] ?? "check the URL, the credentials and the server's log";
  const message = `The archive ${location.name} refused a request (${said.slice(0, 300)}): ${advice}.`;
  return isPassing(refusal)
    ? new TransientError("archive-unreachable", message)
    : new UsageError("archive-unreachable", message);
}

export function nameS3Silence(location: S3Location, cause: Error): TransientError {
  const { host } = new URL(location.base);
  const root = cause.cause ?? (cause instanceof AggregateError ? cause.errors[0] : cause);
  const message = `The archive ${location.name} does not answer at ${host} (${messageOf(root)}). Check the endpoint, or run again later: nothing is lost.`;
  return new TransientError("archive-unreachable", message, { cause });
}
