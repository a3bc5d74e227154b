import { html, type Html } from "./html.ts";

/** One run of a source, as the chart shows it. */
export interface ChartedRun {
  readonly label: string;
  readonly found: number;
  readonly new: number;
  readonly changed: number;
  readonly failed: number;
}

const BAR = 10;
const GAP = 3;
const HEIGHT = 60;

const SERIES = ["new", "changed", "failed"] as const;

/**
 * Runs as bars, the oldest first: how many pages were found, and which of them were new, changed or failed. The same
 * numbers stand in a table for those who cannot see them.
 */
export function runChart(runs: readonly ChartedRun[], name: string): Html {
  if (runs.length === 0) return html``;
  const most = Math.max(1, ...runs.map(({ found }) => found));
  const scale = (count: number): number =>
    count === 0 ? 0 : Math.max(1, Math.round((count / most) * HEIGHT));
  const bars = runs.map((run, place) => {
    const x = place * (BAR + GAP);
    let top = HEIGHT;
    const parts = SERIES.map((series) => {
      const height = scale(run[series]);
      top -= height;
      return html`<rect
        class="${series}"
        x="${x}"
        y="${Math.max(0, top)}"
        width="${BAR}"
        height="${height}"
      ></rect>`;
    });
    const whole = scale(run.found);
    const says = `${run.label}: ${run.found} found, ${run.new} new, ${run.changed} changed, ${run.failed} failed`;
    return html`<g
      ><title>${says}</title
      ><rect class="found" x="${x}" y="${HEIGHT - whole}" width="${BAR}" height="${whole}"></rect>${parts}</g
    >`;
  });
  const width = Math.max(runs.length, 20) * (BAR + GAP);
  return html`<svg
    class="chart"
    viewBox="0 0 ${width} ${HEIGHT}"
    role="img"
    aria-label="Last runs of ${name}"
  >
    ${bars}
  </svg>`;
}
