import { diffLines } from "diff";
import type { StorableArticle } from "../../storage/article-store.ts";
import { previousRevision, reviseArticle } from "../../storage/revise-article.ts";
import type { StoredArticle } from "../../types.ts";

/** How one field differs, short enough for a screen. */
export interface FieldDiff {
  readonly field: string;
  /** Lines that went and came, each with `-` or `+` before it; cut to the first ones. */
  readonly lines: readonly string[];
  /** Lines that were cut from the list. */
  readonly more: number;
}

const SHOWN_LINES = 12;
const SHOWN_CHARACTERS = 200;
/** Two texts with nothing in common are not compared line by line to the end. */
const MOST_EDITS = 4000;
/** These follow the body; that they differ says enough. */
const UNSHOWN: ReadonlySet<string> = new Set(["markdown", "html"]);

/** What the store would find changed; empty where it would find nothing new. */
export function compareArticle(before: StoredArticle, after: StorableArticle): readonly FieldDiff[] {
  const revised = reviseArticle(previousRevision(before), after);
  if (revised.outcome === "unchanged") return [];
  return revised.article.revision.changed.map((field) => diffField(field, before, after));
}

function diffField(field: string, before: StoredArticle, after: StorableArticle): FieldDiff {
  if (UNSHOWN.has(field)) return { field, lines: [], more: 0 };
  const [old, now] = [textOf(before, field), textOf(after, field)];
  const changes = diffLines(`${old}\n`, `${now}\n`, { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  const lines = changes.flatMap(({ added, removed, value }) =>
    added || removed
      ? value
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => `${added ? "+" : "-"} ${cut(line)}`)
      : [],
  );
  return { field, lines: lines.slice(0, SHOWN_LINES), more: Math.max(0, lines.length - SHOWN_LINES) };
}

function textOf(article: StorableArticle, field: string): string {
  if (field === "pageType") return article.extraction.pageType;
  const value: unknown = article[field as keyof StorableArticle];
  return typeof value === "string" ? value : JSON.stringify(value);
}

function cut(line: string): string {
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS).toWellFormed()}…` : line;
}
