import { decodeBody } from "../crawler/decode-body.ts";
import { messageOf } from "../errors.ts";
import { extract, type ExtractOptions } from "../extractor/extract.ts";
import { extractText } from "../extractor/text-mode/extract-text.ts";
import type { Extraction } from "../types.ts";
import { serveTasks } from "./serve-tasks.ts";

/** A page as HTML, as archived bytes with the encoding they were first decoded with, or as a plain-text dump. */
export type PageSource =
  | { readonly html: string }
  | { readonly body: Uint8Array; readonly charset: string }
  | { readonly text: string };

export interface ExtractTask {
  readonly source: PageSource;
  readonly url: string | null;
  readonly options: ExtractOptions;
}

/** Errors do not keep their class on the way between threads, so an outcome is plain data. */
export type ThreadOutcome =
  | { readonly ok: true; readonly extraction: Extraction }
  | { readonly ok: false; readonly message: string };

function extractSource({ source, url, options }: ExtractTask): Extraction {
  return "text" in source
    ? extractText({ text: source.text, url }, options)
    : extract({ html: htmlOf(source), url }, options);
}

function htmlOf(source: Exclude<PageSource, { readonly text: string }>): string {
  return "html" in source
    ? source.html
    : decodeBody(source.body, `text/html; charset=${source.charset}`).html;
}

function runExtractTask(task: ExtractTask): ThreadOutcome {
  try {
    return { ok: true, extraction: extractSource(task) };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

serveTasks(runExtractTask);
