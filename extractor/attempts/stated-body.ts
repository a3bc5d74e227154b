import { foldWords } from "../metadata/fold-text.ts";
import type { AttemptInput, Candidate } from "./attempt.ts";

/** A stated body shorter than this is a summary. */
const SHORTEST_BODY = 500;

/** So much of a block's beginning is looked for in the stated body. */
const PROBE = 120;

/** The blocks whose text stands in the article body that the page states in its JSON-LD. */
export function takeStatedBody({ page, removed }: AttemptInput): Candidate | null {
  const stated = page.metadata.jsonLdBody;
  if (stated === null || stated.length < SHORTEST_BODY) {
    return null;
  }
  const body = ` ${foldWords(stated)} `;
  const blocks = page.blocks.filter((block) => {
    const words = foldWords(block.text).slice(0, PROBE);
    return !removed.has(block) && words.length > 2 && body.includes(` ${words}`);
  });
  return blocks.length === 0 ? null : { blocks: new Set(blocks), images: new Set() };
}
