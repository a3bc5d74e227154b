import { html, type Html, type HtmlPart } from "./html.ts";

/** Nothing from elsewhere, no script but our own file, no frame around us. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const SECTIONS = [
  { path: "/", name: "Sources" },
  { path: "/articles", name: "Articles" },
  { path: "/failures", name: "Failures" },
  { path: "/jobs", name: "Queue" },
  { path: "/docs", name: "API" },
] as const;

export interface PageOptions {
  readonly title: string;
  /** Path of the section that the page belongs to; null for one of none. */
  readonly section: (typeof SECTIONS)[number]["path"] | null;
  readonly main: HtmlPart;
  /** Feeds of what the page shows. */
  readonly feeds?: readonly { readonly title: string; readonly href: string; readonly type: string }[];
}

/** A whole page. It works without its script, which only brings what has changed. */
export function layout({ title, section, main, feeds = [] }: PageOptions): string {
  const links = SECTIONS.map(
    ({ path, name }) =>
      html`<li><a href="${path}" ${path === section ? html` aria-current="page"` : ""}>${name}</a></li>`,
  );
  const page: Html = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Galley</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="data:," />
        ${feeds.map(({ title: name, href, type }) => html`<link rel="alternate" type="${type}" title="${name}" href="${href}" />`)}
        <script src="/assets/live.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top">
          <p class="brand"><a href="/">Galley</a></p>
          <nav aria-label="Sections">
            <ul>
              ${links}
            </ul>
          </nav>
        </header>
        <main id="main">${main}</main>
      </body>
    </html> `;
  return page.markup;
}

/** A time as people read it, with the exact one for machines. */
export function timeOf(iso: string | null): Html {
  if (iso === null) return html`<span class="quiet">–</span>`;
  const shown = iso
    .replace("T", " ")
    .replace(/:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/u, (_all, offset?: string) =>
      offset === undefined || offset === "Z" ? "" : ` ${offset}`,
    );
  return html`<time datetime="${iso}">${shown}</time>`;
}

/** `lang` for what is written in a language, where its tag is one (BCP 47); `dir` follows from the text itself. */
export function written(language: string | null): Html {
  const isTag = language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(language);
  return isTag ? html` dir="auto" lang="${language}"` : html` dir="auto"`;
}
