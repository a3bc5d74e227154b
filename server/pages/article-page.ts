import { diffWordsWithSpace } from "diff";
import type { AccountEntry } from "../../extractor/explain/account.ts";
import { cleanHtml } from "../../extractor/serialise/clean-html.ts";
import type { BlockType, StoredArticle } from "../../types.ts";
import { html, trusted, webLink, type Html, type HtmlPart } from "./html.ts";
import { layout, timeOf, written } from "./layout.ts";

export interface ArticlePageOptions {
  readonly article: StoredArticle;
  /** Every version, oldest first. */
  readonly revisions: readonly StoredArticle[];
  /** All of the page's text, from its raw page; null where that is not kept any more. */
  readonly account: readonly AccountEntry[] | null;
}

/** Longer texts are compared by paragraphs alone: word by word takes time that grows with their product. */
const MOST_COMPARED = 200_000;

function facts(article: StoredArticle): Html {
  const { fieldSources } = article.extraction;
  const row = (name: string, field: string, value: HtmlPart): HtmlPart => {
    if (value === null || value === "") return null;
    const source = fieldSources[field];
    return html`<dt>${name}</dt>
      <dd>${value}${source === undefined ? "" : html` <span class="quiet">(${source})</span>`}</dd>`;
  };
  const authors = article.author.map(({ name }) => name).join(", ");
  return html`<dl class="facts">
    ${row("Address", "url", webLink(article.url))}
    ${row("Canonical", "canonicalUrl", article.canonicalUrl === article.url ? null : webLink(article.canonicalUrl))}
    ${row("Author", "author", authors)}
    ${row("Published", "datePublished", article.datePublished === null ? null : timeOf(article.datePublished))}
    ${row("Modified", "dateModified", article.dateModified === null ? null : timeOf(article.dateModified))}
    ${row("Publisher", "publisher", article.publisher?.name)}
    ${row("Section", "articleSection", article.articleSection)}
    ${row("Dateline", "dateline", article.dateline)} ${row("Language", "inLanguage", article.inLanguage)}
    ${row("Keywords", "keywords", article.keywords.join(", "))}
    ${row("Words", "wordCount", article.wordCount.toLocaleString("en"))}
    ${row("Source", "source", article.source)}
    ${row("Kind", "pageType", `${article.extraction.pageType}, confidence ${article.extraction.confidence.toFixed(2)}`)}
    ${row("Fetched", "fetch", article.fetch === null ? null : html`${timeOf(article.fetch.fetchedAt)} over ${article.fetch.renderer}, status ${article.fetch.status}, robots.txt: ${article.fetch.robots.verdict}`)}
  </dl>`;
}

interface CutBlock {
  readonly type: BlockType;
  readonly rule: string;
  readonly text: string;
}

function cutBlock({ type, rule, text }: CutBlock): Html {
  return html`<details class="cut type-${type}">
    <summary><span class="chip" title="${rule}">${type}</span><span dir="auto">${text}</span></summary>
    <p class="quiet">Rule: ${rule}</p>
  </details>`;
}

function original({ account, article }: ArticlePageOptions): Html {
  const { removed } = article.extraction;
  const counts = new Map<BlockType, number>();
  for (const { type } of removed) counts.set(type, (counts.get(type) ?? 0) + 1);
  const legend = [...counts].map(([type, count]) => html`<li class="cut type-${type}">${type} ${count}</li>`);
  const body =
    account === null
      ? html`<p class="quiet">The raw page is not kept any more. These blocks were removed from it:</p>
          ${removed.map(cutBlock)}`
      : account.map((entry) => (entry.kept ? html`<p dir="auto">${entry.text}</p>` : cutBlock(entry)));
  return html`<section class="original" aria-labelledby="original">
    <h2 id="original">The page, with what was removed</h2>
    <ul class="legend">
      ${legend}
    </ul>
    ${body}
  </section>`;
}

function textDiff(before: string, after: string): Html {
  const long = before.length + after.length > MOST_COMPARED;
  const parts = long
    ? [{ value: "The texts are too long to be compared here.", added: false, removed: false }]
    : diffWordsWithSpace(before, after);
  return html`<p class="diff" dir="auto">
    ${parts.map(({ value, added, removed }) =>
      added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : value,
    )}
  </p>`;
}

function revisionList(revisions: readonly StoredArticle[]): HtmlPart {
  if (revisions.length < 2) return null;
  const items = revisions.map((revision, place) => {
    const before = revisions[place - 1];
    const changed = revision.revision.changed.join(", ");
    const body =
      before !== undefined && revision.revision.changed.includes("articleBody")
        ? html`<details>
            <summary>What changed in the text</summary>
            ${textDiff(before.articleBody, revision.articleBody)}
          </details>`
        : "";
    return html`<li>
      <h3>Revision ${revision.revision.n}</h3>
      <p class="quiet">
        fetched ${timeOf(revision.fetch?.fetchedAt ?? null)}${changed === "" ? "" : `; changed: ${changed}`}
      </p>
      ${body}
    </li>`;
  });
  return html`<section aria-labelledby="revisions">
    <h2 id="revisions">Revisions</h2>
    <ul class="items">
      ${items}
    </ul>
  </section>`;
}

/** The article's HTML, cleaned again, without its pictures: nothing is fetched from elsewhere for a reader of this page. */
function prose(article: StoredArticle): Html {
  return trusted(cleanHtml(article.html, { images: false }));
}

/** One article: its clean text beside the page it came from, its facts with their sources, its revisions. */
export function articlePage(options: ArticlePageOptions): string {
  const { article, revisions } = options;
  const id = encodeURIComponent(article.id);
  return layout({
    title: article.headline ?? article.url,
    section: "/articles",
    main: html`<article>
      <h1${written(article.inLanguage)}>${article.headline ?? article.url}</h1>
      ${facts(article)}
      <p><a href="/api/v1/articles/${id}">JSON</a></p>
      <div class="columns">
        <section aria-labelledby="clean">
          <h2 id="clean">The article</h2>
          <div class="prose"${written(article.inLanguage)}>${prose(article)}</div>
        </section>
        ${original(options)}
      </div>
      ${revisionList(revisions)}
    </article>`,
  });
}
