import type { MessagePort } from "node:worker_threads";
import { decodeBody } from "../crawler/decode-body.ts";
import { messageOf } from "../errors.ts";
import { extract, type ExtractOptions } from "../extractor/extract.ts";
import type { Extraction } from "../types.ts";

/** A page as text, or as archived bytes with the encoding they were first decoded with. */
export type PageSource = { readonly html: string } | { readonly body: Uint8Array; readonly charset: string };

export interface ExtractTask {
  readonly source: PageSource;
  readonly url: string | null;
  readonly options: ExtractOptions;
}

/** What crosses into the thread; `started` is told when the work begins, so that the time limit counts from there. */
export interface ThreadTask extends ExtractTask {
  readonly started: MessagePort;
}

/** Errors do not keep their class on the way between threads, so an outcome is plain data. */
export type ThreadOutcome =
  | { readonly ok: true; readonly extraction: Extraction }
  | { readonly ok: false; readonly message: string };

function htmlOf(source: PageSource): string {
  return "html" in source
    ? source.html
    : decodeBody(source.body, `text/html; charset=${source.charset}`).html;
}

/** Runs in a thread of the extract pool. */
export default function runExtractTask(task: ThreadTask): ThreadOutcome {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
  task.started.postMessage(null);
  try {
    return { ok: true, extraction: extract({ html: htmlOf(task.source), url: task.url }, task.options) };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  } finally {
    task.started.close();
  }
}
