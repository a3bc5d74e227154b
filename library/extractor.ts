/**
 * `import … from "galley/extractor"`: the extractor alone. Pure: no network, disk, clock or randomness, and neither Redis nor
 * Playwright nor SQLite is loaded.
 */
export { extract, type ExtractInput, type ExtractOptions } from "../extractor/extract.ts";
export {
  extractText,
  type ExtractTextInput,
  type ExtractTextOptions,
} from "../extractor/text-mode/extract-text.ts";
export { toArticleRecord, type RecordOptions } from "../extractor/article-record.ts";
export { EXTRACTOR_VERSION } from "../extractor/extractor-version.ts";
export {
  BLOCK_TYPES,
  EXTRACT_MODES,
  PAGE_TYPES,
  type ArticleFacts,
  type ArticleImage,
  type ArticleRecord,
  type BlockType,
  type DedupReport,
  type Extraction,
  type ExtractionReport,
  type ExtractMode,
  type FetchReport,
  type PageType,
  type Person,
  type RemovedBlock,
} from "../types.ts";
