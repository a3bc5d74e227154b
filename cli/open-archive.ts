import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import { archiveFolder, openArchive } from "../storage/open-archive.ts";
import type { PageArchive } from "../storage/page-archive.ts";
import type { Config } from "./config.ts";

export interface ArchivePlaceOptions {
  readonly dataDir: string;
  readonly config: Config;
}

const archiveUrl = ({ dataDir, config }: ArchivePlaceOptions): string =>
  config.archive ?? `file:${join(dataDir, "pages")}`;

/** The page archive that the command line or the environment names; the folder `pages` of the data folder where neither does. */
export function openConfiguredArchive(options: ArchivePlaceOptions): Promise<PageArchive> {
  const {
    s3AccessKeyId: accessKeyId,
    s3SecretAccessKey: secretAccessKey,
    s3SessionToken: sessionToken,
  } = options.config;
  const credentials =
    accessKeyId === null || secretAccessKey === null ? null : { accessKeyId, secretAccessKey, sessionToken };
  return openArchive(archiveUrl(options), { credentials });
}

/** The same, to read from it: a folder must be there already. @throws UsageError (data-folder) */
export async function openExistingArchive(options: ArchivePlaceOptions): Promise<PageArchive> {
  const folder = archiveFolder(archiveUrl(options));
  if (folder !== null && !existsSync(folder))
    throw new UsageError(
      "data-folder",
      `There are no raw pages at ${folder}. Name the data folder with --data or the archive with --archive, or fill one: galley crawl URL --data ${options.dataDir}`,
    );
  return openConfiguredArchive(options);
}
