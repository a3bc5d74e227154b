import { UsageError } from "../errors.ts";

/** Where pages are kept in S3, as a URL names it: `s3://bucket/prefix?endpoint=…&region=…&pathStyle=true`. */
export interface S3Location {
  readonly bucket: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
  /** The address that objects are under: keys are appended to it. Ends with a slash. */
  readonly base: string;
  readonly region: string;
  /** For messages. */
  readonly name: string;
}

/** Bucket names (Amazon S3 user guide, "Bucket naming rules"), and no dots that end in a path. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u;
const DEFAULT_REGION = "us-east-1";
const OPTIONS = new Set(["endpoint", "region", "pathStyle"]);

const EXAMPLE = "s3://bucket/prefix?endpoint=https://s3.example.org&region=eu-1";

/**
 * Reads an archive's S3 URL. With an endpoint of one's own the bucket stands in the path, without one in the host, unless `pathStyle`
 * says otherwise.
 * @throws UsageError usage
 */
export function parseS3Location(text: string): S3Location {
  const refuse = (why: string): never => {
    throw new UsageError("usage", `"${text}" names no S3 archive: ${why}. An example: ${EXAMPLE}`);
  };
  if (!URL.canParse(text)) return refuse("it is no URL");
  const url = new URL(text);
  if (!BUCKET.test(url.hostname)) refuse(`"${url.hostname}" is no bucket name`);
  if (url.username !== "" || url.password !== "")
    refuse("credentials come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  const unknown = [...url.searchParams.keys()].find((name) => !OPTIONS.has(name));
  if (unknown !== undefined) refuse(`the option ${unknown} is unknown (${[...OPTIONS].join(", ")})`);
  const bucket = url.hostname;
  const region = url.searchParams.get("region") ?? DEFAULT_REGION;
  const endpoint = url.searchParams.get("endpoint");
  if (endpoint !== null && !/^https?:\/\/[^/?#]+\/?$/u.test(endpoint))
    refuse("the endpoint is no http or https address");
  const host = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`);
  const style = url.searchParams.get("pathStyle") ?? String(endpoint !== null);
  if (style !== "true" && style !== "false") refuse("pathStyle is true or false");
  const prefix = decodeURIComponent(url.pathname).replaceAll(/^\/+|\/+$/gu, "");
  return {
    bucket,
    prefix: prefix === "" ? "" : `${prefix}/`,
    base: style === "true" ? `${host.origin}/${bucket}/` : `${host.protocol}//${bucket}.${host.host}/`,
    region,
    name: `s3://${bucket}/${prefix}`,
  };
}
