import { GalleyError, messageOf, PermanentError } from "../errors.ts";
import { toArticleRecord } from "../extractor/article-record.ts";
import { createExtractPool, type ExtractPool } from "../queue/extract-pool.ts";
import { mapOrdered } from "../queue/map-ordered.ts";
import type { ArticleRecord, BlockType, ExtractMode } from "../types.ts";
import type { ArticleWriter } from "./format-article.ts";
import { reportError } from "./report-error.ts";
import { readWarc, type WarcResult } from "./warc/read-warc.ts";
import { mayHoldPage, pageOf, type WarcForm, type WarcPage } from "./warc/warc-page.ts";

export interface ExtractWarcOptions {
  /** What the input is called in messages. */
  readonly name: string;
  readonly form: WarcForm;
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
  readonly writer: ArticleWriter;
}

type RecordOutcome =
  | { readonly kind: "article"; readonly record: ArticleRecord }
  | { readonly kind: "no-page" }
  | { readonly kind: "failed"; readonly error: GalleyError };

/**
 * A WARC or WET file in, one record a page out, in the file's order and bounded memory. `fetch` stays null: a WARC
 * file does not say what FetchReport needs. A broken record is reported with its offset and the rest goes on; the exit code is then that
 * of the first failure.
 */
export async function extractWarc(
  source: AsyncIterable<Uint8Array>,
  options: ExtractWarcOptions,
): Promise<number> {
  const pool = createExtractPool();
  let exitCode = 0;
  let seen = 0;
  try {
    const results = readWarc(source, { wants: (fields) => mayHoldPage(fields, options.form) });
    const work = (result: WarcResult): Promise<RecordOutcome> => extractRecord(result, pool, options);
    for await (const outcome of mapOrdered(results, pool.threads * 2, work)) {
      seen += 1;
      if (outcome.kind === "article") {
        await options.writer.write(outcome.record);
      } else if (outcome.kind === "failed") {
        const code = reportError(outcome.error);
        exitCode ||= code;
      }
    }
    if (seen === 0) {
      const pages = options.form === "wet" ? "text (conversion) records" : "records with pages";
      throw new PermanentError(
        "empty-input",
        `${options.name} holds no ${pages}. Give a ${options.form.toUpperCase()} file.`,
      );
    }
    await options.writer.end();
  } finally {
    await pool.close();
  }
  return exitCode;
}

async function extractRecord(
  result: WarcResult,
  pool: ExtractPool,
  { name, keep, drop, mode }: ExtractWarcOptions,
): Promise<RecordOutcome> {
  const at = `${name}, offset ${result.offset}`;
  if (!result.ok) {
    return failed("broken-line", `${at}: the record is broken: ${result.reason}. The other records go on.`);
  }
  let page: WarcPage | null;
  try {
    page = await pageOf(result.record);
  } catch (error) {
    return failed(
      "broken-line",
      `${at}: the record is broken: ${messageOf(error)}. The other records go on.`,
      error,
    );
  }
  if (page === null) {
    return { kind: "no-page" };
  }
  try {
    const extraction = await pool.extract({
      source: page.source,
      url: page.url,
      options: { keep, drop, mode },
    });
    return { kind: "article", record: toArticleRecord(extraction, { url: page.url, fetch: null }) };
  } catch (error) {
    if (!(error instanceof GalleyError)) throw error;
    return failed(error.code, `${at}: ${error.message}`, error);
  }
}

function failed(code: GalleyError["code"], message: string, cause?: unknown): RecordOutcome {
  return { kind: "failed", error: new PermanentError(code, message, { cause }) };
}
