import type { DeadLetter } from "../../queue/dead-letter.ts";
import { html, webLink, type Html } from "./html.ts";
import { layout, timeOf } from "./layout.ts";
import { actionButton } from "./sources-page.ts";

function row({ id, url, code, message, attempts, at }: DeadLetter): Html {
  return html`<tr>
    <th scope="row">${webLink(url)}</th>
    <td><code>${code}</code> ${message}</td>
    <td class="number">${attempts}</td>
    <td>${timeOf(at)}</td>
    <td>${actionButton(`/failures/${encodeURIComponent(id)}/retry`, "Retry", url)}</td>
  </tr>`;
}

/** The pages that failed for good, to be tried again. */
export function failuresPage(letters: readonly DeadLetter[], total: number): string {
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Failed pages">
    <table>
      <thead>
        <tr>
          <th scope="col">Page</th>
          <th scope="col">Why</th>
          <th scope="col" class="number">Tries</th>
          <th scope="col">When</th>
          <th scope="col">Action</th>
        </tr>
      </thead>
      <tbody>
        ${letters.map(row)}
      </tbody>
    </table>
  </div>`;
  const more =
    total > letters.length
      ? html`<p class="quiet">
          The first ${letters.length} of ${total}. <code>galley queue failed</code> lists all.
        </p>`
      : "";
  return layout({
    title: "Failures",
    section: "/failures",
    main: html`<h1>Failures</h1>
      <div id="failures" data-live>
        <p>${total.toLocaleString("en")} ${total === 1 ? "page" : "pages"} failed for good.</p>
        ${total === 0 ? "" : html`${actionButton("/failures/retry", "Retry all")}${table}${more}`}
      </div>`,
  });
}
