import { BLOCK_TYPES, type BlockType } from "../../types.ts";

/** Colours around the circle in steps that put neighbours of the list far apart (the golden angle). */
const HUE_STEP = 137.5;

function hueOf(type: BlockType): number {
  return Math.round(BLOCK_TYPES.indexOf(type) * HUE_STEP) % 360;
}

const STYLE = `
:root { color-scheme: light dark; --paper: #fdfdfb; --ink: #1c1c1a; --soft: #5f5f59; --line: #dcdcd5; --panel: #f3f3ee;
  --cut-back: 88%; --cut-line: 42%; --chip-ink: 22%; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161616; --ink: #e9e9e4; --soft: #a3a39b; --line: #37372f; --panel: #20201d;
    --cut-back: 17%; --cut-line: 55%; --chip-ink: 82%; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
main, header { max-width: 46rem; margin: 0 auto; padding: 1rem; }
header { padding-bottom: 0; }
.tool, .facts, .legend, .chip, .totals, .why, h2 { font-family: system-ui, sans-serif; }
.tool { color: var(--soft); font-size: .8rem; margin: 0 0 .75rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin: 1.5rem 0 .5rem; }
a { color: inherit; }
.totals { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0; padding: 0; list-style: none; font-size: .9rem; }
.bar { display: flex; height: .6rem; border-radius: .3rem; overflow: hidden; background: var(--line); }
.bar > span { min-width: 2px; background: hsl(var(--hue) 55% var(--cut-line)); }
.bar > .bar-kept { background: var(--ink); }
.legend { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5rem), 1fr)); gap: .1rem 1rem; font-size: .875rem; }
.legend label { display: flex; align-items: center; gap: .5rem; min-height: 2.25rem; cursor: pointer; }
.legend input { width: 1.1rem; height: 1.1rem; margin: 0; flex: none; accent-color: hsl(var(--hue) 55% var(--cut-line)); }
.swatch { width: .8rem; height: .8rem; border-radius: .2rem; flex: none; background: hsl(var(--hue) 55% var(--cut-line)); }
.count { margin-left: auto; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.facts { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.45; }
.facts th, .facts td { text-align: start; vertical-align: top; padding: .3rem .5rem .3rem 0; border-top: 1px solid var(--line); font-weight: 400; }
.facts th { color: var(--soft); width: 8.5rem; }
.facts td:last-child { color: var(--soft); width: 7rem; padding-right: 0; }
.kept { margin: 0 0 .9rem; white-space: pre-line; }
.kept-heading { font-weight: 700; font-size: 1.1rem; line-height: 1.3; margin-top: 1.4rem; }
.kept-item { padding-left: 1.2rem; position: relative; }
.kept-item::before { content: "•"; position: absolute; left: .2rem; }
.cut { margin: 0 0 .5rem; border-left: 4px solid hsl(var(--hue) 55% var(--cut-line)); border-radius: 0 .3rem .3rem 0; background: hsl(var(--hue) 55% var(--cut-back)); font-size: .9rem; line-height: 1.45; }
.cut summary { display: block; padding: .4rem .6rem; cursor: pointer; list-style: none; }
.cut summary::-webkit-details-marker { display: none; }
.chip { display: block; font-size: .72rem; color: hsl(var(--hue) 60% var(--chip-ink)); }
.chip b { font-weight: 650; }
.said { display: block; }
.cut:not([open]) .said { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; line-clamp: 4; overflow: hidden; }
.why { margin: 0; padding: 0 .6rem .5rem; font-size: .78rem; display: grid; grid-template-columns: auto 1fr; gap: .1rem .6rem; }
.why dt { color: var(--soft); } .why dd { margin: 0; }
:focus-visible { outline: 2px solid hsl(210 80% 50%); outline-offset: 2px; }
@media (max-width: 30rem) {
  h1 { font-size: 1.3rem; }
  .facts, .facts tbody { display: block; }
  .facts tr { display: grid; grid-template-columns: 1fr auto; border-top: 1px solid var(--line); padding: .35rem 0; }
  .facts th, .facts td { border: 0; padding: 0; width: auto; }
  .facts td:nth-of-type(1) { grid-row: 2; grid-column: 1 / -1; }
  .facts td:last-child { grid-row: 1; grid-column: 2; text-align: end; }
}
@media print { .cut, .bar > span { print-color-adjust: exact; } }
`;

/** The page's style: one colour for each type on it, and a rule that hides a type when its box in the legend is empty. */
export function explainStyle(types: readonly BlockType[]): string {
  const colours = types.map(
    (type) =>
      `.type-${type} { --hue: ${hueOf(type)}; }\nmain:has(#show-${type}:not(:checked)) .cut.type-${type} { display: none; }`,
  );
  return `${STYLE}${colours.join("\n")}\n`;
}
