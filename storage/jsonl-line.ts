import type { StoredArticle } from "../types.ts";
import type { ArticleEvent } from "./article-store.ts";
import { serialiseRecord } from "./check-article.ts";

/** What a line says of its event, beside the article: both are written, or neither. */
interface LineEvent {
  readonly seq: number;
  readonly id: string;
  readonly type: "new" | "changed";
  readonly at: string;
  /** Lines of the same batch that still follow. A batch whose 0 is missing was cut off by a crash. */
  readonly left: number;
}

/** A line taken apart. `event` is null for a line that no store wrote (an export, another program's). */
export interface ParsedLine {
  readonly article: StoredArticle;
  readonly event: LineEvent | null;
}

/** One line of the file, with its end: the StoredArticle with a further field, `event`. */
export function formatLine(article: StoredArticle, event: ArticleEvent, left: number): string {
  const { seq, id, type, at } = event;
  const line: LineEvent = { seq, id, type, at, left };
  return `${serialiseRecord({ ...article, event: line } as StoredArticle)}\n`;
}

/** @throws SyntaxError for a line that is no stored article */
export function parseLine(text: string): ParsedLine {
  const value: unknown = JSON.parse(text);
  if (!isLine(value)) throw new SyntaxError("it is not a stored article");
  const { event, ...article } = value;
  return { article, event: event ?? null };
}

function isLine(value: unknown): value is StoredArticle & { readonly event?: LineEvent } {
  if (typeof value !== "object" || value === null) return false;
  const line = value as Partial<StoredArticle> & { readonly event?: Partial<LineEvent> | null };
  return (
    typeof line.id === "string" &&
    typeof line.url === "string" &&
    typeof line.dedup?.contentHash === "string" &&
    typeof line.extraction?.version === "string" &&
    Array.isArray(line.image) &&
    Number.isInteger(line.revision?.n) &&
    (line.event === undefined || (Number.isInteger(line.event?.seq) && Number.isInteger(line.event?.left)))
  );
}
