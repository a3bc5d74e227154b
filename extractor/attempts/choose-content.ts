import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import type { Finding } from "../passes/pass.ts";
import { createSelection, isBlock } from "../selection.ts";
import type { Selection } from "../selection.ts";
import { ATTEMPTS } from "./attempt-table.ts";
import type { AttemptInput, Candidate } from "./attempt.ts";
import { isSound, judge, scoreOf } from "./score-candidate.ts";
import type { Verdict } from "./score-candidate.ts";

export interface ChooseOptions {
  /** What the passes before pointed at: out of the article, and out of Readability's sight. */
  readonly before: readonly Finding[];
  /** Makes an empty document for Readability to take apart. */
  /** Names of the attempts to ask, in order. */
  readonly attempts: readonly string[];
  readonly createScratch: () => Document;
}

export interface Choice {
  readonly selection: Selection;
  readonly images: ReadonlySet<Element>;
  readonly confidence: number;
  readonly warnings: readonly string[];
}

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
  return toChoice(page, options, chooseAttempt(input, options.attempts));
}

interface Attempted {
  readonly name: string;
  readonly candidate: Candidate;
  readonly verdict: Verdict;
}

/** The first attempt whose answer is sound, or the one that scores best when none is. */
function chooseAttempt(input: AttemptInput, names: readonly string[]): Attempted | null {
  let best: Attempted | null = null;
  for (const name of new Set(names)) {
    const candidate = ATTEMPTS.find((attempt) => attempt.name === name)?.run(input) ?? null;
    if (candidate !== null) {
      const attempted = { name, candidate, verdict: judge(input.page, candidate, input.removed) };
      if (candidate.isStated === true || isSound(attempted.verdict)) {
        return attempted;
      }
      if (best === null || scoreOf(attempted.verdict) > scoreOf(best.verdict)) {
        best = attempted;
      }
    }
  }
  return best;
}

function toChoice(page: Page, { before, attempts }: ChooseOptions, attempted: Attempted | null): Choice {
  const selection = createSelection(page);
  attempted?.candidate.blocks.forEach((block) => selection.add(block));
  before.forEach((finding) => selection.remove(finding));
  return {
    selection,
    images: attempted?.candidate.images ?? new Set(),
    confidence: attempted === null ? 0 : Math.round(scoreOf(attempted.verdict) * 100) / 100,
    warnings:
      attempted === null
        ? ["no-content"]
        : attempted.name === attempts[0]
          ? []
          : [`fallback:${attempted.name}`],
  };
}
