import { BLOCK_TYPES } from "../../types.ts";

/** Hues far enough apart for neighbours in the list to differ. */
const HUE_STEP = 47;

const TYPE_COLOURS = BLOCK_TYPES.map((type, i) => `.type-${type} { --hue: ${(i * HUE_STEP) % 360}; }`).join(
  "\n",
);

/** The style sheet of all pages: one column at phone width, light and dark by the reader's setting. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfaf7, #16181b);
  --raised: light-dark(#ffffff, #1f2226);
  --ink: light-dark(#1c1b19, #e9e6e0);
  --quiet: light-dark(#5c5850, #a8a398);
  --line: light-dark(#d8d3c8, #383c42);
  --accent: light-dark(#0b5a68, #7fd0dd);
  --bad: light-dark(#a1260d, #ff9b85);
  --good: light-dark(#1d6b34, #86d79c);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; background: var(--raised); padding: .5rem 1rem; }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: .75rem 1rem; border-bottom: 1px solid var(--line); }
.brand { margin: 0; font: 700 1.2rem Georgia, serif; }
.brand a { color: inherit; text-decoration: none; }
.top ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0; padding: 0; }
.top [aria-current] { font-weight: 700; text-decoration-thickness: 3px; }
main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
p, li, dd, summary { overflow-wrap: anywhere; }
h1 { font: 700 1.6rem/1.25 Georgia, serif; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
.bad { color: var(--bad); }
.good { color: var(--good); }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); padding: 0; list-style: none; }
.card { background: var(--raised); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; min-width: 0; }
.card h2, .card h3 { margin-top: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: var(--raised); }
caption { text-align: left; padding: .25rem 0; color: var(--quiet); }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: .5rem 0; }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
form.filter { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 0 0 1rem; }
label { display: grid; gap: .2rem; font-size: .9rem; }
input, select, button { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--quiet); border-radius: .3rem; padding: .4rem .6rem; max-width: 100%; }
input[type=search] { width: min(24rem, 100%); }
button { cursor: pointer; font-weight: 600; }
textarea { font: .95rem/1.5 ui-monospace, monospace; color: inherit; background: var(--raised); border: 1px solid var(--quiet); border-radius: .3rem; padding: .6rem; width: 100%; overflow-x: auto; tab-size: 2; }
form.stack { display: grid; gap: .75rem; max-width: 60rem; }
label.check { display: flex; gap: .5rem; align-items: baseline; }
.problems { margin: 0 0 1rem; border-left: .35rem solid var(--bad); background: var(--raised); padding: .25rem 1rem; max-width: 60rem; }
.problems h2 { margin-top: .75rem; }
.problems ul { padding-left: 1.25rem; }
.problems pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .25rem 0 .75rem; }
form.button { display: inline-block; margin: 0 .5rem .5rem 0; }
.items { list-style: none; padding: 0; }
.items > li { padding: .75rem 0; border-bottom: 1px solid var(--line); }
.items h2, .items h3 { margin: 0; font-size: 1.05rem; }
.items p { margin: .2rem 0; }
.columns { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 60rem) { .columns { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.prose { font: 1.05rem/1.65 Georgia, serif; overflow-wrap: anywhere; }
.prose pre { overflow-x: auto; }
.original p, .original details { margin: .35rem 0; overflow-wrap: anywhere; }
.cut { --hue: 0; border-left: .35rem solid hsl(var(--hue) 55% 45%); background: color-mix(in srgb, hsl(var(--hue) 70% 50%) 12%, transparent); padding: .25rem .6rem; }
.cut summary { cursor: pointer; }
.chip { font: 600 .8rem/1.2 system-ui, sans-serif; margin-right: .5rem; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; padding: 0; }
ins { background: color-mix(in srgb, var(--good) 22%, transparent); text-decoration: none; border-bottom: 2px solid var(--good); }
del { background: color-mix(in srgb, var(--bad) 18%, transparent); }
.diff { white-space: pre-wrap; }
.chart { display: block; width: 100%; height: auto; }
.chart .found { fill: var(--line); }
.chart .new { fill: var(--good); }
.chart .changed { fill: var(--accent); }
.chart .failed { fill: var(--bad); }
pre.code { background: var(--raised); border: 1px solid var(--line); padding: .75rem; overflow-x: auto; }
${TYPE_COLOURS}
`;
