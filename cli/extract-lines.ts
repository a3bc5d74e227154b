import { z } from "zod";
import { GalleyError, PermanentError } from "../errors.ts";
import { toArticleRecord } from "../extractor/article-record.ts";
import { createExtractPool, type ExtractPool } from "../queue/extract-pool.ts";
import type { PageSource } from "../queue/extract-task.ts";
import { mapOrdered } from "../queue/map-ordered.ts";
import type { ArticleRecord, BlockType, ExtractMode } from "../types.ts";
import type { ArticleWriter } from "./format-article.ts";
import { readLines } from "./read-lines.ts";
import { reportError } from "./report-error.ts";

export interface ExtractLinesOptions {
  /** What the input is called in messages. */
  readonly name: string;
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
  readonly writer: ArticleWriter;
}

/** One line of the input. The URL may be anything: it is only a base for links. */
const LINE = z.object({
  id: z.union([z.string(), z.number()]),
  url: z.string().nullish(),
  html: z.string().optional(),
  text: z.string().optional(),
});

type LineResult =
  | { readonly ok: true; readonly record: ArticleRecord }
  | { readonly ok: false; readonly error: GalleyError };

/**
 * `{"id","url","html"}` lines in (or `text`, a plain-text dump, instead of `html`), one record a line out, in input order and bounded memory.
 * A broken line is reported with its number and the rest goes on; the exit code is then that of the first failure.
 */
export async function extractLines(
  source: AsyncIterable<Uint8Array>,
  options: ExtractLinesOptions,
): Promise<number> {
  const pool = createExtractPool();
  let exitCode = 0;
  let lines = 0;
  try {
    const extractLine = (line: NumberedLine): Promise<LineResult> => extractOne(line, pool, options);
    for await (const result of mapOrdered(numberedLines(source), pool.threads * 2, extractLine)) {
      lines += 1;
      if (result.ok) {
        await options.writer.write(result.record);
      } else {
        const code = reportError(result.error);
        exitCode ||= code;
      }
    }
    if (lines === 0) {
      const message = `${options.name} is empty: there is nothing to extract. Each line is {"id", "url", "html"}.`;
      throw new PermanentError("empty-input", message);
    }
    await options.writer.end();
  } finally {
    await pool.close();
  }
  return exitCode;
}

interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

async function* numberedLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  let number = 0;
  for await (const text of readLines(source)) {
    number += 1;
    if (text.trim() !== "") yield { number, text };
  }
}

async function extractOne(
  line: NumberedLine,
  pool: ExtractPool,
  options: ExtractLinesOptions,
): Promise<LineResult> {
  try {
    const { id, url, source } = parseLine(line, options.name);
    const extraction = await pool.extract({
      source,
      url,
      options: { keep: options.keep, drop: options.drop, mode: options.mode },
    });
    return { ok: true, record: toArticleRecord(extraction, { url, id, fetch: null }) };
  } catch (error) {
    if (!(error instanceof GalleyError)) throw error;
    if (error.code === "broken-line") return { ok: false, error };
    const located = new PermanentError(error.code, `${options.name}, line ${line.number}: ${error.message}`, {
      cause: error,
    });
    return { ok: false, error: located };
  }
}

interface ParsedLine {
  readonly id: string;
  readonly url: string | null;
  readonly source: PageSource;
}

function parseLine(line: NumberedLine, name: string): ParsedLine {
  const broken = (why: string, cause?: unknown): PermanentError =>
    new PermanentError(
      "broken-line",
      `${name}, line ${line.number}: ${why}. Each line is {"id", "url", "html"}; the other lines go on.`,
      { cause },
    );
  let json: unknown;
  try {
    json = JSON.parse(line.text);
  } catch (cause) {
    throw broken("it is not JSON", cause);
  }
  const parsed = LINE.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join(".") ?? "";
    if (field === "") throw broken("it is not an object");
    const isMissing = !(field in (json as object));
    throw broken(
      isMissing ? `"${field}" is missing` : `"${field}" is wrong: ${issue?.message ?? "unknown form"}`,
    );
  }
  const { id, url, html, text } = parsed.data;
  const source = html !== undefined ? { html } : text !== undefined ? { text } : null;
  if (source === null) throw broken(`"html" is missing, and there is no "text"`);
  return { id: String(id), url: url ?? null, source };
}
