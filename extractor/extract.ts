import type { BlockType, ExtractMode, Extraction } from "../types.ts";
import { chooseContent, type Choice } from "./attempts/choose-content.ts";
import { baseOf } from "./base-of.ts";
import { buildArticle } from "./build-article.ts";
import { countWords } from "./count-words.ts";
import { emptyDocument } from "./dom/parse-html.ts";
import { EXTRACTOR_VERSION } from "./extractor-version.ts";
import { fileFacts } from "./filing/file-facts.ts";
import { listRemoved } from "./ledger.ts";
import { extractMetadata, type Metadata } from "./metadata/extract-metadata.ts";
import { mendSelection } from "./model/mend-selection.ts";
import { askRules, toRuleAnswer } from "./model/rule-answer.ts";
import { classifyPage, type PageClass } from "./page-type/classify-page.ts";
import { readPage } from "./page.ts";
import type { Page } from "./page.ts";
import { giveBack } from "./give-back.ts";
import { MODES } from "./modes.ts";
import { policyFor } from "./page-policy.ts";
import { findDoubtfulLines } from "./passes/find-doubtful-lines.ts";
import { findReadings } from "./passes/find-readings.ts";
import { findBefore, nameRemoved, runAfter, trimRequested, type TypeChoice } from "./passes/run-passes.ts";
import { PASSES_AFTER, PASSES_BEFORE, PASSES_ON_REQUEST } from "./passes/table.ts";
import { readDocument } from "./read-document.ts";
import { beginPage } from "./remember.ts";
import { serialiseHtml } from "./serialise/serialise-html.ts";
import { serialiseMarkdown } from "./serialise/serialise-markdown.ts";
import { serialiseText } from "./serialise/serialise-text.ts";
import type { Selection } from "./selection.ts";
import { findUnseenBody, showUnseenBody } from "./unseen/unseen-body.ts";

export interface ExtractInput {
  /** Decoded HTML. */
  readonly html: string;
  /** The page's URL, for relative links and metadata; null when unknown. */
  readonly url: string | null;
}

export interface ExtractOptions {
  /** Block types that stay in the article although a rule would strip them. */
  readonly keep?: readonly BlockType[];
  /** Block types to strip that are kept by default. */
  readonly drop?: readonly BlockType[];
  /** Whether doubtful lines go (`precision`) or stay (`recall`); `balanced` by default. */
  readonly mode?: ExtractMode;
  /** `none` leaves the answer of Readability and the rules as it is, without the learned block model. */
  readonly model?: "blocks" | "none";
  /** `slim` is the fast DOM; `jsdom` the reference. Same result. */
  readonly dom?: "slim" | "jsdom";
}

/** HTML in, article and ledger out. Pure: the same input gives the same output, with no network, disk, clock or randomness. */
export type Extract = (input: ExtractInput, options?: ExtractOptions) => Extraction;

/** See {@link Extract}. */
export const extract: Extract = (input, options) => extractPage(input, options).extraction;

/** An extraction with the page it was made of, and what of it was chosen. */
export interface ExtractedPage {
  readonly extraction: Extraction;
  readonly page: Page;
  readonly selection: Selection;
}

/** {@link extract}, for those who show the page with it. */
export function extractPage({ html, url }: ExtractInput, options: ExtractOptions = {}): ExtractedPage {
  beginPage();
  const engine = options.dom ?? "slim";
  const document = readDocument(html, { url, engine });
  const metadata = extractMetadata(document, { url });
  const look: Look = { document, url, metadata, engine, options };
  const { page, pageClass, choice, chosen, createScratch, warnings } = choosePage(look, html);
  const mode = MODES[options.mode ?? "balanced"];
  const attempted = new Set(chosen.selection.kept());
  runAfter(page, chosen.selection, PASSES_AFTER, choice);
  nameRemoved(page, chosen.selection, PASSES_AFTER, choice);
  if (options.model !== "none") {
    const settled = new Set([...(options.keep ?? []), ...choice.drop]);
    // The model starts from what the rules say by themselves, whatever the user wants kept or dropped.
    const rules =
      settled.size === 0
        ? toRuleAnswer(page, attempted, chosen.selection)
        : askRules(page, pageClass, createScratch);
    mendSelection(page, chosen.selection, {
      rules,
      pageClass,
      settled,
      doubt: mode.doubt,
    });
    if (options.keep !== undefined && options.keep.length > 0) {
      const types = new Set(options.keep.filter((type) => !choice.drop.has(type)));
      giveBack(page, chosen.selection, { rules, types });
    }
  }
  for (const found of findDoubtfulLines(chosen.selection.kept(), mode.doubtfulLine)) {
    chosen.selection.remove(found);
  }
  for (const found of findReadings(page)) {
    if (!choice.keep.has(found.type)) chosen.selection.remove(found);
  }
  // Filed before anything is cut out of lines: the dateline is a fact wherever it goes.
  const { facts, sources } = fileFacts(page, chosen.selection);
  trimRequested(page, chosen.selection, PASSES_ON_REQUEST, choice);
  const article = buildArticle(page, chosen.selection, chosen.images);
  const articleBody = serialiseText(article);
  const base = baseOf(document, url);
  const extraction: Extraction = {
    ...facts,
    articleBody,
    wordCount: countWords(articleBody, facts.inLanguage),
    markdown: serialiseMarkdown(article, base),
    html: serialiseHtml(article, base),
    extraction: {
      version: EXTRACTOR_VERSION,
      pageType: pageClass.pageType,
      confidence: chosen.confidence,
      warnings,
      removed: listRemoved(page, chosen.selection),
      fieldSources: sources,
    },
  };
  return { extraction, page, selection: chosen.selection };
}

interface Look {
  readonly document: Document;
  readonly url: string | null;
  readonly metadata: Metadata;
  readonly engine: "slim" | "jsdom";
  readonly options: ExtractOptions;
}

interface Looked {
  readonly page: Page;
  readonly pageClass: PageClass;
  readonly choice: TypeChoice;
  readonly chosen: Choice;
  readonly createScratch: () => Document;
}

/** The page and what of it is the content; a body that the page carries and does not show is shown first. */
function choosePage(look: Look, html: string): Looked & { readonly warnings: readonly string[] } {
  const looked = lookAt(look);
  const unseen = findUnseenBody(looked.page, looked.chosen, html);
  if (unseen === null) return { ...looked, warnings: looked.chosen.warnings };
  showUnseenBody(looked.page, unseen);
  beginPage();
  const again = lookAt(look);
  return { ...again, warnings: [...again.chosen.warnings, `unseen:${unseen.source}`] };
}

function lookAt({ document, url, metadata, engine, options }: Look): Looked {
  const page = readPage({ document, url, metadata });
  const pageClass = classifyPage(page);
  const policy = policyFor(pageClass);
  const drop = new Set(options.drop);
  const choice: TypeChoice = {
    keep: new Set([...policy.keep, ...(options.keep ?? [])].filter((type) => !drop.has(type))),
    drop,
    spared: MODES[options.mode ?? "balanced"].spared,
  };
  const before = findBefore(page, PASSES_BEFORE, choice);
  const createScratch = (): Document => emptyDocument({ url, engine });
  const chosen = chooseContent(page, { before, attempts: policy.attempts, createScratch });
  return { page, pageClass, choice, chosen, createScratch };
}
