/** What a page says twice: a text for wide screens and one for narrow, the slides of a slider, a template that prints its body two times. */
import type { Block } from "../blocks.ts";
import { bitsOfNames } from "../names-around.ts";

/** A text of fewer letters may stand on a page many times: a price, a size, a yes or no. */
const LEAST_REPEATED = 12;

/** Cells and lines of code mean something by their place, however often they say the same. */
const PLACED_TAGS = new Set(["td", "th", "dd", "pre"]);

/** A quotation repeats what it quotes. */
const QUOTATION = bitsOfNames("blockquote");

/** The blocks of a list, a shop, a thread that stood before. */
export function findRepeats(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return blocks.filter(({ text, tag, alphabeticLength }) => {
    if (alphabeticLength < LEAST_REPEATED || PLACED_TAGS.has(tag)) return false;
    const isRepeat = seen.has(text);
    seen.add(text);
    return isRepeat;
  });
}

/** Blocks that the copy may have and the text lacks, or the other way round, before the next they share. */
const MOST_APART = 2;
/** A copy has at least so many blocks of different texts, and these so many characters as if written in an alphabet. */
const LEAST_BLOCKS = 2;
const LEAST_COPIED = 500;
/** Of one block alone: right after itself it is a copy from so many characters on. A refrain is shorter. */
const LEAST_ECHO = 80;

/** A block that stood before: its place, and that of the one it is like. */
interface Twin {
  readonly at: number;
  readonly like: number;
}

/**
 * The blocks of an article that are the copy of a longer text before them, in the same order. What is said again here and
 * there is no copy: a plan has the same exercise each week, a song its refrain.
 */
export function findCopies(blocks: readonly Block[]): readonly Block[] {
  const copied = new Set<Block>();
  for (const run of twinRuns(blocks)) {
    const copies = run.map(({ at }) => blocks[at] as Block).filter((block) => !mayRepeat(block));
    const texts = new Map(copies.map(({ text, alphabeticLength }) => [text, alphabeticLength]));
    const length = [...texts.values()].reduce((sum, characters) => sum + characters, 0);
    if (texts.size < LEAST_BLOCKS || length < LEAST_COPIED) continue;
    for (const { at } of run) copied.add(blocks[at] as Block);
  }
  for (const [i, block] of blocks.entries()) {
    const isEcho = block.text === textAt(blocks, i - 1) && block.alphabeticLength >= LEAST_ECHO;
    if (isEcho && !mayRepeat(block)) copied.add(block);
  }
  return [...copied];
}

/** Whether the block by itself says nothing of a copy, as it means something by its place. */
const mayRepeat = ({ tag, around }: Block): boolean => PLACED_TAGS.has(tag) || (around & QUOTATION) !== 0;

const textAt = (blocks: readonly Block[], i: number): string | undefined =>
  i < 0 ? undefined : blocks[i]?.text;

/** Runs of blocks that follow each other as those they are like do, with little between them. */
function twinRuns(blocks: readonly Block[]): readonly (readonly Twin[])[] {
  const first = new Map<string, number>();
  const runs: Twin[][] = [];
  for (const [at, { text }] of blocks.entries()) {
    const earliest = first.get(text);
    if (earliest === undefined) {
      first.set(text, at);
      continue;
    }
    const run = runs.at(-1);
    const last = run?.at(-1);
    const like = last === undefined || at > last.at + MOST_APART ? undefined : nextLike(blocks, last, at);
    if (run === undefined || like === undefined) runs.push(runFrom(blocks, { at, like: earliest }));
    else run.push({ at, like });
  }
  return runs;
}

function nextLike(blocks: readonly Block[], last: Twin, at: number): number | undefined {
  for (let like = last.like + 1; like <= last.like + MOST_APART && like < at; like++) {
    if (textAt(blocks, like) === textAt(blocks, at)) return like;
  }
  return undefined;
}

/** A run begins before its first twin where that one's heading stands elsewhere too, and was first seen there. */
function runFrom(blocks: readonly Block[], twin: Twin): Twin[] {
  const before = { at: twin.at - 1, like: twin.like - 1 };
  const text = textAt(blocks, before.like);
  return text !== undefined && text === textAt(blocks, before.at) ? [before, twin] : [twin];
}
