import { writeFile } from "node:fs/promises";
import { normalizeUrl } from "../../crawler/normalize-url.ts";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { messageOf, UsageError } from "../../errors.ts";
import type { AccountInput } from "../../extractor/explain/account.ts";
import { showAccount } from "../../extractor/explain/explain-page.ts";
import type { BlockType, ExtractMode } from "../../types.ts";
import type { Config } from "../config.ts";
import type { NetworkOptions } from "../network-options.ts";
import { createHostTurns } from "../../crawler/local-turns.ts";
import { openFetcher } from "../open-fetcher.ts";
import { stopSignal } from "../stop-signal.ts";
import { writeOutput } from "../write-output.ts";
import { accountForOne } from "../../queue/extract-one.ts";
import { nameOfInput, readPage } from "../read-input.ts";

export interface ExplainCommandOptions extends NetworkOptions {
  /** What a file holds. */
  readonly input: "html" | "text";
  readonly url: string | null;
  /** The file to write, or null for stdout. */
  readonly output: string | null;
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
  readonly config: Config;
}

/** `galley explain URL|FILE|-`: one HTML page that shows what was kept and what was removed. Answers the exit code. */
export async function explainCommand(page: string, options: ExplainCommandOptions): Promise<number> {
  const { keep, drop, mode, output } = options;
  const input = /^[a-z][a-z\d+.-]+:\/\//iu.test(page)
    ? await fetchInput(page, options)
    : await readInput(page, options);
  const html = showAccount(
    await accountForOne({ ...input, name: nameOfInput(page) }, { keep, drop, mode }),
    input.url,
  );
  if (output === null) {
    await writeOutput(html);
    return 0;
  }
  try {
    await writeFile(output, html);
  } catch (cause) {
    const message = `Cannot write ${output}: ${messageOf(cause)}. Give a path that can be written to --output.`;
    throw new UsageError("usage", message, { cause });
  }
  return 0;
}

async function fetchInput(given: string, options: ExplainCommandOptions): Promise<AccountInput> {
  const url = normalizeUrl(parsePageUrl(given));
  const fetcher = openFetcher(options, options.config);
  const stop = stopSignal();
  try {
    const { page } = await fetcher.fetch(
      { url, depth: 0, referrer: null },
      stop.signal,
      createHostTurns(options.delayMs),
    );
    return { html: page.html, url: page.finalUrl };
  } finally {
    stop.release();
    await fetcher.close();
  }
}

async function readInput(file: string, options: ExplainCommandOptions): Promise<AccountInput> {
  const content = await readPage(file, options.input === "html" ? "HTML" : "text");
  const url = options.url === null ? null : parsePageUrl(options.url).href;
  return options.input === "html" ? { html: content, url } : { text: content, url };
}
