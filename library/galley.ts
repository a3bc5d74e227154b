/**
 * `import … from "galley"`. Loads the extractor alone; what fetches, queues and stores is loaded when it is first used.
 */
export * from "./extractor.ts";
export { fetchArticle, type FetchArticleOptions } from "./fetch-article.ts";
export {
  createPipeline,
  type CrawlRunOptions,
  type FeedRunOptions,
  type FetchOutcome,
  type Pipeline,
  type PipelineOptions,
} from "./create-pipeline.ts";
export type { FetchOptions } from "./fetch-options.ts";
export { GalleyError, PermanentError, TransientError, UsageError, type ErrorCode } from "../errors.ts";
export type { ArticleEvent, ArticlePage, ArticleStore, PutOutcome } from "../storage/article-store.ts";
export type { ArchivedPage, PageArchive } from "../storage/page-archive.ts";
export type { FeedItem } from "../storage/feeds/feed-item.ts";
export type { S3Credentials } from "../storage/s3-client.ts";
export type { PageMeta, RenderMode, RobotsVerdict, StoredArticle } from "../types.ts";
