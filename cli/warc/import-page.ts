import { decodeBody } from "../../crawler/decode-body.ts";
import type { ArchivedPage } from "../../storage/page-archive.ts";
import type { PageMeta } from "../../types.ts";
import { readHttpResponse } from "./http-response.ts";
import { PAGE_FACTS_TYPE } from "./page-records.ts";
import type { WarcRecord } from "./warc-record.ts";

/** Facts stand right before their page; more than these that wait belong to pages that are not there. */
const WAITING_FACTS = 100;

const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/iu;

/** Makes archived pages of the records of one file, in their order. */
export interface PageImport {
  /** Tells by a record's fields whether it is of use. */
  wants(fields: ReadonlyMap<string, string>): boolean;
  /** The page in a record; null for what is none: facts, an image, an error answer. @throws Error for a broken one. */
  take(record: WarcRecord): Promise<ArchivedPage | null>;
}

export function createPageImport(): PageImport {
  const facts = new Map<string, PageMeta>();

  function keepFacts(record: WarcRecord): void {
    const [oldest] = facts.keys();
    if (oldest !== undefined && facts.size >= WAITING_FACTS) facts.delete(oldest);
    const target = record.fields.get("warc-refers-to");
    if (target !== undefined) facts.set(target, JSON.parse(record.block.toString("utf8")) as PageMeta);
  }

  return {
    wants(fields) {
      const type = fields.get("warc-type");
      const content = fields.get("content-type") ?? "";
      if (type === "metadata") return content === PAGE_FACTS_TYPE;
      if (type === "response") return /^\s*application\/http\b/iu.test(content);
      return type === "resource" && HTML.test(content);
    },
    async take(record) {
      if (record.fields.get("warc-type") === "metadata") {
        keepFacts(record);
        return null;
      }
      const id = record.fields.get("warc-record-id") ?? "";
      const own = facts.get(id);
      facts.delete(id);
      const found = await readPage(record);
      if (own !== undefined) return { meta: own, body: found.body };
      return found.status >= 200 &&
        found.status < 300 &&
        HTML.test(found.contentType) &&
        found.body.length > 0
        ? { meta: metaOf(record, found), body: found.body }
        : null;
    },
  };
}

interface FoundPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** With its parameters. */
  readonly contentType: string;
  readonly body: Buffer;
}

async function readPage({ fields, block }: WarcRecord): Promise<FoundPage> {
  if (fields.get("warc-type") === "resource") {
    const contentType = fields.get("content-type") ?? "";
    return { status: 200, headers: { "content-type": contentType }, contentType, body: block };
  }
  const { status, headers, body } = await readHttpResponse(block);
  const contentType = headers.get("content-type") ?? fields.get("warc-identified-payload-type") ?? "";
  return { status, headers: Object.fromEntries(headers), contentType, body };
}

/** What a file of another crawler tells of a page. It does not say what robots.txt said, nor how long the answer took. */
function metaOf({ fields }: WarcRecord, found: FoundPage): PageMeta {
  const given = fields.get("warc-target-uri")?.replace(/^<(.*)>$/u, "$1") ?? "";
  if (!URL.canParse(given) || !/^https?:/u.test(given))
    throw new Error(`its address is "${given.slice(0, 100)}"`);
  const date = new Date(fields.get("warc-date") ?? "");
  if (Number.isNaN(date.getTime())) throw new Error("it has no WARC-Date");
  const url = new URL(given).href;
  return {
    url,
    finalUrl: url,
    redirects: [],
    status: found.status,
    headers: found.headers,
    contentType: found.contentType.split(";", 1)[0]?.trim().toLowerCase() ?? null,
    charset: decodeBody(found.body, found.contentType).charset,
    renderer: "http",
    fetchedAt: date.toISOString(),
    robots: { verdict: "unchecked", source: "imported from a WARC file" },
    bytes: found.body.length,
    ms: 0,
  };
}
