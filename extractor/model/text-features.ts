/** What a block's own text looks like: length, punctuation, letters, links, and the kinds of short line it may be. */
import type { Block } from "../blocks.ts";
import type { Metadata } from "../metadata/extract-metadata.ts";
import { codesOf, type CodeSpan } from "../text-codes.ts";
import { putContents, putEnds } from "./edge-features.ts";
import { feature, type FeatureSheet } from "./feature-sheet.ts";
import { readWording } from "./line-kinds.ts";
import { putMarks } from "./mark-features.ts";
import { LINE_KINDS } from "./role-words.ts";
import { startSpellings } from "./spelling-table.ts";
import { readShape, startShape, startWords, type TextShape, type WordList, wordsOf } from "./text-shape.ts";
import { compareWords, openWordBook, type WordBook } from "./word-book.ts";

const LINE_COLUMNS = LINE_KINDS.map(({ kind }) => feature(`line-${kind}`));
const HEADING_COLUMNS = LINE_KINDS.map(({ kind }) => feature(`heading-${kind}`));

function putKinds(sheet: FeatureSheet, i: number, columns: readonly number[], mask: number): void {
  if (mask === 0) return;
  for (let k = 0; k < columns.length; k++) sheet.put(i, columns[k] as number, (mask >> k) & 1);
}

/** The line kinds of the block itself, and of the heading it stands under. */
export function putLineKinds(sheet: FeatureSheet, i: number, own: number, heading: number): void {
  putKinds(sheet, i, LINE_COLUMNS, own);
  putKinds(sheet, i, HEADING_COLUMNS, heading);
}

