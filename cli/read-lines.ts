import { StringDecoder } from "node:string_decoder";

const BYTE_ORDER_MARK = /^\ufeff/;

/**
 * Lines of a byte stream, cut at `\n` only (JSON may hold U+2028 and U+2029), without the line end and the mark that some
 * programs begin a file with.
 * Memory is bounded by the longest line.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  let isFirst = true;
  for await (const chunk of source) {
    const text = decoder.write(Buffer.from(chunk));
    const pieces = (isFirst ? text.replace(BYTE_ORDER_MARK, "") : text).split("\n");
    isFirst &&= text === "";
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
