import { createHash, createHmac, timingSafeEqual } from "node:crypto";

// AWS Signature Version 4 from the server's side, written after Amazon's "Authenticating Requests: Using the Authorization
// Header": independent of the client's library.

export interface SignedRequest {
  readonly method: string;
  /** As it stood in the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();

/** UriEncode of the guide: every byte but unreserved characters. */
function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalQuery(query: string): string {
  const pairs = query === "" ? [] : query.split("&").map((pair) => pair.split("="));
  const decode = (text = ""): string => decodeURIComponent(text.replaceAll("+", " "));
  return pairs
    .map(([name, value]) => `${uriEncode(decode(name))}=${uriEncode(decode(value))}`)
    .toSorted()
    .join("&");
}

/** The signature that a request should carry, from the header fields it says that it signed. */
export function signatureOf(request: SignedRequest, secret: string): string {
  const { scope, signedHeaders } = readAuthorization(request.headers["authorization"] ?? "");
  const [path = "/", query = ""] = request.target.split("?");
  const canonical = [
    request.method,
    path
      .split("/")
      .map((part) => uriEncode(decodeURIComponent(part)))
      .join("/"),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? "").trim().replace(/ +/gu, " ")}`),
    "",
    signedHeaders.join(";"),
    request.headers["x-amz-content-sha256"] ?? "",
  ].join("\n");
  const [date = "", region = "", service = ""] = scope.split("/");
  const signed = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), "aws4_request");
  return hmac(key, signed).toString("hex");
}

export interface Authorization {
  readonly accessKeyId: string;
  /** date/region/service/aws4_request */
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

export function readAuthorization(header: string): Authorization {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/u.exec(
      header,
    );
  const [, accessKeyId = "", scope = "", signed = "", signature = ""] = match ?? [];
  return { accessKeyId, scope, signedHeaders: signed.split(";"), signature };
}

/** What is wrong with a request, as S3's error code; null when it is signed well. */
export function refuseSignature(
  request: SignedRequest,
  {
    accessKeyId,
    secret,
    region,
  }: { readonly accessKeyId: string; readonly secret: string; readonly region: string },
): string | null {
  const given = readAuthorization(request.headers["authorization"] ?? "");
  if (given.signature === "") return "AccessDenied";
  if (given.accessKeyId !== accessKeyId) return "InvalidAccessKeyId";
  if (given.scope.split("/").slice(1).join("/") !== `${region}/s3/aws4_request`)
    return "AuthorizationHeaderMalformed";
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => given.signedHeaders.includes(name)))
    return "AccessDenied";
  if (request.headers["x-amz-content-sha256"] !== sha256(request.body)) return "XAmzContentSHA256Mismatch";
  const expected = Buffer.from(signatureOf(request, secret));
  return timingSafeEqual(expected, Buffer.from(given.signature)) ? null : "SignatureDoesNotMatch";
}
