import type { ScrapeDocument } from "./to-document.ts";

/** Characters of text kept at most, over all documents: clients ask for the same ones every few seconds. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

export interface DocumentCache {
  /** The document under `key`, made when it is not there or was forgotten. */
  get(key: string, make: () => Promise<ScrapeDocument>): Promise<ScrapeDocument>;
}

function sizeOf({ markdown = "", html = "", rawHtml = "" }: ScrapeDocument): number {
  // Metadata, links and the entry itself.
  const rest = 4096;
  return markdown.length + html.length + rawHtml.length + rest;
}

/** Remembers documents, the ones used longest ago going first. */
export function createDocumentCache(most: number = MOST_CHARACTERS): DocumentCache {
  const kept = new Map<string, ScrapeDocument>();
  const state = { size: 0 };

  function forget(key: string): void {
    const document = kept.get(key);
    if (document === undefined) return;
    kept.delete(key);
    state.size -= sizeOf(document);
  }

  return {
    async get(key, make) {
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const made = await make();
      forget(key);
      kept.set(key, made);
      state.size += sizeOf(made);
      for (const oldest of kept.keys()) {
        if (state.size <= most) break;
        forget(oldest);
      }
      return made;
    },
  };
}
