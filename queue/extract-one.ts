import { GalleyError, PermanentError } from "../errors.ts";
import { type Account, accountFor, type AccountInput } from "../extractor/explain/account.ts";
import { extract, type ExtractOptions } from "../extractor/extract.ts";
import { extractText } from "../extractor/text-mode/extract-text.ts";
import { createExtractPool, type ExtractPool } from "./extract-pool.ts";
import type { Extraction } from "../types.ts";

/**
 * UTF-16 code units of a page that is extracted right here. A larger one gets a thread with limits on time and memory; to start
 * one takes as long as a third of a start of the program.
 */
const LARGEST_HERE = 2 ** 20;

/** A page as HTML or as plain text, and what it is called in messages. */
export type NamedInput = AccountInput & { readonly name: string };

/** Extracts one page. @throws PermanentError extraction-limit, extraction-failed */
export function extractOne(input: NamedInput, options: ExtractOptions): Promise<Extraction> {
  return run(
    input,
    () => ("html" in input ? extract(input, options) : extractText(input, options)),
    (pool) => pool.extract(taskOf(input, options)),
  );
}

/** Extracts one page and accounts for all of its text. @throws as extractOne does */
export function accountForOne(input: NamedInput, options: ExtractOptions): Promise<Account> {
  return run(
    input,
    () => accountFor(input, options),
    (pool) => pool.account(taskOf(input, options)),
  );
}

async function run<Result>(
  input: NamedInput,
  here: () => Result,
  inThread: (pool: ExtractPool) => Promise<Result>,
): Promise<Result> {
  if (("html" in input ? input.html : input.text).length <= LARGEST_HERE) return here();
  const pool = createExtractPool({ threads: 1 });
  try {
    return await inThread(pool);
  } catch (cause) {
    if (!(cause instanceof GalleyError)) throw cause;
    throw new PermanentError(cause.code, `${input.name}: ${cause.message}`, { cause });
  } finally {
    await pool.close();
  }
}

function taskOf(input: AccountInput, options: ExtractOptions): Parameters<ExtractPool["extract"]>[0] {
  const source = "html" in input ? { html: input.html } : { text: input.text };
  return { source, url: input.url, options };
}