interface TextIndex {
  readonly book: WordBook;
  /** The structured body with all but letters and digits taken out, or "". */
  readonly body: string;
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** A structured body shorter than this is a teaser, and says nothing of what is missing from it. */
const LEAST_BODY_CHARS = 400;
/** Of a block, only so much is looked for in the structured body: it may lose or gain inline text. */
const LOOKED_FOR_CHARS = 60;

/** Those of one page after the other. */
const SPELLINGS = startSpellings();

function indexTexts({ facts, jsonLdBody }: Metadata): TextIndex {
  const body = squeeze(jsonLdBody ?? "");
  return {
    book: openWordBook(facts.headline ?? "", facts.description ?? "", SPELLINGS),
    body: body.length >= LEAST_BODY_CHARS ? body : "",
  };
}

/** -1: the page has no structured body; else whether the block's beginning stands in it. */
function inStructuredBody(text: string, body: string): number {
  if (!body) return -1;
  const start = squeeze(text.slice(0, 2 * LOOKED_FOR_CHARS)).slice(0, LOOKED_FOR_CHARS);
  return start && body.includes(start) ? 1 : 0;
}

const UNIQUE_WORDS = feature("unique-words");
const TITLE_SHARE = feature("title-share");
const TITLE_COVER = feature("title-cover");
const DESCRIPTION_SHARE = feature("description-share");
const IN_STRUCTURED_BODY = feature("in-structured-body");

function putWording(
  sheet: FeatureSheet,
  i: number,
  { text, span, shape, list, index: { book, body } }: TextReading,
): void {
  const { words, unique, inTitle, inDescription } = compareWords(book, span, list, shape.classes);
  const titleWords = book.ofTitle.size;
  const titleShare = words && titleWords ? inTitle / words : 0;
  sheet.put(i, UNIQUE_WORDS, words ? unique / words : 1);
  sheet.put(i, TITLE_SHARE, titleShare);
  sheet.put(i, TITLE_COVER, titleWords ? (titleShare * words) / titleWords : 0);
  sheet.put(i, DESCRIPTION_SHARE, words && book.ofDescription.size > 0 ? inDescription / words : 0);
  sheet.put(i, IN_STRUCTURED_BODY, inStructuredBody(text, body));
}

const WORDS = feature("words");
const CHARS = feature("chars");
const LINK_SHARE = feature("link-share");
const LINKS = feature("links");
const LINKS_PER_WORD = feature("links-per-word");
const SENTENCES = feature("sentences");
const COMMAS_PER_WORD = feature("commas-per-word");
const STOPS_PER_WORD = feature("stops-per-word");
const SYMBOLS_SHARE = feature("symbols-share");
const UPPER_SHARE = feature("upper-share");
const CAPITAL_WORDS = feature("capital-words");
const DIGIT_SHARE = feature("digit-share");
const WORD_LENGTH = feature("word-length");
const SHORT_LOWER_WORDS = feature("short-lower-words");
const UNSPACED_SHARE = feature("unspaced-share");
const WHOLE = feature("whole");
const HIDDEN = feature("hidden");

function putShape(sheet: FeatureSheet, i: number, block: Block, shape: TextShape): void {
  const counted = wordsOf(shape);
  const words = Math.max(1, counted);
  sheet.put(i, WORDS, Math.log1p(counted));
  sheet.put(i, CHARS, Math.log1p(shape.chars));
  sheet.put(i, LINK_SHARE, Math.min(1, block.linkChars / shape.chars));
  sheet.put(i, LINKS, Math.min(block.links, 20));
  sheet.put(i, LINKS_PER_WORD, block.links / words);
  sheet.put(i, SENTENCES, shape.sentences);
  sheet.put(i, COMMAS_PER_WORD, shape.commas / words);
  sheet.put(i, STOPS_PER_WORD, shape.stops / words);
  sheet.put(i, SYMBOLS_SHARE, shape.symbols / shape.chars);
  sheet.put(i, UPPER_SHARE, shape.letters ? shape.upper / shape.letters : 0);
  sheet.put(i, CAPITAL_WORDS, shape.titled / words);
  sheet.put(i, DIGIT_SHARE, shape.digits / shape.chars);
  sheet.put(i, WORD_LENGTH, shape.letters / words);
  sheet.put(i, SHORT_LOWER_WORDS, shape.shortLower / words);
  sheet.put(i, UNSPACED_SHARE, shape.unspaced / shape.chars);
  sheet.flag(i, WHOLE, block.whole);
  sheet.flag(i, HIDDEN, block.hidden);
}

/** What is at hand while the texts are read one after the other. */
interface TextReading {
  text: string;
  /** The text as code units, or its beginning. */
  readonly span: CodeSpan;
  readonly shape: TextShape;
  /** The words of its beginning. */
  readonly list: WordList;
  readonly index: TextIndex;
}

/** What of the blocks' texts is needed beyond their own features, by block. */
export interface TextFindings {
  readonly words: Float64Array;
  /** 1 for each block whose text ends a sentence, else 0. */
  readonly endsSentence: Uint8Array;
  /** What readWording says. */
  readonly wordings: Uint32Array;
}

/** Puts the features of all rows that their own texts tell. */
export function putTexts(sheet: FeatureSheet, blocks: readonly Block[], metadata: Metadata): TextFindings {
  const { codes, starts } = codesOf(blocks);
  const span = { codes, start: 0, end: 0 };
  const reading: TextReading = {
    text: "",
    span,
    shape: startShape(),
    list: startWords(),
    index: indexTexts(metadata),
  };
  const found: TextFindings = {
    words: new Float64Array(blocks.length),
    endsSentence: new Uint8Array(blocks.length),
    wordings: new Uint32Array(blocks.length),
  };
  for (let i = 0; i < blocks.length; i++) {
    span.start = starts[i] as number;
    span.end = starts[i + 1] as number;
    putText(sheet, blocks[i] as Block, reading, found);
  }
  return found;
}

function putText(sheet: FeatureSheet, block: Block, reading: TextReading, found: TextFindings): void {
  const { index: i, text } = block;
  const { span, shape } = reading;
  reading.text = text;
  readShape(span, shape, reading.list);
  putShape(sheet, i, block, shape);
  found.words[i] = wordsOf(shape);
  found.endsSentence[i] = putEnds(sheet, i, reading) ? 1 : 0;
  putContents(sheet, i, text, shape);
  putMarks(sheet, i, block);
  // From here on the span is but the text's beginning.
  found.wordings[i] = readWording(text, span, shape.classes);
  putWording(sheet, i, reading);
}
