import type { FileHandle } from "node:fs/promises";
import { messageOf } from "../errors.ts";
import type { LineSpan } from "./jsonl-index.ts";
import { type ParsedLine, linesLeft, parseLine } from "./jsonl-line.ts";

/** Read at a time: many lines, little memory. */
const CHUNK_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;

export interface Scan {
  /** The end of the last complete batch. What follows was never acknowledged. */
  readonly end: number;
  /** Lines from `start` to `end`, empty ones included. */
  readonly count: number;
  /** Whether its last line lacks its line end: a file that another program wrote. */
  readonly open: boolean;
  /** The first line that is no stored article, counted from 1 at `start`; the scan stopped there. */
  readonly broken: { readonly number: number; readonly reason: string } | null;
  readonly size: number;
}

/**
 * Reads the file from `start`, a line's start, to its end, and tells whole batches from what a crash left.
 * `accept` gets each line of a complete batch, in order.
 */
export async function scanLines(
  file: FileHandle,
  start: number,
  accept: (line: ParsedLine, span: LineSpan) => void,
): Promise<Scan> {
  const { size } = await file.stat();
  let batch: (readonly [ParsedLine, LineSpan])[] = [];
  let end = start;
  let open = false;
  let number = 0;
  let count = 0;
  for await (const { text, offset, length, ended } of splitLines(file, start, size)) {
    number += 1;
    if (length === 0) continue;
    const line = tryParse(text);
    if ("reason" in line) {
      // A last line without its end is what a crash leaves, unless it was never an article's beginning.
      const torn = !ended && (text.startsWith("{") || text.startsWith("\0")) && !isWholeJson(text);
      return { end, count, open, size, broken: torn ? null : { number, reason: line.reason } };
    }
    batch.push([line, { offset, length }]);
    if (linesLeft(line) > 0) continue;
    for (const [line, span] of batch) accept(line, span);
    batch = [];
    count = number;
    open = !ended;
    end = offset + length + (ended ? 1 : 0);
  }
  return { end, count, open, size, broken: null };
}

interface RawLine extends LineSpan {
  readonly text: string;
  /** Whether a line feed ends it. */
  readonly ended: boolean;
}

async function* splitLines(file: FileHandle, start: number, size: number): AsyncGenerator<RawLine> {
  let parts: Buffer[] = [];
  let lineStart = start;
  for (let position = start; position < size;) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size - position));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    let from = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed !== -1; feed = chunk.indexOf(LINE_FEED, from)) {
      const bytes = Buffer.concat([...parts, chunk.subarray(from, feed)]);
      yield { text: bytes.toString(), offset: lineStart, length: bytes.length, ended: true };
      parts = [];
      from = feed + 1;
      lineStart = position + from;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
    position += bytesRead;
  }
  const rest = Buffer.concat(parts);
  if (rest.length > 0) yield { text: rest.toString(), offset: lineStart, length: rest.length, ended: false };
}

function tryParse(text: string): ParsedLine | { readonly reason: string } {
  try {
    return parseLine(text);
  } catch (error) {
    return { reason: messageOf(error) };
  }
}

function isWholeJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
