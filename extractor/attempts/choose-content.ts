import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import type { Finding } from "../passes/pass.ts";
import { createSelection, isBlock } from "../selection.ts";
import type { Selection } from "../selection.ts";
import { ATTEMPTS } from "./attempt-table.ts";
import type { AttemptInput, Candidate } from "./attempt.ts";
import { coverageOf, scoreOf } from "./score-candidate.ts";

export interface ChooseOptions {
  /** What the passes before pointed at: out of the article, and out of Readability's sight. */
  readonly before: readonly Finding[];
  /** Makes an empty document for Readability to take apart. */
  readonly createScratch: () => Document;
}

export interface Choice {
  readonly selection: Selection;
  readonly images: ReadonlySet<Element>;
  readonly confidence: number;
  readonly warnings: readonly string[];
}

/** A first try that keeps this share of the page's prose needs no second one. */
const ENOUGH_COVERAGE = 0.5;

/** A shorter article than this (characters) may be a fragment, whatever its share. Readability's own threshold. */
const ENOUGH_TEXT = 500;

/** A fallback must beat the first try by this much: it sees the page without what usually tells content from the rest. */
const FALLBACK_HANDICAP = 0.9;

/** Chooses the blocks of the article: the first attempt, or when that found too little the best of all that apply. */
export function chooseContent(page: Page, options: ChooseOptions): Choice {
  const removed = new Set<Block>();
  const skipped = new Set<Element>();
  for (const { target } of options.before) {
    if (isBlock(target)) {
      removed.add(target);
    } else {
      skipped.add(target);
      page.blocksIn(target).forEach((block) => removed.add(block));
    }
  }
  const input: AttemptInput = { page, removed, skipped, createScratch: options.createScratch };
  const [first, ...fallbacks] = ATTEMPTS;
  let best = first.run(input);
  let bestScore = best === null ? 0 : scoreOf(page, best, removed);
  let rule: string = first.name;
  if (best === null || isTooLittle(page, best, removed)) {
    for (const attempt of fallbacks) {
      const candidate = attempt.run(input);
      const score = candidate === null ? 0 : scoreOf(page, candidate, removed) * FALLBACK_HANDICAP;
      if (candidate !== null && score > bestScore) {
        best = candidate;
        bestScore = score;
        rule = attempt.name;
      }
    }
  }
  return toChoice(page, options.before, { candidate: best, rule, score: bestScore });
}

function isTooLittle(page: Page, candidate: Candidate, removed: ReadonlySet<Block>): boolean {
  const length = [...candidate.blocks].reduce((sum, block) => sum + block.text.length, 0);
  return length < ENOUGH_TEXT || coverageOf(page, candidate, removed) < ENOUGH_COVERAGE;
}

function toChoice(
  page: Page,
  before: readonly Finding[],
  {
    candidate,
    rule,
    score,
  }: { readonly candidate: Candidate | null; readonly rule: string; readonly score: number },
): Choice {
  const selection = createSelection(page);
  candidate?.blocks.forEach((block) => selection.add(block));
  before.forEach((finding) => selection.remove(finding));
  return {
    selection,
    images: candidate?.images ?? new Set(),
    confidence: Math.round(Math.min(1, score) * 100) / 100,
    warnings: candidate === null ? ["no-content"] : rule === ATTEMPTS[0].name ? [] : [`fallback:${rule}`],
  };
}
