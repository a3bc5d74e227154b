import type { SitePage } from "./site-types.ts";
import type { Story } from "./story.ts";

/** Another story of the host, as a page links to it. */
export interface StoryLink {
  readonly story: Story;
  /** Absolute canonical URL. */
  readonly url: string;
  /** The URL that listings link to: sometimes the canonical one, sometimes with tracking parameters. */
  readonly href: string;
}

export interface SectionLink {
  readonly label: string;
  readonly url: string;
}

/** How a template wraps the blocks of a story; each function is given HTML and gives HTML. */
export interface BlockTags {
  paragraph(html: string): string;
  heading(html: string): string;
  list(items: readonly string[]): string;
  quote(html: string, attribution: string | null): string;
  table(rows: readonly (readonly string[])[]): string;
}

interface PageContext {
  /** For example `http://kestrel.localhost:8080`. */
  readonly origin: string;
  readonly sections: readonly SectionLink[];
  /** Escapes a text and notes it as boilerplate: a line that must not be in the article's text. */
  chrome(text: string): string;
}

export interface ArticleContext extends PageContext {
  readonly story: Story;
  /** Absolute canonical URL of this page. */
  readonly url: string;
  readonly language: string;
  readonly sectionLabel: string;
  /** The other stories of the host, nearest first. */
  readonly others: readonly StoryLink[];
  /** The story's blocks as HTML, one string for each. */
  blocks(tags: BlockTags): string[];
}

export interface ListingContext extends PageContext {
  readonly title: string;
  readonly url: string;
  readonly links: readonly StoryLink[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** One virtual host: how its pages look and what else it serves. */
export interface HostTemplate {
  /** `kestrel` serves `kestrel.localhost`. */
  readonly name: string;
  readonly siteName: string;
  readonly language: string;
  readonly kind: "plain" | "hard";
  /** Section slugs with their labels, in the order of the menu. */
  readonly sections: Readonly<Record<string, string>>;
  /** The path of a story's page. */
  articlePath(story: Story): string;
  needsBrowser(story: Story): boolean;
  article(context: ArticleContext): string;
  listing(context: ListingContext): string;
  /** Further pages that come with an article, by path. */
  companions?(context: ArticleContext): Readonly<Record<string, SitePage>>;
  /** Files of the host, by path. */
  readonly assets?: Readonly<Record<string, SitePage>>;
}
