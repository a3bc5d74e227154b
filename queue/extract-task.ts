import { decodeBody } from "../crawler/decode-body.ts";
import { messageOf } from "../errors.ts";
import { accountFor, type AccountEntry } from "../extractor/explain/account.ts";
import { extractWhole } from "../extractor/extract-whole.ts";
import { extract, type ExtractOptions } from "../extractor/extract.ts";
import { narrowHtml, type PagePart } from "../extractor/narrow-html.ts";
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
  /** A part of the page in place of all of it. Only of HTML. */
  readonly part?: PagePart;
  /** `page`: all of its text in place of its article. Only of HTML; `article` by default. */
  readonly extent?: "article" | "page";
  /** Accounts for all of the page's text as well. Only of a whole page's article. */
  readonly account?: boolean;
}

/** Errors do not keep their class on the way between threads, so an outcome is plain data. */
export type ThreadOutcome =
  | { readonly ok: true; readonly extraction: Extraction; readonly entries?: readonly AccountEntry[] }
  | { readonly ok: false; readonly message: string };

function extractSource({ source, url, options, part, extent }: ExtractTask): Extraction {
  if ("text" in source) return extractText({ text: source.text, url }, options);
  const html = part === undefined ? htmlOf(source) : narrowHtml(htmlOf(source), part);
  return extent === "page" ? extractWhole({ html, url }) : extract({ html, url }, options);
}

function htmlOf(source: Exclude<PageSource, { readonly text: string }>): string {
  return "html" in source
    ? source.html
    : decodeBody(source.body, `text/html; charset=${source.charset}`).html;
}

function runExtractTask(task: ExtractTask): ThreadOutcome {
  try {
    if (task.account === true) {
      const { source, url, options } = task;
      const input = "text" in source ? { text: source.text, url } : { html: htmlOf(source), url };
      return { ok: true, ...accountFor(input, options) };
    }
    return { ok: true, extraction: extractSource(task) };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

serveTasks(runExtractTask);
