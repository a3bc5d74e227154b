import type { SourceRun } from "../../queue/sources/source-runs.ts";
import { html, webLink, type Html, type HtmlPart } from "./html.ts";
import { layout, timeOf } from "./layout.ts";
import { chartOf, sourceActions, type ShownSource } from "./sources-page.ts";

function duration({ startedAt, endedAt }: SourceRun): string {
  if (endedAt === null) return "";
  const seconds = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

const COUNTS = ["found", "fetched", "new", "changed", "unchanged", "skipped", "failed"] as const;

function runRow(run: SourceRun): Html {
  const cells = COUNTS.map(
    (name) =>
      html`<td class="number${name === "failed" && run.counts.failed > 0 ? " bad" : ""}">
        ${run.counts[name]}
      </td>`,
  );
  const ticks = run.mergedTicks > 0 ? ` (+${run.mergedTicks} ticks)` : "";
  return html`<tr>
    <th scope="row">${run.number}</th>
    <td>${run.state}${run.late ? ", late" : ""}</td>
    <td>${run.trigger}${ticks}</td>
    <td>${timeOf(run.startedAt)}</td>
    <td>${duration(run)}</td>
    ${cells}
  </tr>`;
}

/** What the definition says, without what it leaves at its default. */
function definitionRows(definition: Readonly<Record<string, unknown>>): HtmlPart {
  return Object.entries(definition).map(([name, value]) => {
    const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    if (isEmpty || name === "name") return null;
    const shown =
      name === "seeds" && Array.isArray(value)
        ? value.map((seed) => html`${webLink(typeof seed === "string" ? seed : JSON.stringify(seed))} `)
        : typeof value === "string"
          ? value
          : JSON.stringify(value);
    return html`<dt>${name}</dt>
      <dd>${shown}</dd>`;
  });
}

/** One source: what it is, its runs, its articles. */
export function sourcePage(source: ShownSource): string {
  const { status, runs } = source;
  const { name, state, next, definition } = status;
  const query = new URLSearchParams({ source: name }).toString();
  const history =
    runs.length === 0
      ? html`<p class="quiet">It has not run yet.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Runs">
          <table>
            <caption>
              The last runs, the newest first
            </caption>
            <thead>
              <tr>
                <th scope="col">Run</th>
                <th scope="col">State</th>
                <th scope="col">Trigger</th>
                <th scope="col">Started</th>
                <th scope="col">Took</th>
                ${COUNTS.map((count) => html`<th scope="col" class="number">${count}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${runs.map(runRow)}
            </tbody>
          </table>
        </div>`;
  return layout({
    title: name,
    section: "/",
    feeds: [
      { title: `${name} (RSS)`, href: `/feeds/rss?${query}`, type: "application/rss+xml" },
      { title: `${name} (JSON Feed)`, href: `/feeds/json?${query}`, type: "application/feed+json" },
    ],
    main: html`<h1>${name}</h1>
      <p>
        <a href="/articles?${query}">Its articles</a> · <a href="/feeds/rss?${query}">RSS</a> ·
        <a href="/feeds/json?${query}">JSON Feed</a> ·
        <a href="/define?${query}">Change or remove</a>
      </p>
      <div id="source" data-live>
        <dl class="facts">
          <dt>State</dt>
          <dd>${state}</dd>
          <dt>Next run</dt>
          <dd>${timeOf(next)}</dd>
          ${definitionRows({ ...definition })}
        </dl>
        ${sourceActions(status)} ${chartOf(name, runs)}
        <h2>Runs</h2>
        ${history}
      </div>`,
  });
}
