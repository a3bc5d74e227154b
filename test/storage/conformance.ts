import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { ArticleStore } from "../../storage/article-store.ts";
import { describeArticles, describePages, describeRevisions } from "./conformance-articles.ts";
import { describeEvents } from "./conformance-events.ts";
import { describeFilters, describeSearch } from "./conformance-finding.ts";
import { describePruning, describeReaders } from "./conformance-retention.ts";
import type { Body } from "./conformance-run.ts";
import { describeOddValues } from "./conformance-values.ts";
import { describeBatches, describeKeeping } from "./conformance-writing.ts";

export interface StoreUnderTest {
  /** Opens the store that lives in `folder`; twice the same folder is twice the same store, if it keeps anything. */
  open(folder: string): Promise<ArticleStore>;
  /** Whether articles outlive close. */
  readonly keeps: boolean;
}

/** The suite that every article store passes. */
export function describeStore(name: string, subject: StoreUnderTest): void {
  const run = (title: string, body: Body): void => {
    test(title, async () => {
      const folder = await mkdtemp(join(tmpdir(), "galley-store-"));
      const opened: ArticleStore[] = [];
      const open = async (): Promise<ArticleStore> => {
        const store = await subject.open(folder);
        opened.push(store);
        return store;
      };
      try {
        await body(await open(), open);
      } finally {
        for (const store of opened) await store.close();
        await rm(folder, { recursive: true, force: true });
      }
    });
  };
  describe(name, () => {
    describeArticles(run);
    describeRevisions(run);
    describePages(run);
    describeEvents(run);
    describeOddValues(run);
    describeBatches(run);
    describeFilters(run);
    describeSearch(run);
    describeReaders(run);
    describePruning(run);
    if (subject.keeps) describeKeeping(run);
  });
}
