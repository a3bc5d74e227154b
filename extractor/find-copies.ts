/** What a page carries twice: a text for wide screens and one for narrow, a template that prints its body two times. */

/** Parts that the copy may have and the text lacks, or the other way round, before the next they share. */
const MOST_APART = 2;
/** A copy has at least so many parts of different texts, and these so many characters as if written in an alphabet. */
const LEAST_PARTS = 2;
const LEAST_COPIED = 500;
/** Of one part alone: right after itself it is a copy from so many characters on. A refrain is shorter. */
const LEAST_ECHO = 80;

/** How a part of a text, a block or a line of a dump, is read. */
export interface PartReader<T> {
  readonly textOf: (part: T) => string;
  /** In characters as if written in an alphabet; see alphabeticLength. */
  readonly lengthOf: (part: T) => number;
  /** Whether the part by itself says nothing of a copy: a cell means something by its place, a quotation repeats what it quotes. */
  readonly mayRepeat: (part: T) => boolean;
}

/** A part that stood before: its place, and that of the one it is like. */
interface Twin {
  readonly at: number;
  readonly like: number;
}

/**
 * The parts of an article that are the copy of a longer text before them, in the same order. What is said again here and
 * there is no copy: a plan has the same exercise each week, a song its refrain.
 */
export function findCopies<T>(parts: readonly T[], reader: PartReader<T>): readonly T[] {
  const { textOf, lengthOf, mayRepeat } = reader;
  const texts = parts.map(textOf);
  const copied = new Set<T>();
  for (const run of twinRuns(texts)) {
    const copies = run.map(({ at }) => parts[at] as T).filter((part) => !mayRepeat(part));
    const lengths = new Map(copies.map((part) => [textOf(part), lengthOf(part)]));
    const length = [...lengths.values()].reduce((sum, characters) => sum + characters, 0);
    if (lengths.size < LEAST_PARTS || length < LEAST_COPIED) continue;
    for (const { at } of run) copied.add(parts[at] as T);
  }
  for (const [i, part] of parts.entries()) {
    if (texts[i] === texts[i - 1] && lengthOf(part) >= LEAST_ECHO && !mayRepeat(part)) copied.add(part);
  }
  return [...copied];
}

/** Runs of parts that follow each other as those they are like do, with little between them. */
function twinRuns(texts: readonly string[]): readonly (readonly Twin[])[] {
  const first = new Map<string, number>();
  const runs: Twin[][] = [];
  for (const [at, text] of texts.entries()) {
    const earliest = first.get(text);
    if (earliest === undefined) {
      first.set(text, at);
      continue;
    }
    const run = runs.at(-1);
    const last = run?.at(-1);
    const like = last === undefined || at > last.at + MOST_APART ? undefined : nextLike(texts, last, at);
    if (run === undefined || like === undefined) runs.push(runFrom(texts, { at, like: earliest }));
    else run.push({ at, like });
  }
  return runs;
}

function nextLike(texts: readonly string[], last: Twin, at: number): number | undefined {
  for (let like = last.like + 1; like <= last.like + MOST_APART && like < at; like++) {
    if (texts[like] === texts[at]) return like;
  }
  return undefined;
}

/** A run begins before its first twin where that one's heading stands elsewhere too, and was first seen there. */
function runFrom(texts: readonly string[], twin: Twin): Twin[] {
  const before = { at: twin.at - 1, like: twin.like - 1 };
  return before.like >= 0 && texts[before.like] === texts[before.at] ? [before, twin] : [twin];
}
