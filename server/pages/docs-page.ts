import { html, type Html } from "./html.ts";
import { layout } from "./layout.ts";

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
}

const METHODS = ["get", "post", "put", "delete"] as const;

function operation(method: string, path: string, { summary, parameters = [], requestBody }: Operation): Html {
  const rows = parameters
    .filter((parameter) => parameter.in !== "header")
    .map(
      ({ name, in: where, required, description }) =>
        html`<tr>
          <th scope="row"><code>${name}</code></th>
          <td>${where}${required === true ? ", required" : ""}</td>
          <td>${description ?? ""}</td>
        </tr>`,
    );
  const schema = requestBody?.content?.["application/json"]?.schema;
  const table =
    rows.length === 0
      ? ""
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${method} ${path}">
          <table>
            <thead>
              <tr>
                <th scope="col">Parameter</th>
                <th scope="col">Where</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </div>`;
  const body =
    schema === undefined
      ? ""
      : html`<details>
          <summary>Body (JSON Schema)</summary>
          <pre class="code" tabindex="0">${JSON.stringify(schema, null, 2)}</pre>
        </details>`;
  return html`<section>
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${summary ?? ""}</p>
    ${table}${body}
  </section>`;
}

/** The API's operations for people, from its OpenAPI document. */
export function docsPage(document: { readonly paths?: object }): string {
  const paths = Object.entries(
    (document.paths ?? {}) as Readonly<Record<string, Readonly<Record<string, Operation>>>>,
  );
  const operations = paths.flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method];
      return found === undefined ? [] : [operation(method, path, found)];
    }),
  );
  return layout({
    title: "API",
    section: "/docs",
    main: html`<h1>API</h1>
      <p>
        The whole description for programs: <a href="/openapi.json">OpenAPI 3.1</a>. Failures are
        <a href="https://www.rfc-editor.org/rfc/rfc9457" rel="noreferrer noopener">problem details</a> with a
        stable <code>code</code>. Firecrawl's clients work under <code>/v1</code> and <code>/v2</code>.
      </p>
      ${operations}`,
  });
}
