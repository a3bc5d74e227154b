/** From a known page to what the trainer needs of it: features, answers, weights, and texts to score by. */
import { readDocument } from "../../extractor/read-document.ts";
import { extractMetadata } from "../../extractor/metadata/extract-metadata.ts";
import { blockFeatures, type FeatureTable } from "../../extractor/model/block-features.ts";
import { askRules } from "../../extractor/model/rule-answer.ts";
import { classifyPage, type PageTypeModel } from "../../extractor/page-type/classify-page.ts";
import { readPage } from "../../extractor/page.ts";
import type { PageType } from "../../types.ts";
import { alignBlocks, labelBySnippets, wordsOf } from "./align-labels.ts";
import { foldOf } from "./hold-out-types.ts";
import { isValidation, type KnownPage, readHtml } from "./read-pages.ts";

export interface PageSample {
  readonly known: KnownPage;
  readonly validation: boolean;
  /** Of cross-validation, the same for all pages of a host. */
  readonly fold: number;
  readonly table: FeatureTable;
  readonly texts: readonly string[];
  /** The type that the page is taken for. */
  readonly pageType: PageType;
  /** Whether the rules kept each block. */
  readonly kept: readonly boolean[];
  /** 1 content, 0 not, null unknown. */
  readonly answers: readonly (0 | 1 | null)[];
  readonly weights: readonly number[];
}

/** Share of a block's words that the known content must cover. */
const COVERED_SHARE = 0.5;
/** What all the blocks of a page weigh together apart from their words, so that short lines count too. */
const PAGE_FLOOR = 0.3;
/** Added to a page's words, so that a page of a dozen words does not outweigh the others. */
const EASED_WORDS = 20;
/** The boilerplate of a page weighs at most so many times its content: beyond that, the page is lost anyway. */
const MOST_BOILERPLATE = 2;
/**
 * What a page weighs that is taken for no article. Articles are most of the pages and the surest; with twice the weight on the
 * others, lists and threads are read better and articles as well as before.
 */
const OTHER_WEIGHT = 2;
/** What a block with a snippet in it weighs; a page has about six. */
export const SNIPPET_WEIGHT = 0.4;

/** What the blocks of a page with known content weigh in learning. */
export function weighByWords(
  texts: readonly string[],
  answers: readonly (0 | 1 | null)[],
  content: string,
): readonly number[] {
  const all = wordsOf(content).length + EASED_WORDS;
  const weights = texts.map((text) => wordsOf(text).length / all + PAGE_FLOOR / texts.length);
  const boilerplate = weights.reduce((sum, weight, i) => sum + (answers[i] === 0 ? weight : 0), 0);
  const scale = Math.min(1, MOST_BOILERPLATE / boilerplate);
  return weights.map((weight, i) => (answers[i] === 0 ? weight * scale : weight));
}

/** Reads one page; its features see what the extractor's do. `types` judges its type. */
export function samplePage(folder: string, known: KnownPage, types: PageTypeModel): PageSample {
  const { url } = known;
  const parse = (html: string): Document => readDocument(html, { url, engine: "slim" });
  const document = parse(readHtml(folder, known));
  const page = readPage({ document, url, metadata: extractMetadata(document, { url }) });
  const pageClass = classifyPage(page, types);
  const rules = askRules(page, pageClass, () =>
    parse("<!doctype html><html><head></head><body></body></html>"),
  );
  const texts = page.blocks.map((block) => block.text);
  const hasText = typeof known.text === "string";
  const answers = hasText
    ? alignBlocks(texts, known.text).map((share) => (share >= COVERED_SHARE ? 1 : 0))
    : labelBySnippets(texts, known.with ?? [], known.without ?? []);
  return {
    known,
    validation: isValidation(url),
    fold: foldOf(url),
    table: blockFeatures(page, rules, pageClass.chances),
    texts,
    pageType: pageClass.pageType,
    kept: page.blocks.map((block) => rules.kept.has(block)),
    answers,
    weights: hasText
      ? weighByWords(texts, answers, known.text).map(
          (weight) => weight * (pageClass.isArticle ? 1 : OTHER_WEIGHT),
        )
      : texts.map(() => SNIPPET_WEIGHT),
  };
}
