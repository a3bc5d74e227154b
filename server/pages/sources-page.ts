import type { RunStatus } from "../../queue/frontier.ts";
import type { SourceStatus } from "../../queue/sources/schedules.ts";
import type { SourceRun } from "../../queue/sources/source-runs.ts";
import { html, type Html } from "./html.ts";
import { layout, timeOf } from "./layout.ts";
import { runChart } from "./run-chart.ts";

/** A source with its last runs, the newest first. */
export interface ShownSource {
  readonly status: SourceStatus;
  readonly runs: readonly SourceRun[];
}

/** A form of one button, so that it works without a script. */
export function actionButton(action: string, label: string, about = ""): Html {
  return html`<form class="button" method="post" action="${action}">
    <button type="submit" ${about === "" ? "" : html` aria-label="${label} ${about}"`}>${label}</button>
  </form>`;
}

export function sourceActions({ name, state, running }: SourceStatus): Html {
  const path = `/sources/${encodeURIComponent(name)}`;
  return html`${running === null ? actionButton(`${path}/run`, "Run now", name) : ""}${
    state === "active"
      ? actionButton(`${path}/pause`, "Pause", name)
      : state === "paused"
        ? actionButton(`${path}/resume`, "Resume", name)
        : ""
  }`;
}

export function chartOf(name: string, runs: readonly SourceRun[]): Html {
  const ended = runs.filter(({ state }) => state !== "running").toReversed();
  return runChart(
    ended.map(({ startedAt: label, counts }) => {
      const { found, changed, failed } = counts;
      return { label, found, new: counts.new, changed, failed };
    }),
    name,
  );
}

function countsLine({ counts }: SourceRun): string {
  const parts = [
    `${counts.found} found`,
    `${counts.new} new`,
    `${counts.changed} changed`,
    `${counts.unchanged} unchanged`,
    `${counts.failed} failed`,
  ];
  return parts.join(", ");
}

const HEALTH = { active: "good", paused: "quiet", manual: "quiet" } as const;

function card({ status, runs }: ShownSource): Html {
  const { name, state, next, running, last, definition } = status;
  const path = `/sources/${encodeURIComponent(name)}`;
  const health = last !== null && last.counts.failed > 0 && last.counts.fetched === 0 ? "bad" : HEALTH[state];
  return html`<li class="card">
    <h2><a href="${path}">${name}</a></h2>
    <p class="${health}">
      ${state}${definition.cron === null ? "" : html` · <code>${definition.cron}</code> ${definition.timezone}`}
    </p>
    <dl class="facts">
      <dt>Next run</dt>
      <dd>${timeOf(next)}</dd>
      <dt>${running === null ? "Last run" : "Running"}</dt>
      <dd>
        ${running !== null ? countsLine(running) : last === null ? "never" : html`${timeOf(last.startedAt)}: ${countsLine(last)}`}
      </dd>
    </dl>
    ${chartOf(name, runs)} ${sourceActions(status)}
  </li>`;
}

function crawlRow({ runId, counts, startedAt }: RunStatus): Html {
  return html`<tr>
    <th scope="row"><code>${runId}</code></th>
    <td>${timeOf(startedAt)}</td>
    <td class="number">${counts.fetched}</td>
    <td class="number">${counts.stored}</td>
    <td class="number">${counts.failed}</td>
    <td class="number">${counts.pending + counts.inFlight}</td>
    <td>${actionButton(`/crawls/${encodeURIComponent(runId)}/cancel`, "Cancel", runId)}</td>
  </tr>`;
}

/** All sources and how they are, and the crawls that are going on. */
export function sourcesPage(sources: readonly ShownSource[], crawls: readonly RunStatus[]): string {
  const list =
    sources.length === 0
      ? html`<p>
          There is no source yet. Make one here, or <code>galley schedule apply sources.yaml</code> adds those
          of a file.
        </p>`
      : html`<ul class="cards">
          ${sources.map(card)}
        </ul>`;
  const running =
    crawls.length === 0
      ? html`<p class="quiet">None.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Running crawls">
          <table>
            <thead>
              <tr>
                <th scope="col">Crawl</th>
                <th scope="col">Started</th>
                <th scope="col" class="number">Fetched</th>
                <th scope="col" class="number">Stored</th>
                <th scope="col" class="number">Failed</th>
                <th scope="col" class="number">Waiting</th>
                <th scope="col">Action</th>
              </tr>
            </thead>
            <tbody>
              ${crawls.map(crawlRow)}
            </tbody>
          </table>
        </div>`;
  return layout({
    title: "Sources",
    section: "/",
    main: html`<h1>Sources</h1>
      <p><a href="/define">New source</a></p>
      <div id="sources" data-live>
        ${list}
        <h2>Running crawls</h2>
        ${running}
      </div>`,
  });
}
