import type { StoredArticle } from "../types.ts";
import type { ArticleEvent } from "./article-store.ts";
import { serialiseRecord } from "./check-article.ts";
import { completeRecord } from "./parse-record.ts";

/** What a line says of its event, beside the article: both are written, or neither. */
interface LineEvent {
  readonly seq: number;
  readonly id: string;
  readonly type: "new" | "changed";
  readonly at: string;
  /** Lines of the same batch that still follow. A batch whose 0 is missing was cut off by a crash. */
  readonly left: number;
}

/** The line that retention writes, the file's word that versions before it are gone. */
export interface PrunedLine {
  readonly pruned: {
    readonly id: string;
    /** Versions with this number and lower. */
    readonly upTo: number;
  };
  /** The `removed` event where no version is left, else null. */
  readonly removed: ArticleEvent | null;
  readonly left: number;
}

/** A line of an article. `event` is null for a line that no store wrote (an export, another program's). */
export interface ArticleLine {
  readonly article: StoredArticle;
  readonly event: LineEvent | null;
}

export type ParsedLine = ArticleLine | PrunedLine;

/** A line with its text, which ends with a line feed. */
export interface FormattedLine {
  readonly line: ParsedLine;
  readonly text: string;
}

/** One line of the file: the StoredArticle with a further field, `event`. */
export function formatLine(article: StoredArticle, line: LineEvent): FormattedLine {
  const { seq, id, type, at, left } = line;
  const event = { seq, id, type, at, left };
  return { line: { article, event }, text: `${serialiseRecord({ ...article, event } as StoredArticle)}\n` };
}

export function formatPruned(line: PrunedLine): FormattedLine {
  return { line, text: `${JSON.stringify(line)}\n` };
}

/** @throws SyntaxError for a line that is no stored article */
export function parseLine(text: string): ParsedLine {
  const value: unknown = JSON.parse(text);
  if (isPruned(value)) return value;
  if (!isLine(value)) throw new SyntaxError("it is not a stored article");
  const { event, ...article } = value;
  return { article: completeRecord(article), event: event ?? null };
}

/** Lines of the same batch that still follow. */
export function linesLeft(line: ParsedLine): number {
  return "pruned" in line ? line.left : (line.event?.left ?? 0);
}

function isPruned(value: unknown): value is PrunedLine {
  if (typeof value !== "object" || value === null || !("pruned" in value)) return false;
  const { pruned, removed, left } = value as Partial<PrunedLine>;
  return (
    typeof pruned?.id === "string" &&
    Number.isInteger(pruned.upTo) &&
    Number.isInteger(left) &&
    (removed === null || Number.isInteger(removed?.seq))
  );
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
