/** What the parts are made of that a block belongs to: its article, section, list and table, and its branch off the page's centre. */
import type { Surroundings } from "./around-features.ts";
import type { FeatureRow } from "./feature-row.ts";
import { FAR, type Frame, LANDMARKS } from "./page-outline.ts";
import type { PageStats, Sums } from "./page-stats.ts";

interface Names {
  readonly words: string;
  readonly linkShare: string;
  readonly prose: string;
  readonly kept: string;
}

const namesOf = (part: string): Names => ({
  words: `${part}-words`,
  linkShare: `${part}-link-share`,
  prose: `${part}-prose`,
  kept: `${part}-kept`,
});

const CONTAINERS = (["article", "section", "list", "table", "aside"] as const).map((landmark) => ({
  landmark: LANDMARKS.indexOf(landmark),
  names: namesOf(`in-${landmark}`),
}));
const BRANCH = namesOf("branch");

function putPart(row: FeatureRow, names: Names, part: Sums | null, stats: PageStats): void {
  row.put(names.words, part ? Math.log1p(part.words) : -1);
  row.put(names.linkShare, part ? part.linkShare : -1);
  row.put(names.prose, part ? part.prose / Math.max(1, stats.page.prose) : -1);
  row.put(names.kept, part ? part.keptShare : -1);
}

function above(frame: Frame, levels: number): Frame {
  let up = frame;
  for (let i = 0; i < levels && up.parent; i++) up = up.parent;
  return up;
}

/** The largest part around a block that is not the centre and does not hold it. */
function branchOf(frame: Frame, centre: Frame): Frame {
  let branch = frame;
  for (let up: Frame | null = frame; up && up !== centre && !holds(up, centre); up = up.parent) branch = up;
  return branch;
}

const holds = (frame: Frame, centre: Frame): boolean =>
  frame.depth < centre.depth && frame.firstBlock <= centre.firstBlock && centre.endBlock <= frame.endBlock;

export function putContainers(row: FeatureRow, frame: Frame, { stats, maps }: Surroundings): void {
  for (const { landmark, names } of CONTAINERS) {
    const levels = frame.landmarks[landmark] ?? FAR;
    putPart(row, names, levels < FAR ? stats.span(above(frame, levels)) : null, stats);
  }
  const branch = branchOf(frame, maps.keptCentre);
  putPart(row, BRANCH, stats.span(branch), stats);
  row.put("branch-starts", branch.firstBlock - maps.keptCentre.firstBlock);
}
