import { type ChangeObject, createTwoFilesPatch, diffWords } from "diff";
import type { StoredArticle } from "../types.ts";
import { NEWS_FIELDS } from "./revise-article.ts";

/** A fact that differs between two versions. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

const DATES = ["datePublishedRaw", "dateModified"] as const;

/** The facts that differ, the text aside: what a revision lists as changed, with both values. */
export function changedFacts(before: StoredArticle, after: StoredArticle): readonly FieldChange[] {
  return [...NEWS_FIELDS, ...DATES]
    .map((field) => ({ field, from: before[field], to: after[field] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

/** The text of both versions as a unified diff (as `diff -u`), a paragraph a line; empty where the text is the same. */
export function unifiedDiff(before: StoredArticle, after: StoredArticle): string {
  const [from, to] = [textOf(before), textOf(after)];
  if (from === to) return "";
  const name = ({ id, revision }: StoredArticle): string => `${id}@${revision.n}`;
  const header = ({ dateModified, fetch }: StoredArticle): string => fetch?.fetchedAt ?? dateModified ?? "";
  return createTwoFilesPatch(name(before), name(after), from, to, header(before), header(after), {
    context: 2,
  });
}

/** The text of both versions word by word; for scripts without spaces as Intl.Segmenter finds words. */
export function wordDiff(before: StoredArticle, after: StoredArticle): readonly ChangeObject<string>[] {
  const language = after.inLanguage ?? before.inLanguage ?? "en";
  return diffWords(textOf(before), textOf(after), { intlSegmenter: segmenterOf(language) });
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    // The page's own claim of a language need not be one.
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}

function textOf(article: StoredArticle): string {
  return `${article.articleBody.replaceAll(/\n{2,}/gu, "\n")}\n`;
}
