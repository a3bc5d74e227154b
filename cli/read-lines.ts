import { StringDecoder } from "node:string_decoder";

/**
 * Lines of a byte stream, cut at `\n` only (JSON may hold U+2028 and U+2029), without the line end.
 * Memory is bounded by the longest line.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  for await (const chunk of source) {
    const pieces = decoder.write(Buffer.from(chunk)).split("\n");
    const last = pieces.pop() ?? "";
    for (const piece of pieces) {
      parts.push(piece);
      yield parts.join("");
      parts = [];
    }
    if (last !== "") parts.push(last);
  }
  parts.push(decoder.end());
  const rest = parts.join("");
  if (rest !== "") yield rest;
}
