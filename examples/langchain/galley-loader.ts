import { BaseDocumentLoader } from "@langchain/core/document_loaders/base";
import { Document } from "@langchain/core/documents";
import { createPipeline, type ArticleRecord, type GalleyError, type PipelineOptions } from "galley";

export interface GalleyLoaderOptions extends PipelineOptions {
  /** Told of each page that gave no article, with the reason by code; the others go on. Throws by default. */
  readonly onFailure?: (url: string, error: GalleyError) => void;
}

/** A document of an article: clean Markdown, and what is known of it. */
function toDocument(article: ArticleRecord): Document {
  const { url, headline, author, publisher, datePublished, inLanguage, wordCount } = article;
  return new Document({
    id: article.id,
    pageContent: article.markdown,
    metadata: {
      source: url,
      title: headline,
      authors: author.map(({ name }) => name),
      publisher: publisher?.name ?? null,
      published: datePublished,
      language: inLanguage,
      words: wordCount,
    },
  });
}

/**
 * Loads articles by their URLs, politely (robots.txt, a pause between two requests to a host), with Chromium where a page
 * needs one. `load` gives all of them, `lazyLoad` one at a time, in the order of the URLs.
 */
export class GalleyLoader extends BaseDocumentLoader {
  readonly #urls: Iterable<string>;
  readonly #options: GalleyLoaderOptions;

  constructor(urls: Iterable<string>, options: GalleyLoaderOptions = {}) {
    super();
    this.#urls = urls;
    this.#options = options;
  }

  override async load(): Promise<Document[]> {
    const documents: Document[] = [];
    for await (const document of this.lazyLoad()) documents.push(document);
    return documents;
  }

  async *lazyLoad(): AsyncGenerator<Document> {
    const { onFailure, ...options } = this.#options;
    await using pipeline = createPipeline(options);
    for await (const outcome of pipeline.fetch(this.#urls)) {
      if (outcome.ok) yield toDocument(outcome.article);
      else if (onFailure === undefined) throw outcome.error;
      else onFailure(outcome.url, outcome.error);
    }
  }
}
