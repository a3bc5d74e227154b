import type { JobCounts, QueueStats } from "../../queue/queue-stats.ts";
import { html, webLink, type Html } from "./html.ts";
import { layout, timeOf } from "./layout.ts";

/** A page that a worker has in its hands. */
export interface ActiveJob {
  readonly id: string;
  readonly url: string;
  /** When the worker took it up, ISO 8601; null for a job that was put back a moment ago. */
  readonly since: string | null;
}

export interface QueuePage {
  readonly stats: QueueStats;
  readonly active: readonly ActiveJob[];
}

function countRow(name: string, { waiting, active, delayed }: JobCounts): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${waiting}</td>
    <td class="number">${active}</td>
    <td class="number">${delayed}</td>
  </tr>`;
}

function activeItem({ id, url, since }: ActiveJob): Html {
  return html`<li>
    ${webLink(url)}
    <p class="quiet">since ${timeOf(since)}, job <code>${id}</code></p>
  </li>`;
}

/** What waits and what is in work, over all crawls. */
export function queuePage({ stats, active }: QueuePage): string {
  const pending = stats.runs.reduce((sum, { counts }) => sum + counts.pending, 0);
  const work =
    active.length === 0
      ? html`<p class="quiet">None.</p>`
      : html`<ul class="items">
          ${active.map(activeItem)}
        </ul>`;
  return layout({
    title: "Queue",
    section: "/jobs",
    main: html`<h1>Queue</h1>
      <div id="queue" data-live>
        <dl class="facts">
          <dt>Running crawls</dt>
          <dd><a href="/">${stats.runs.length}</a>, ${pending} pages not yet handed out</dd>
          <dt>Hosts at rest</dt>
          <dd>${stats.parkedHosts}</dd>
          <dt>Failed pages</dt>
          <dd><a href="/failures">${stats.deadLetters}</a></dd>
        </dl>
        <div class="scroll" tabindex="0" role="region" aria-label="Jobs">
          <table>
            <caption>
              Jobs; a delayed one waits for its host's turn, or for its next try
            </caption>
            <thead>
              <tr>
                <th scope="col">Queue</th>
                <th scope="col" class="number">Waiting</th>
                <th scope="col" class="number">In work</th>
                <th scope="col" class="number">Delayed</th>
              </tr>
            </thead>
            <tbody>
              ${countRow("crawl", stats.crawl)} ${countRow("extract", stats.extract)}
            </tbody>
          </table>
        </div>
        <h2>Pages in work</h2>
        ${work}
      </div>
      <p><a href="/queue/">Every job in Bull Board</a> (needs JavaScript)</p>`,
  });
}
