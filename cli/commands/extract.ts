import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { decodeBody } from "../../crawler/decode-body.ts";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { messageOf, PermanentError, UsageError } from "../../errors.ts";
import { toArticleRecord } from "../../extractor/article-record.ts";
import { extract } from "../../extractor/extract.ts";
import { extractText } from "../../extractor/text-mode/extract-text.ts";
import type { BlockType, ExtractMode } from "../../types.ts";
import { extractLines } from "../extract-lines.ts";
import { extractWarc } from "../extract-warc.ts";
import { articleWriter, type Format } from "../format-article.ts";
import { writeOutput } from "../write-output.ts";

/** What `--input` can say of a file. */
export type InputForm = "html" | "text" | "jsonl" | "warc" | "wet";

export interface ExtractCommandOptions {
  readonly input: InputForm;
  readonly url: string | null;
  readonly format: Format | null;
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
}

/** `galley extract FILE|-`: articles out of pages that are already here; no network. Answers the exit code. */
export async function extractCommand(file: string, options: ExtractCommandOptions): Promise<number> {
  const name = file === "-" ? "stdin" : file;
  const source = await openInput(file);
  const { input, format, keep, drop, mode } = options;
  if (input === "html" || input === "text") return extractPage(source, { ...options, input, name });
  const writer = articleWriter(format ?? "jsonl", "several", writeOutput);
  if (input === "jsonl") return extractLines(source, { name, keep, drop, mode, writer });
  return extractWarc(source, { name, form: input, keep, drop, mode, writer });
}

/** A file's bytes, or those of stdin. */
export async function openInput(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === "-") return process.stdin;
  try {
    if ((await stat(file)).isDirectory()) throw new Error("it is a folder");
    const stream = createReadStream(file);
    await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject));
    return stream;
  } catch (cause) {
    const message = `Cannot read ${file}: ${messageOf(cause)}. Give the path of a readable file, or - for stdin.`;
    throw new UsageError("file-not-readable", message, { cause });
  }
}

async function extractPage(
  source: AsyncIterable<Uint8Array>,
  options: ExtractCommandOptions & { readonly name: string; readonly input: "html" | "text" },
): Promise<number> {
  const { name, input, keep, drop, mode } = options;
  const { html } = decodeBody(await buffer(source), null);
  if (html.trim() === "") {
    throw new PermanentError(
      "empty-input",
      `${name} is empty: there is no page to extract. Give ${input === "html" ? "HTML" : "text"}.`,
    );
  }
  const url = options.url === null ? null : parsePageUrl(options.url).href;
  const choice = { keep, drop, mode };
  const extraction =
    input === "html" ? extract({ html, url }, choice) : extractText({ text: html, url }, choice);
  if (extraction.articleBody === "") {
    throw new PermanentError(
      "no-article",
      `${name} holds no article text. Check that it is the page you meant and that its text stands in the HTML, not in scripts.`,
    );
  }
  const writer = articleWriter(options.format ?? "text", "one", writeOutput);
  await writer.write(toArticleRecord(extraction, { url, fetch: null }));
  await writer.end();
  return 0;
}
