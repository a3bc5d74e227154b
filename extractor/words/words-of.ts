import type { Block } from "../blocks.ts";
import { readWordsAnew } from "./read-words.ts";
import type { FoldedText } from "./read-words.ts";

/** What word lists see in a block's text. A dozen finders ask of the same blocks: it is kept on the block, where nothing is looked up. */
export function wordsOf(block: Block): FoldedText {
  return (block.words ??= readWordsAnew(block.text));
}
