import { parsePageUrl } from "../../crawler/parse-url.ts";
import { PermanentError } from "../../errors.ts";
import { toArticleRecord } from "../../extractor/article-record.ts";
import type { BlockType, ExtractMode } from "../../types.ts";
import { extractLines } from "../extract-lines.ts";
import { extractOne } from "../../queue/extract-one.ts";
import { extractWarc } from "../extract-warc.ts";
import { articleWriter, type Format } from "../format-article.ts";
import { nameOfInput, openInput, readPage, unpackInput } from "../read-input.ts";
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
  const name = nameOfInput(file);
  const { input, format, keep, drop, mode } = options;
  if (input === "html" || input === "text") return extractPage(file, { ...options, input });
  const source = await openInput(file);
  const writer = articleWriter(format ?? "jsonl", "several", writeOutput);
  if (input === "jsonl") return extractLines(unpackInput(source, name), { name, keep, drop, mode, writer });
  return extractWarc(source, { name, form: input, keep, drop, mode, writer });
}

async function extractPage(
  file: string,
  options: ExtractCommandOptions & { readonly input: "html" | "text" },
): Promise<number> {
  const { input, keep, drop, mode } = options;
  const name = nameOfInput(file);
  const page = await readPage(file, input === "html" ? "HTML" : "text");
  const url = options.url === null ? null : parsePageUrl(options.url).href;
  const given = input === "html" ? { html: page, url, name } : { text: page, url, name };
  const extraction = await extractOne(given, { keep, drop, mode });
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
