import { STATUS_CODES } from "node:http";
import type { ArchivedPage } from "../../storage/page-archive.ts";
import { labelledDigest, onOneLine, recordId, type WrittenRecord } from "./write-record.ts";

/** The media type of the record that holds what Galley knows of a page beyond its HTTP answer. */
export const PAGE_FACTS_TYPE = "application/vnd.galley.page+json";

/** Header fields that tell of the bytes on the wire; the body in the archive has its codings taken off. */
const OF_THE_WIRE: ReadonlySet<string> = new Set(["content-encoding", "transfer-encoding", "content-length"]);
/** What such a field is renamed to, as other archives do it. */
const ORIGINAL = "x-archive-orig-";

/** The first record of a file: who wrote it. */
export function infoRecord(options: {
  readonly version: string;
  readonly date: string;
  readonly filename: string;
}): WrittenRecord {
  const lines = [
    `software: Galley/${options.version}`,
    "format: WARC File Format 1.1",
    "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
  ];
  return {
    type: "warcinfo",
    name: `warcinfo ${options.filename} ${options.date}`,
    date: options.date,
    fields: { "WARC-Filename": options.filename, "Content-Type": "application/warc-fields" },
    block: Buffer.from(lines.map((line) => `${line}\r\n`).join("")),
  };
}

/**
 * An archived page as two records: its facts, and behind them the page, as the answer that it came in; a page that the browser built
 * was never an answer and is a resource. The facts refer to the page and hold all that an import needs to give the same key.
 */
export function pageRecords(
  key: string,
  { meta, body }: ArchivedPage,
): readonly [WrittenRecord, WrittenRecord] {
  const isAnswer = meta.renderer === "http";
  const block = isAnswer ? httpAnswer({ meta, body }) : body;
  const page: WrittenRecord = {
    type: isAnswer ? "response" : "resource",
    name: `page ${key}`,
    date: meta.fetchedAt,
    fields: {
      "WARC-Target-URI": meta.finalUrl,
      "Content-Type": isAnswer
        ? "application/http; msgtype=response"
        : `${meta.contentType ?? "text/html"}; charset=${meta.charset}`,
      "WARC-Payload-Digest": labelledDigest(body),
      "WARC-Identified-Payload-Type": meta.contentType ?? "text/html",
    },
    block,
  };
  const facts: WrittenRecord = {
    type: "metadata",
    name: `facts ${key}`,
    date: meta.fetchedAt,
    fields: {
      "WARC-Target-URI": meta.finalUrl,
      "WARC-Refers-To": recordId(page.name),
      "Content-Type": PAGE_FACTS_TYPE,
    },
    block: Buffer.from(JSON.stringify(meta)),
  };
  return [facts, page];
}

function httpAnswer({ meta, body }: ArchivedPage): Buffer {
  const kept = Object.entries(meta.headers).map(([name, value]) =>
    OF_THE_WIRE.has(name) ? [`${ORIGINAL}${name}`, value] : [name, value],
  );
  const lines = [...kept, ["content-length", String(body.byteLength)]]
    .map(([name = "", value = ""]) => `${name}: ${onOneLine(value)}\r\n`)
    .join("");
  const status = `HTTP/1.1 ${meta.status} ${STATUS_CODES[meta.status] ?? ""}`.trimEnd();
  return Buffer.concat([Buffer.from(`${status}\r\n${lines}\r\n`), body]);
}
