import { createPhraseFinder } from "../words/phrase-finder.ts";

const AUTHOR_MARK =
  /(?:^|[\s_-])(?:by-?line|author|authors|autor|autoren|auteur|autore|autori|writer|verfasser|redakteur|writtenby|contributor)(?:[\s_-]|$|name|link|info)|(?:article|post|entry)author|author(?:name|link)|(?:^|[\s_-])(?:big|post-?)?user-?name(?:[\s_-]|$)|(?:^|[\s_-])(?:creator|post-?user-name)(?:[\s_-]|$)/i;
const DATE_MARK =
  /(?:^|[\s_-])(?:date|datum|datetime|time|timestamp|published|publish|pubdate|posted|posted-on|fecha|data|erschienen|updated)(?:[\s_-]|$)|(?:article|post|entry|pub|publish)date|date(?:line|time|published)/i;
/** Bits of what a class or an id speaks of. */
export const AUTHOR = 1;
export const DATE = 2;

/** Finds the names that may be one of AUTHOR_MARK or DATE_MARK, which most are not. */
const mayMark = createPhraseFinder([
  /by-?line|auth?or|auteur|autore|writer|verfasser|redakteur|writtenby|contributor|user-?name|creator/,
  /date|datum|time|publish|posted|fecha|data|erschienen/,
]);

/** Whether a class or id speaks of an author or a date, as bits. */
export function judgeMark(mark: string): number {
  const may = mayMark(mark.toLowerCase());
  const author = (may & AUTHOR) !== 0 && AUTHOR_MARK.test(mark) ? AUTHOR : 0;
  return (may & DATE) !== 0 && DATE_MARK.test(mark) ? author | DATE : author;
}

/** The same for a class, which repeats all over a page. To remember it beyond the page costs more than to judge it anew. */
export function judgeClass(text: string, known: Map<string, number>): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const marks = judgeMark(text);
  known.set(text, marks);
  return marks;
}
