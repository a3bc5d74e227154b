import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import { UsageError } from "../errors.ts";
import type { ArticleStore, PutOutcome, StorableArticle } from "./article-store.ts";
import { checkKeys, serialiseRecord } from "./check-article.ts";
import type { ArticleTraits, PreviousRevision } from "./revise-article.ts";
import { articleTraits, reviseArticle } from "./revise-article.ts";

/** Bytes of a digest kept per field; 9 bytes (12 characters) make a false "unchanged" once in 2^72. */
const DIGEST_BYTES = 9;

/**
 * A store that only writes: each new or changed article becomes a line of `out`. To tell what is unchanged within the
 * run it keeps digests of the fields (about 400 bytes an article), not the articles. It leaves `out` open.
 */
export function openJsonlStream(out: Writable): ArticleStore {
  const written = new Map<string, PreviousRevision>();

  function revise(
    article: StorableArticle,
    staged: Map<string, PreviousRevision>,
    lines: string[],
  ): PutOutcome {
    checkKeys(article);
    const traits = digestTraits(articleTraits(article));
    const revised = reviseArticle(staged.get(article.id) ?? written.get(article.id) ?? null, article, traits);
    if (revised.outcome === "unchanged") return { id: article.id, outcome: "unchanged" };
    lines.push(`${serialiseRecord(revised.article)}\n`);
    staged.set(article.id, { n: revised.article.revision.n, traits });
    return { id: article.id, outcome: revised.outcome };
  }

  return {
    async put(articles) {
      const staged = new Map<string, PreviousRevision>();
      const lines: string[] = [];
      const outcomes = articles.map((article) => revise(article, staged, lines));
      // Before the wait: a put that comes meanwhile must see these articles, and its lines come after them.
      for (const [id, revision] of staged) written.set(id, revision);
      if (lines.length > 0) await writeAll(out, lines.join(""));
      return outcomes;
    },
    get: refuseReading,
    revisions: refuseReading,
    list: refuseReading,
    search: refuseReading,
    events: refuseReading,
    cursor: refuseReading,
    setCursor: refuseReading,
    prune: refuseReading,
    async count() {
      return written.size;
    },
    async close() {},
  };
}

function digestTraits(traits: ArticleTraits): ArticleTraits {
  return Object.fromEntries(
    Object.entries(traits).map(([field, value]) => [
      field,
      createHash("sha256").update(value).digest().subarray(0, DIGEST_BYTES).toString("base64"),
    ]),
  );
}

/** Resolves when the stream has taken the text, so that a slow reader slows the writer. */
function writeAll(out: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    out.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

async function refuseReading(): Promise<never> {
  throw new UsageError(
    "usage",
    "jsonl:- only writes. To read articles back, store them in sqlite:PATH or jsonl:PATH.",
  );
}
