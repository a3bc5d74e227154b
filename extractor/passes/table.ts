import { findAuthorNotes } from "./find-author-notes.ts";
import { findBreadcrumbs } from "./find-breadcrumbs.ts";
import { findBylines } from "./find-bylines.ts";
import { findCaptions } from "./find-captions.ts";
import { findConsentBoxes } from "./find-consent-boxes.ts";
import { findDatelines } from "./find-datelines.ts";
import { findInlineRelated } from "./find-inline-related.ts";
import { findLabels } from "./find-labels.ts";
import { findLeftovers } from "./find-leftovers.ts";
import { findMetaLines } from "./find-meta-lines.ts";
import { findPageFurniture } from "./find-page-furniture.ts";
import { findPrompts } from "./find-prompts.ts";
import { findSections } from "./find-sections.ts";
import { findSlugs } from "./find-slugs.ts";
import { findStrayHeadings } from "./find-stray-headings.ts";
import { findTags } from "./find-tags.ts";
import { findTeasers } from "./find-teasers.ts";
import { findSignOffs, findWireLines } from "./find-wire-credits.ts";
import type { AfterPass, BeforePass, RequestedPass } from "./pass.ts";
import { recoverAttributions } from "./recover-attributions.ts";
import { recoverGaps } from "./recover-gaps.ts";
import { recoverSiblings } from "./recover-siblings.ts";
import { recoverStandfirst } from "./recover-standfirst.ts";

/** Passes that look at the whole page before the main content is chosen, in order. */
export const PASSES_BEFORE: readonly BeforePass[] = [findPageFurniture];

/** Passes that look at the chosen content with the page around it, in order. What was lost comes back before what is left over goes. */
export const PASSES_AFTER: readonly AfterPass[] = [
  findBreadcrumbs,
  recoverGaps,
  recoverAttributions,
  recoverStandfirst,
  recoverSiblings,
  findConsentBoxes,
  findSections,
  findCaptions,
  findBylines,
  findWireLines,
  findLabels,
  findMetaLines,
  findTags,
  findInlineRelated,
  findTeasers,
  findPrompts,
  findAuthorNotes,
  findSlugs,
  findLeftovers,
  findStrayHeadings,
];

/** Parts of lines that are text unless their type is dropped; what else they say is filed all the same. */
export const PASSES_ON_REQUEST: readonly RequestedPass[] = [findDatelines, findSignOffs];
