import { GalleyError, messageOf } from "../errors.ts";
import { EXIT_CODES, EXIT_INTERNAL } from "./exit-codes.ts";

export function exitCodeOf(error: unknown): number {
  return error instanceof GalleyError ? EXIT_CODES[error.code] : EXIT_INTERNAL;
}

/** One line on stderr: what failed and what to do. A failure that Galley does not know shows its stack. */
export function reportError(error: unknown): number {
  const line =
    error instanceof GalleyError
      ? messageOf(error).replace(/\s*\n\s*/gu, " ")
      : `unexpected failure, please report it: ${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`galley: ${line}\n`);
  return exitCodeOf(error);
}
