/** Not one of these parts a name from a title: they belong to the words beside them. */
const BOUND = /[!?.,;'"’‘“”„«(¿¡&+]/u;
/** Something that parts, with a space before it or without: " < ", " @ ", "_", ": ", "｜". */
const PARTING = /^(?:\s+[\p{P}\p{S}ǀ]{1,3}\s*|\s*(?:[_|｜＿ǀ●•·»›：／]|::?\s)\s*)$/u;
const BRACKETS = "[]()【】［］（）〔〕";

const wordsLeft = (text: string): boolean => /\p{L}.*\p{L}/u.test(text);

/** What stands between the end of the title's words and the place, without the words. */
function marksBefore(text: string): string {
  return /[^\p{L}\p{N}]*ǀ?[^\p{L}\p{N}]*$/u.exec(text)?.[0] ?? "";
}

function cutAtEnd(title: string, name: string): string | null {
  const close = title.at(-1) ?? "";
  const opening = BRACKETS[BRACKETS.indexOf(close) - 1] ?? "";
  if (BRACKETS.indexOf(close) % 2 === 1 && title.toLowerCase().endsWith(opening + name + close))
    return title.slice(0, -(name.length + 2)).trim();
  if (!title.toLowerCase().endsWith(name)) return null;
  const head = title.slice(0, -name.length);
  const marks = marksBefore(head);
  return PARTING.test(marks) && !BOUND.test(marks) ? head.slice(0, head.length - marks.length) : null;
}

function cutAtStart(title: string, name: string): string | null {
  const opening = title[0] ?? "";
  const close = BRACKETS[BRACKETS.indexOf(opening) + 1] ?? "";
  if (
    opening !== "" &&
    BRACKETS.indexOf(opening) % 2 === 0 &&
    title.toLowerCase().startsWith(opening + name + close)
  )
    return title.slice(name.length + 2).trim();
  if (!title.toLowerCase().startsWith(name)) return null;
  const rest = title.slice(name.length);
  const marks = /^[^\p{L}\p{N}]*ǀ?[^\p{L}\p{N}]*/u.exec(rest)?.[0] ?? "";
  // Behind a colon stands what the headline says of its subject.
  const isParting = PARTING.test(marks) && !BOUND.test(marks) && !/[:：]/u.test(marks);
  return isParting ? rest.slice(marks.length) : null;
}

/** A title without a name of the site at one of its ends, whatever mark stands between the two; the same title where there is none. */
export function cutSiteName(title: string, siteNames: readonly string[]): string {
  for (const siteName of siteNames) {
    const name = siteName.trim().toLowerCase();
    if (name.length < 2) continue;
    const cut = cutAtEnd(title, name) ?? cutAtStart(title, name);
    if (cut !== null && wordsLeft(cut)) return cut;
  }
  return title;
}
