/** What the parts are made of that a block belongs to: its article, section, list and table, and its branch off the page's centre. */
import type { Surroundings } from "./around-features.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import { FAR, LANDMARKS } from "./landmarks.ts";
import { type Frame, levelsToMark } from "./page-outline.ts";
import type { PageStats } from "./page-stats.ts";
import { above } from "./place-features.ts";
import { KEPT_SHARE, LINK_SHARE, LOG_WORDS, PROSE, sumAt } from "./sums.ts";

const columnsOf = (part: string) => ({
  words: feature(`${part}-words`),
  linkShare: feature(`${part}-link-share`),
  prose: feature(`${part}-prose`),
  kept: feature(`${part}-kept`),
});
type Columns = ReturnType<typeof columnsOf>;

const CONTAINERS = (["article", "section", "list", "table", "aside"] as const).map((landmark) => ({
  landmark: LANDMARKS.indexOf(landmark),
  columns: columnsOf(`in-${landmark}`),
}));
const BRANCH = columnsOf("branch");
const BRANCH_STARTS = feature("branch-starts");

function putPart(sheet: FeatureSheet, i: number, columns: Columns, part: Frame, stats: PageStats): void {
  const { spans, page } = stats;
  const at = part.index;
  sheet.put(i, columns.words, sumAt(spans, at, LOG_WORDS));
  sheet.put(i, columns.linkShare, sumAt(spans, at, LINK_SHARE));
  sheet.put(i, columns.prose, sumAt(spans, at, PROSE) / Math.max(1, sumAt(page, 0, PROSE)));
  sheet.put(i, columns.kept, sumAt(spans, at, KEPT_SHARE));
}

function putNoPart(sheet: FeatureSheet, i: number, { words, linkShare, prose, kept }: Columns): void {
  sheet.put(i, words, -1);
  sheet.put(i, linkShare, -1);
  sheet.put(i, prose, -1);
  sheet.put(i, kept, -1);
}

/** The largest part around a block that is not the centre and does not hold it. */
function branchOf(frame: Frame, centre: Frame): Frame {
  let branch = frame;
  for (let up: Frame | null = frame; up && up !== centre && !holds(up, centre); up = up.parent) branch = up;
  return branch;
}

const holds = (frame: Frame, centre: Frame): boolean =>
  frame.depth < centre.depth && frame.firstBlock <= centre.firstBlock && centre.endBlock <= frame.endBlock;

export function putContainers(
  sheet: FeatureSheet,
  i: number,
  frame: Frame,
  { outline, stats, maps }: Surroundings,
): void {
  for (const { landmark, columns } of CONTAINERS) {
    const levels = levelsToMark(outline, frame, landmark);
    if (levels < FAR) putPart(sheet, i, columns, above(frame, levels), stats);
    else putNoPart(sheet, i, columns);
  }
  const branch = branchOf(frame, maps.keptCentre);
  putPart(sheet, i, BRANCH, branch, stats);
  sheet.put(i, BRANCH_STARTS, branch.firstBlock - maps.keptCentre.firstBlock);
}
