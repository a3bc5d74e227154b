import { join } from "node:path";
import { openArchive } from "../storage/open-archive.ts";
import type { PageArchive } from "../storage/page-archive.ts";
import type { Config } from "./config.ts";

export interface ArchivePlaceOptions {
  readonly dataDir: string;
  readonly config: Config;
}

/** The page archive that the command line or the environment names; the folder `pages` of the data folder where neither does. */
export function openConfiguredArchive({ dataDir, config }: ArchivePlaceOptions): Promise<PageArchive> {
  const {
    s3AccessKeyId: accessKeyId,
    s3SecretAccessKey: secretAccessKey,
    s3SessionToken: sessionToken,
  } = config;
  const credentials =
    accessKeyId === null || secretAccessKey === null ? null : { accessKeyId, secretAccessKey, sessionToken };
  return openArchive(config.archive ?? `file:${join(dataDir, "pages")}`, { credentials });
}
