import { sourceSchema } from "../../queue/sources/source-schema.ts";
import type { SourceProblem } from "../../queue/sources/read-sources.ts";
import { html, type Html, type HtmlPart } from "./html.ts";
import { layout } from "./layout.ts";

/** What stands in the form of a new source: enough to begin with, and what the cron means. */
export const NEW_SOURCE = `sources:
  - name: 
    seeds:
      - https://
    cron: "0 */6 * * *"   # minute, hour, day, month, weekday; without it, by hand alone
    timezone: UTC
`;

/** Lines of the form that are shown at once; longer files scroll. */
const LEAST_ROWS = 12;
const MOST_ROWS = 30;

/** Every setting with what the schema says of it. */
const SETTINGS: Html = html`<dl class="facts">
  ${Object.entries(sourceSchema.shape).map(
    ([name, { description = "" }]) =>
      html`<dt><code>${name}</code></dt>
        <dd>${description}</dd>`,
  )}
</dl>`;

export interface DefinePage {
  /** The YAML in the form. */
  readonly text: string;
  /** The source that is being changed; null for new ones. */
  readonly name: string | null;
  /** What is wrong with the text; none before it was sent. */
  readonly problems: readonly SourceProblem[];
}

function problemItem({ line, column, path, message }: SourceProblem, lines: readonly string[]): Html {
  const shown = lines[line - 1]?.trim() ?? "";
  return html`<li>
    <strong>Line ${line}, column ${column}:</strong>
    ${path === "" ? "" : html`<code>${path}</code> `}${message}
    ${shown === "" ? "" : html`<pre class="code">${shown}</pre>`}
  </li>`;
}

function problemList({ text, problems }: DefinePage): HtmlPart {
  if (problems.length === 0) return null;
  const lines = text.split("\n");
  const count = problems.length === 1 ? "One thing is wrong" : `${problems.length} things are wrong`;
  return html`<div role="alert" id="problems" class="problems">
    <h2 class="bad">${count}; nothing was saved</h2>
    <ul>
      ${problems.map((problem) => problemItem(problem, lines))}
    </ul>
  </div>`;
}

function removal(name: string): Html {
  return html`<h2>Remove</h2>
    <form class="stack" method="post" action="/define/remove">
      <input type="hidden" name="source" value="${name}" />
      <label class="check"
        ><input type="checkbox" name="sure" value="yes" required /> Forget ${name} and its history; its
        articles stay</label
      >
      <div><button type="submit">Remove ${name}</button></div>
    </form>`;
}

/** The form for sources: the text of a `sources.yaml`, with what is wrong with it, line by line. Needs no script. */
export function definePage(page: DefinePage): string {
  const { text, name, problems } = page;
  const title = name === null ? "New source" : `Change ${name}`;
  const rows = Math.min(Math.max(text.split("\n").length + 2, LEAST_ROWS), MOST_ROWS);
  const invalid = problems.length > 0 ? html` aria-invalid="true" aria-describedby="problems"` : "";
  return layout({
    title: problems.length > 0 ? `Not saved: ${title}` : title,
    section: "/",
    main: html`<h1>${title}</h1>
      ${problemList(page)}
      <form class="stack" method="post" action="/define">
        ${name === null ? "" : html`<input type="hidden" name="source" value="${name}" />`}
        <label
          >Definition (YAML, as in sources.yaml)
          <textarea
            name="definition"
            rows="${rows}"
            spellcheck="false"
            autocapitalize="off"
            wrap="off"
            required${invalid}
          >
${text}</textarea>
        </label>
        <div>
          <button type="submit">Save</button>
          <a href="${name === null ? "/" : `/sources/${encodeURIComponent(name)}`}">Cancel</a>
        </div>
      </form>
      <p class="quiet">
        Several sources may stand in the list, so that a whole file can be pasted. A name that is known
        changes that source, another name makes a new one; sources that are not named stay as they are.
      </p>
      <details>
        <summary>All settings</summary>
        ${SETTINGS}
      </details>
      ${name === null ? "" : removal(name)}`,
  });
}
