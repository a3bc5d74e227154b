import { PermanentError, TransientError } from "../errors.ts";
import { decodePage } from "./archive-format.ts";
import { checkPageKey, keyAt, keyPage, packContent, placeOf, unpackContent } from "./pack-page.ts";
import type { PageArchive } from "./page-archive.ts";
import type { S3Client } from "./s3-client.ts";
import type { S3Location } from "./s3-location.ts";
import { textOfElement, textsOfElements } from "./s3-xml.ts";

/** Keys asked for at a time; more than this S3 does not give. */
const LISTED_KEYS = 1000;

export interface S3ArchiveOptions {
  readonly client: S3Client;
  readonly location: S3Location;
  readonly listedKeys?: number;
}

/**
 * Pages as objects PREFIX/ab/abcdef….zst of one bucket, the same bytes as file-archive.ts writes: the two can be copied into
 * one another. An object is put whole or not at all (S3's own promise), and putting it again mends a damaged one.
 * @throws UsageError or TransientError (archive-unreachable) when the bucket cannot be listed.
 */
export async function openS3Archive(options: S3ArchiveOptions): Promise<PageArchive> {
  const { client, location } = options;
  const objectOf = (key: string): string => location.prefix + placeOf(key);
  const list = (after: string | null, limit: number): Promise<Listed> =>
    listObjects(options, { after, limit });
  // Wrong credentials and a missing bucket are said now, not in the middle of a crawl.
  await list(null, 1);
  return {
    async put(page) {
      const { key, content } = keyPage(page);
      await client.send({ method: "PUT", key: objectOf(key), body: await packContent(content) });
      return key;
    },
    async get(key) {
      checkPageKey(key);
      const packed = await client.send({ method: "GET", key: objectOf(key) });
      if (packed === null) return null;
      const found = await unpackContent(packed, key);
      if (found.state === "sound") return decodePage(found.content);
      throw new PermanentError(
        "data-folder",
        `The archived page ${location.name}/${placeOf(key)} is damaged: its content does not match its name. Remove it and fetch the page again.`,
        { cause: found.cause },
      );
    },
    async *keys() {
      let after: string | null = null;
      do {
        const listed: Listed = await list(after, options.listedKeys ?? LISTED_KEYS);
        for (const name of listed.names) {
          const key = keyAt(name.slice(location.prefix.length));
          if (key !== null) yield key;
        }
        after = listed.next;
      } while (after !== null);
    },
  };
}

interface Listed {
  readonly names: readonly string[];
  readonly next: string | null;
}

/** One page of ListObjectsV2, whose order is that of the names' bytes. */
async function listObjects(
  { client, location }: S3ArchiveOptions,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<Listed> {
  const answer = await client.send({
    method: "GET",
    key: "",
    query: {
      "list-type": "2",
      "max-keys": String(limit),
      ...(location.prefix === "" ? {} : { prefix: location.prefix }),
      ...(after === null ? {} : { "continuation-token": after }),
    },
  });
  const xml = answer?.toString("utf8") ?? "";
  if (!xml.includes("<ListBucketResult"))
    throw new TransientError(
      "archive-unreachable",
      `What answers for ${location.name} is no S3 server: it lists no objects. Check the endpoint.`,
    );
  const isCut = textOfElement(xml, "IsTruncated") === "true";
  return {
    names: textsOfElements(xml, "Key"),
    next: isCut ? textOfElement(xml, "NextContinuationToken") : null,
  };
}
