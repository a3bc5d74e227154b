import type { BlockType, ExtractMode, Extraction, RemovedBlock } from "../../types.ts";
import { foldSpace } from "../blocks.ts";
import { countWords } from "../count-words.ts";
import { EXTRACTOR_VERSION } from "../extractor-version.ts";
import { beginPage } from "../remember.ts";
import { readDump } from "./dump.ts";
import { judgeLines, type JudgedDump, type JudgedText } from "./judge-lines.ts";
import { isParagraph } from "./line-shape.ts";
import { stretchesToHtml, stretchesToMarkdown, stretchesToText } from "./serialise-stretches.ts";
import { PASSES_ON_REQUEST, TEXT_PASSES } from "./table.ts";
import { readTextFacts } from "./text-facts.ts";

export interface ExtractTextInput {
  /** A page as plain text: a WET record, an old scrape. */
  readonly text: string;
  /** The page's URL, whose last part may stand in the text; null when unknown. */
  readonly url: string | null;
}

export interface ExtractTextOptions {
  /** Block types that stay in the article although a rule would strip them. */
  readonly keep?: readonly BlockType[];
  /** Block types to strip that are kept by default. */
  readonly drop?: readonly BlockType[];
  /** Named as in `ExtractOptions`; a dump has no shapes to be in doubt of, so that all modes are one. */
  readonly mode?: ExtractMode;
}

/** An extraction with all of the dump's text in order, kept and removed. */
export interface JudgedExtraction {
  readonly extraction: Extraction;
  readonly stretches: readonly JudgedText[];
}

/** Fewer paragraphs than this are a caption, a notice, a list: not an article. */
const FEWEST_PARAGRAPHS = 2;
/** A text this sure is all paragraphs; a dump has no markup that could tell more. */
const MOST_CONFIDENCE = 0.9;

/** Plain text in, article and ledger out. Pure, as `extract` is. */
export function extractText(input: ExtractTextInput, options: ExtractTextOptions = {}): Extraction {
  return judgeText(input, options).extraction;
}

/** {@link extractText}, with the account of all text that `galley explain` shows. */
export function judgeText(
  { text, url }: ExtractTextInput,
  options: ExtractTextOptions = {},
): JudgedExtraction {
  beginPage();
  const wanted = new Set(options.drop);
  const passes = [...TEXT_PASSES, ...PASSES_ON_REQUEST.filter(({ type }) => wanted.has(type))];
  const judged = judgeLines(readDump(text, url), passes, choiceOf(options));
  const kept = judged.stretches.filter(({ reason }) => reason === null);
  const articleBody = stretchesToText(kept);
  const { facts, sources } = readTextFacts(judged);
  const paragraphs = judged.reading.paragraphs.length;
  const extraction: Extraction = {
    ...facts,
    articleBody,
    wordCount: countWords(articleBody, facts.inLanguage),
    markdown: stretchesToMarkdown(kept),
    html: stretchesToHtml(kept),
    extraction: {
      version: EXTRACTOR_VERSION,
      pageType: paragraphs >= FEWEST_PARAGRAPHS ? "article" : "other",
      confidence: confidenceOf(judged),
      warnings: [],
      removed: listRemovedText(judged),
      fieldSources: sources,
    },
  };
  return { extraction, stretches: judged.stretches };
}

function choiceOf({ keep = [], drop = [] }: ExtractTextOptions): ReadonlySet<BlockType> {
  const dropped = new Set(drop);
  return new Set(keep.filter((type) => !dropped.has(type)));
}

/** How much of what is kept reads as paragraphs. */
function confidenceOf({ stretches }: JudgedDump): number {
  const kept = stretches.filter(({ reason }) => reason === null);
  const all = kept.reduce((sum, { text }) => sum + text.length, 0);
  const prose = kept.reduce((sum, { text }) => sum + (isParagraph(text) ? text.length : 0), 0);
  return all === 0 ? 0 : Math.round((MOST_CONFIDENCE * prose * 100) / all) / 100;
}

/** The ledger. Neighbouring lines that went for the same reason are one entry. */
function listRemovedText({ stretches }: JudgedDump): RemovedBlock[] {
  const removed: RemovedBlock[] = [];
  let open: { readonly type: string; readonly rule: string; readonly first: number; last: number } | null =
    null;
  for (const { line, text, reason } of stretches) {
    if (reason === null) {
      open = null;
      continue;
    }
    const before = removed.at(-1);
    const folded = foldSpace(text) || text;
    if (open !== null && before !== undefined && open.type === reason.type && open.rule === reason.rule) {
      open.last = line.number;
      removed[removed.length - 1] = {
        ...before,
        path: `lines ${open.first}-${open.last}`,
        text: `${before.text} ${folded}`,
      };
    } else {
      open = { ...reason, first: line.number, last: line.number };
      removed.push({ ...reason, path: `line ${line.number}`, text: folded });
    }
  }
  return removed;
}
