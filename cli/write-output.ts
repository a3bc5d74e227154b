import { once } from "node:events";

/**
 * Writes to stdout and waits when the reader is slower than we are.
 * A reader that has gone (`| head`) ends the process quietly, as it does for other filters.
 */
export async function writeOutput(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** JSON on one line; U+2028 and U+2029, which some line readers cut at, are escaped. */
export function toJsonLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${json.replace(/[\u2028\u2029]/gu, (mark) => (mark === "\u2028" ? "\\u2028" : "\\u2029"))}\n`;
}
