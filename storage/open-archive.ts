import { UsageError } from "../errors.ts";
import { openFileArchive } from "./file-archive.ts";
import type { PageArchive } from "./page-archive.ts";
import type { S3Credentials } from "./s3-client.ts";

export interface OpenArchiveOptions {
  /** For `s3:`; null where the environment has none. */
  readonly credentials: S3Credentials | null;
  /** Ends waits for a server that does not answer. */
  readonly signal?: AbortSignal | undefined;
}

const CHOICES = "file:FOLDER or s3://bucket/prefix?endpoint=…&region=…&pathStyle=true|false";

/**
 * Opens the page archive that a URL names; a folder is made where there is none, a bucket is not.
 * @throws UsageError (usage) for a URL that names none; UsageError (data-folder, archive-unreachable) for one that cannot be used
 */
export async function openArchive(url: string, options: OpenArchiveOptions): Promise<PageArchive> {
  const scheme = /^([a-z][a-z0-9]*):/iu.exec(url)?.[1]?.toLowerCase();
  if (scheme === "file") return openFileArchive(folderOf(url));
  if (scheme === "s3") return openS3(url, options);
  throw new UsageError("usage", `"${url}" names no page archive. An archive is ${CHOICES}.`);
}

/** `file:pages` as it is, `file:///srv/pages` without the empty host. */
function folderOf(url: string): string {
  const path = url.slice("file:".length).replace(/^\/\/(?:localhost)?(?=\/)/u, "");
  if (path === "" || path.startsWith("//") || path.includes("\0"))
    throw new UsageError("usage", `"${url}" names no folder. An archive is ${CHOICES}.`);
  return path;
}

/** The folder of an archive in files; null for one elsewhere. @throws UsageError (usage) */
export function archiveFolder(url: string): string | null {
  return /^file:/iu.test(url) ? folderOf(url) : null;
}

async function openS3(url: string, { credentials, signal }: OpenArchiveOptions): Promise<PageArchive> {
  const [{ parseS3Location }, { createS3Client }, { openS3Archive }] = await Promise.all([
    import("./s3-location.ts"),
    import("./s3-client.ts"),
    import("./s3-archive.ts"),
  ]);
  const location = parseS3Location(url);
  if (credentials === null)
    throw new UsageError(
      "usage",
      `${location.name} needs credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
    );
  return openS3Archive({ client: createS3Client({ location, credentials, signal }), location });
}
