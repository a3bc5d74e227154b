import type { ArticlePage } from "../../storage/article-store.ts";
import { PAGE_TYPES, type StoredArticle } from "../../types.ts";
import { html, type Html } from "./html.ts";
import { layout, timeOf, written } from "./layout.ts";

/** What a reader asked for; an empty string is nothing. */
export interface ArticlesQuery {
  readonly q: string;
  readonly source: string;
  readonly host: string;
  readonly language: string;
  readonly pageType: string;
  readonly publishedFrom: string;
  readonly publishedTo: string;
  readonly after: string;
}

export interface ArticlesPageOptions {
  readonly query: ArticlesQuery;
  readonly page: ArticlePage;
  readonly total: number;
  /** What is wrong with the query, for the reader. */
  readonly fault: string | null;
}

/** Characters of an article's description, or of its beginning. */
const MOST_TEASER = 240;

export function queryString(query: Partial<ArticlesQuery>): string {
  const set = Object.entries(query).filter(([, value]) => value !== "");
  return new URLSearchParams(set).toString();
}

function teaser(article: StoredArticle): string {
  const text = article.description ?? article.articleBody;
  return text.length <= MOST_TEASER ? text : `${text.slice(0, MOST_TEASER).trimEnd()} …`;
}

function item(article: StoredArticle): Html {
  const language = written(article.inLanguage);
  const host = URL.canParse(article.url) ? new URL(article.url).host : "";
  return html`<li>
    <h2${language}>
      <a href="/articles/${encodeURIComponent(article.id)}">${article.headline ?? article.url}</a>
    </h2>
    <p${language}>${teaser(article)}</p>
    <p class="quiet">
      ${host} · ${timeOf(article.datePublished)} · ${article.wordCount.toLocaleString("en")}
      words${article.source === null ? "" : ` · ${article.source}`}${article.revision.n > 1 ? ` · revision ${article.revision.n}` : ""}
    </p>
  </li>`;
}

function filterForm(query: ArticlesQuery): Html {
  const field = (name: keyof ArticlesQuery, label: string, type = "text"): Html =>
    html`<label>${label}<input type="${type}" name="${name}" value="${query[name]}" /></label>`;
  const types = PAGE_TYPES.map(
    (type) =>
      html`<option value="${type}" ${type === query.pageType ? html` selected` : ""}>${type}</option>`,
  );
  return html`<form class="filter" method="get" action="/articles" role="search">
    ${field("q", "Search", "search")} ${field("source", "Source")} ${field("host", "Host")}
    ${field("language", "Language")}
    <label
      >Page type<select name="pageType">
        <option value="">any</option>
        ${types}
      </select></label
    >
    ${field("publishedFrom", "Published from", "date")} ${field("publishedTo", "Published to", "date")}
    <button type="submit">Show</button>
  </form>`;
}

/** The stored articles, or those that a search finds. */
export function articlesPage({ query, page, total, fault }: ArticlesPageOptions): string {
  const { after: _after, ...question } = query;
  const feed = queryString(question);
  const more =
    page.next === null
      ? ""
      : html`<p>
          <a rel="next" href="/articles?${queryString({ ...question, after: page.next })}"
            >Further articles</a
          >
        </p>`;
  const list =
    page.articles.length === 0
      ? html`<p>
          ${total === 0 ? "Nothing is stored yet: galley crawl, or a source, fills the store." : "No article matches."}
        </p>`
      : html`<ul class="items">
          ${page.articles.map(item)}
        </ul>`;
  return layout({
    title: query.q === "" ? "Articles" : `Articles: ${query.q}`,
    section: "/articles",
    feeds: [
      { title: "These articles (RSS)", href: `/feeds/rss?${feed}`, type: "application/rss+xml" },
      { title: "These articles (JSON Feed)", href: `/feeds/json?${feed}`, type: "application/feed+json" },
    ],
    main: html`<h1>Articles</h1>
      <p class="quiet">
        ${total.toLocaleString("en")} stored. As a feed: <a href="/feeds/rss?${feed}">RSS</a>,
        <a href="/feeds/json?${feed}">JSON Feed</a>.
      </p>
      ${filterForm(query)} ${fault === null ? "" : html`<p class="bad" role="alert">${fault}</p>`} ${list}
      ${more}`,
  });
}
