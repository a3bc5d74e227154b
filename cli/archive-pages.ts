import { GalleyError } from "../errors.ts";
import { mapOrdered } from "../queue/map-ordered.ts";
import type { ArchivedPage, PageArchive } from "../storage/page-archive.ts";

/** Pages read ahead: enough to hide a round trip to S3. */
const READ_AHEAD = 8;

export interface KeyedPage {
  readonly key: string;
  readonly page: ArchivedPage;
}

/**
 * Every page of an archive that was fetched at or after `since` (ISO 8601; null for all), in the order of the keys. A
 * damaged page goes to `onFailure`, and the others go on.
 */
export async function* archivePages(
  archive: PageArchive,
  options: { readonly since: string | null; readonly onFailure: (error: GalleyError) => void },
): AsyncGenerator<KeyedPage> {
  const read = async (key: string): Promise<KeyedPage | GalleyError | null> => {
    try {
      const page = await archive.get(key);
      return page === null ? null : { key, page };
    } catch (error) {
      if (error instanceof GalleyError && error.code !== "archive-unreachable") return error;
      throw error;
    }
  };
  const { onFailure } = options;
  const since = options.since === null ? null : Date.parse(options.since);
  for await (const found of mapOrdered(archive.keys(), READ_AHEAD, read)) {
    if (found instanceof GalleyError) onFailure(found);
    else if (found !== null && (since === null || Date.parse(found.page.meta.fetchedAt) >= since))
      yield found;
  }
}
