import { createWriteStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { GalleyError, messageOf, PermanentError } from "../../errors.ts";
import { readVersion } from "../../library/read-version.ts";
import { archivePages } from "../archive-pages.ts";
import { openConfiguredArchive, openExistingArchive, type ArchivePlaceOptions } from "../open-archive.ts";
import { reportError } from "../report-error.ts";
import { createPageImport } from "../warc/import-page.ts";
import { infoRecord, pageRecords } from "../warc/page-records.ts";
import { readWarc } from "../warc/read-warc.ts";
import { encodeRecord, type WrittenRecord } from "../warc/write-record.ts";
import { writeOutput } from "../write-output.ts";
import { writeWholeFile } from "../write-whole-file.ts";
import { openInput } from "../read-input.ts";

const pack = promisify(gzip);

/** The first failure decides the exit code; each is told when it comes. */
function createTally(): { readonly fail: (error: GalleyError) => void; readonly exitCode: () => number } {
  const state = { exitCode: 0 };
  return {
    fail(error) {
      const code = reportError(error);
      state.exitCode ||= code;
    },
    exitCode: () => state.exitCode,
  };
}

export interface ArchiveListOptions extends ArchivePlaceOptions {
  /** ISO 8601, or null for all. */
  readonly since: string | null;
}

/** `galley archive list`: key, time, bytes and address of every raw page, separated by tabs. */
export async function listArchive(options: ArchiveListOptions): Promise<number> {
  const tally = createTally();
  const archive = await openExistingArchive(options);
  for await (const { key, page } of archivePages(archive, { since: options.since, onFailure: tally.fail })) {
    const { fetchedAt, bytes, finalUrl } = page.meta;
    await writeOutput(`${key}\t${fetchedAt}\t${bytes}\t${finalUrl}\n`);
  }
  return tally.exitCode();
}

/** `galley archive export FILE`: the raw pages as WARC 1.1, one gzip member a record where the name ends in `.gz`. */
export async function exportArchive(file: string, options: ArchiveListOptions): Promise<number> {
  const tally = createTally();
  const archive = await openExistingArchive(options);
  const encode = async (record: WrittenRecord): Promise<Buffer> =>
    file.endsWith(".gz") ? pack(encodeRecord(record)) : encodeRecord(record);
  let pages = 0;
  async function* records(): AsyncGenerator<Buffer> {
    const date = new Date().toISOString();
    yield encode(infoRecord({ version: readVersion(), date, filename: basename(file) }));
    for await (const { key, page } of archivePages(archive, {
      since: options.since,
      onFailure: tally.fail,
    })) {
      for (const record of pageRecords(key, page)) yield encode(record);
      pages += 1;
    }
  }
  if (file === "-") for await (const bytes of records()) await writeOutput(bytes);
  else await writeWholeFile(file, (partial) => pipeline(records(), createWriteStream(partial)));
  process.stderr.write(`galley: ${pages} pages → ${file === "-" ? "stdout" : file}\n`);
  return tally.exitCode();
}

/** `galley archive import FILE`: the pages of a WARC file into the archive; their keys and addresses to stdout. */
export async function importArchive(file: string, options: ArchivePlaceOptions): Promise<number> {
  const name = file === "-" ? "stdin" : file;
  const tally = createTally();
  const source = await openInput(file);
  const archive = await openConfiguredArchive(options);
  const pages = createPageImport();
  let records = 0;
  let imported = 0;
  for await (const result of readWarc(source, { wants: (fields) => pages.wants(fields) })) {
    records += 1;
    try {
      if (!result.ok) throw new Error(result.reason);
      const page = await pages.take(result.record);
      if (page === null) continue;
      await writeOutput(`${await archive.put(page)}\t${page.meta.finalUrl}\n`);
      imported += 1;
    } catch (cause) {
      if (cause instanceof GalleyError) throw cause;
      const message = `${name}, offset ${result.offset}: the record is broken: ${messageOf(cause)}. The other records go on.`;
      tally.fail(new PermanentError("broken-line", message, { cause }));
    }
  }
  if (records === 0)
    throw new PermanentError("empty-input", `${name} holds no records with pages. Give a WARC file.`);
  process.stderr.write(`galley: ${imported} pages → the archive\n`);
  return tally.exitCode();
}
