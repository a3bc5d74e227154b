import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { PermanentError } from "../errors.ts";
import { folderError, preparePlace, writeError } from "./data-folder.ts";
import type { LineSpan } from "./jsonl-index.ts";
import type { FormattedLine, ParsedLine } from "./jsonl-line.ts";
import { scanLines } from "./jsonl-scan.ts";
import { syncFolder } from "./sync-folder.ts";

type Accept = (line: ParsedLine, span: LineSpan) => void;

/** A file of lines that only grows, read up to the end of its last complete batch. */
export interface JsonlFile {
  /** Hands on the lines that were added since the last call. */
  catchUp(): Promise<void>;
  /**
   * As catchUp, then cuts off what a crash left behind the last complete batch. Only under the file's lock.
   * @throws PermanentError (broken-line) for a line in the middle that is no stored article; nothing is cut then
   */
  recover(): Promise<void>;
  /** Appends a batch and syncs it to the disk; on failure the file is as before. Only under the lock, after recover. */
  append(lines: readonly FormattedLine[]): Promise<void>;
  read(span: LineSpan): Promise<string>;
  close(): Promise<void>;
}

/** @throws UsageError (data-folder) where the file cannot be made or is no regular file */
export async function openJsonlFile(path: string, accept: Accept): Promise<JsonlFile> {
  const file = await openForAppending(path);
  /** The end of the last complete batch, the lines up to there, and whether the last of them lacks its line end. */
  const read = { end: 0, lines: 0, open: false };

  async function scan(): Promise<Awaited<ReturnType<typeof scanLines>>> {
    const result = await scanLines(file, read.end, accept);
    if (result.count > 0)
      Object.assign(read, { end: result.end, lines: read.lines + result.count, open: result.open });
    return result;
  }

  return {
    async catchUp() {
      if ((await file.stat()).size > read.end) await scan();
    },
    async recover() {
      const before = read.lines;
      const { broken, size } = await scan();
      if (broken !== null)
        throw new PermanentError(
          "broken-line",
          `${path}, line ${before + broken.number}: ${broken.reason}. Mend or remove the line, or choose another path.`,
        );
      if (size > read.end) await attempt(path, () => file.truncate(read.end));
    },
    async append(lines) {
      const start = read.end + (read.open ? 1 : 0);
      const text = `${read.open ? "\n" : ""}${lines.map(({ text }) => text).join("")}`;
      try {
        await writeWhole(file, Buffer.from(text), read.end);
        await file.datasync();
      } catch (error) {
        // Where this fails too, the next opening cuts the rest off; the first failure is the one to report.
        await file.truncate(read.end).catch(() => undefined);
        throw writeError(path, error);
      }
      let offset = start;
      for (const { text, line } of lines) {
        const length = Buffer.byteLength(text);
        accept(line, { offset, length: length - 1 });
        offset += length;
      }
      Object.assign(read, { end: offset, lines: read.lines + lines.length, open: false });
    },
    async read({ offset, length }) {
      const buffer = Buffer.allocUnsafe(length);
      const { bytesRead } = await file.read(buffer, 0, length, offset);
      if (bytesRead < length)
        throw new PermanentError(
          "data-folder",
          `${path} has become shorter while it was open. Open it again.`,
        );
      return buffer.toString();
    },
    close: () => file.close(),
  };
}

async function openForAppending(path: string): Promise<FileHandle> {
  await preparePlace(path);
  return attempt(path, async () => {
    // Not O_APPEND: a batch is written where the last one ended, over what a crash left.
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o666);
    await syncFolder(dirname(path));
    return file;
  });
}

/** FileHandle.write may write less than it was given. */
async function writeWhole(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw folderError(path, error);
    throw error;
  }
}
