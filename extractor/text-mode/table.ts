import type { BlockType } from "../../types.ts";
import { findAuthorNotes } from "./passes/find-author-notes.ts";
import { findBreadcrumbs } from "./passes/find-breadcrumbs.ts";
import { findBylines } from "./passes/find-bylines.ts";
import { findCaptions } from "./passes/find-captions.ts";
import { findCounters } from "./passes/find-counters.ts";
import { findDateLines } from "./passes/find-date-lines.ts";
import { findDatelines } from "./passes/find-datelines.ts";
import { findDoubtfulLines } from "./passes/find-doubtful-lines.ts";
import { findHeadline } from "./passes/find-headline.ts";
import { findInlineRelated } from "./passes/find-inline-related.ts";
import { findLabels } from "./passes/find-labels.ts";
import { findLeftovers } from "./passes/find-leftovers.ts";
import { findPrompts } from "./passes/find-prompts.ts";
import { findSections } from "./passes/find-sections.ts";
import { findSlugs } from "./passes/find-slugs.ts";
import { findTags } from "./passes/find-tags.ts";
import type { TextPass } from "./text-pass.ts";

/**
 * The rules over a dump, in order. What is plain by its form comes before the headline, which is chosen among the rest; slugs and breadcrumbs say which.
 * Requests come before the lists that they may stand in; what nothing else named comes last.
 */
export const RULE_PASSES: readonly TextPass[] = [
  findSlugs,
  findCounters,
  findBreadcrumbs,
  findDateLines,
  findLabels,
  findPrompts,
  findHeadline,
  findCaptions,
  findBylines,
  findSections,
  findInlineRelated,
  findAuthorNotes,
  findTags,
  findLeftovers,
];

/** The rules, and the model for what they leave. */
export const TEXT_PASSES: readonly TextPass[] = [...RULE_PASSES, findDoubtfulLines];

/** Passes that run only when their type is asked for with `drop`: what they point at is the article's text. */
export const PASSES_ON_REQUEST: readonly (TextPass & { readonly type: BlockType })[] = [findDatelines];
