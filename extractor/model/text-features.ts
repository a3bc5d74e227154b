/** What a block's own text looks like: length, punctuation, letters, links, and the kinds of short line it may be. */
import type { Block } from "../blocks.ts";
import type { Metadata } from "../metadata/extract-metadata.ts";
import type { FeatureRow } from "./feature-row.ts";
import { LINE_KINDS } from "./role-words.ts";
import type { TextShape } from "./text-shape.ts";

/** A line kind is told by its words only while the line is short; a paragraph may hold any word. */
const SHORT_LINE_CHARS = 220;

const WORD = /[\p{L}\p{N}]+/gu;

/** The line kinds a text belongs to, as a bit mask over LINE_KINDS. */
export function lineKinds(text: string): number {
  if (text.length > SHORT_LINE_CHARS) return 0;
  const lower = text.toLowerCase();
  let mask = 0;
  for (let i = 0; i < LINE_KINDS.length; i++) if (LINE_KINDS[i]?.pattern.test(lower)) mask |= 1 << i;
  return mask;
}

const LINE_NAMES = LINE_KINDS.map(({ kind }) => `line-${kind}`);
const HEADING_NAMES = LINE_KINDS.map(({ kind }) => `heading-${kind}`);

function putKinds(row: FeatureRow, names: readonly string[], mask: number): void {
  for (let i = 0; i < names.length; i++) row.put(names[i] ?? "", (mask >> i) & 1);
}

/** The line kinds of the block itself, and of the heading it stands under. */
export function putLineKinds(row: FeatureRow, own: number, heading: number): void {
  putKinds(row, LINE_NAMES, own);
  putKinds(row, HEADING_NAMES, heading);
}

export interface TextIndex {
  readonly titleWords: ReadonlySet<string>;
  readonly descriptionWords: ReadonlySet<string>;
  /** The structured body with all but letters and digits taken out, or "". */
  readonly body: string;
  /** How often each block text occurs on the page. */
  readonly repeats: ReadonlyMap<string, number>;
}

const wordList = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];
const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** A structured body shorter than this is a teaser, and says nothing of what is missing from it. */
const LEAST_BODY_CHARS = 400;
/** Of a block, only so much is looked for in the structured body: it may lose or gain inline text. */
const LOOKED_FOR_CHARS = 60;
/** Of a long block, only so many characters are held against title and description, or counted for variety. */
const COMPARED_CHARS = 400;

export function indexTexts(blocks: readonly Block[], { facts, jsonLdBody }: Metadata): TextIndex {
  const repeats = new Map<string, number>();
  for (const { text } of blocks) repeats.set(text, (repeats.get(text) ?? 0) + 1);
  const body = squeeze(jsonLdBody ?? "");
  return {
    titleWords: new Set(wordList(facts.headline ?? "")),
    descriptionWords: new Set(wordList(facts.description ?? "")),
    body: body.length >= LEAST_BODY_CHARS ? body : "",
    repeats,
  };
}

/** -1: the page has no structured body; else whether the block's beginning stands in it. */
function inStructuredBody(text: string, body: string): number {
  if (!body) return -1;
  const start = squeeze(text.slice(0, 2 * LOOKED_FOR_CHARS)).slice(0, LOOKED_FOR_CHARS);
  return start && body.includes(start) ? 1 : 0;
}

/** Share of `words` that `other` has too. */
function sharedWords(words: readonly string[], other: ReadonlySet<string>): number {
  if (!words.length || !other.size) return 0;
  let hits = 0;
  for (const word of words) if (other.has(word)) hits++;
  return hits / words.length;
}

interface Marked {
  bold: number;
  italic: number;
  time: number;
}

const MARKS: Readonly<Record<string, keyof Marked>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  cite: "italic",
  time: "time",
};

function markedChars(block: Block): Marked {
  const marked = { bold: 0, italic: 0, time: 0 };
  for (const node of block.textNodes) {
    for (let up = node.parentElement; up && up !== block.element; up = up.parentElement) {
      const mark = MARKS[up.localName];
      if (mark) marked[mark] += node.data.length;
    }
  }
  return marked;
}

function putMarks(row: FeatureRow, block: Block): void {
  const { bold, italic, time } = markedChars(block);
  const chars = block.text.length;
  row.put("bold-share", Math.min(1, bold / chars));
  row.put("italic-share", Math.min(1, italic / chars));
  row.put("time-share", Math.min(1, time / chars));
}

function putWording(row: FeatureRow, text: string, index: TextIndex): void {
  const list = wordList(text.slice(0, COMPARED_CHARS));
  const titleShare = sharedWords(list, index.titleWords);
  row.put("unique-words", list.length ? new Set(list).size / list.length : 1);
  row.put("title-share", titleShare);
  row.put("title-cover", index.titleWords.size ? (titleShare * list.length) / index.titleWords.size : 0);
  row.put("description-share", sharedWords(list, index.descriptionWords));
  row.put("in-structured-body", inStructuredBody(text, index.body));
  row.put("repeats", index.repeats.get(text) ?? 1);
}

export const endsSentence = (text: string): boolean => /[.!?…。！？]["'”’»)\]]*$/u.test(text.slice(-6));

function putEnds(row: FeatureRow, text: string): void {
  const head = text.slice(0, 8);
  const tail = text.slice(-6);
  row.flag("ends-sentence", endsSentence(text));
  row.flag("ends-colon", /[:：]$/u.test(tail));
  row.flag("ends-dots", /(\.\.\.|…|\[…\]|»|›|→|>)$/u.test(tail));
  row.flag("starts-upper", /^["'“‘«(\s]*\p{Lu}/u.test(head));
  row.flag("starts-lower", /^\p{Ll}/u.test(head));
  row.flag("starts-digit", /^\d/.test(head));
  row.flag("starts-symbol", /^[^\p{L}\p{N}\s"“'‘«(]/u.test(head));
  row.flag("starts-quote", /^["“„‘«]/u.test(head));
}

/** Things that long text may hold as well as short, but that mark a short line. */
function putContents(row: FeatureRow, text: string): void {
  const line = text.length > COMPARED_CHARS ? "" : text;
  row.put("has-separator", line.match(/[|•·/›»]/gu)?.length ?? 0);
  row.flag("has-mail", /\S@\S+\.\S/.test(line));
  row.flag("has-url", /https?:|www\./i.test(line));
  row.flag("has-date", /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b\d{4}-\d\d-\d\d|\b(19|20)\d\d\b|\d年/.test(line));
  row.flag("has-time", /\b\d{1,2}[:.]\d\d\b/.test(line));
  row.flag("has-money", /[$€£¥₹]|\b(EUR|USD|CHF|PLN)\b/.test(line));
  row.flag("has-question", /[?？]/.test(line));
}

export function putText(row: FeatureRow, block: Block, shape: TextShape, index: TextIndex): void {
  const { text } = block;
  const words = Math.max(1, shape.words);
  row.put("words", Math.log1p(shape.words));
  row.put("chars", Math.log1p(shape.chars));
  row.put("link-share", Math.min(1, block.linkChars / shape.chars));
  row.put("links", Math.min(block.links, 20));
  row.put("links-per-word", block.links / words);
  row.put("sentences", shape.sentences);
  row.put("commas-per-word", shape.commas / words);
  row.put("stops-per-word", shape.stops / words);
  row.put("symbols-share", shape.symbols / shape.chars);
  row.put("upper-share", shape.letters ? shape.upper / shape.letters : 0);
  row.put("capital-words", shape.titled / words);
  row.put("digit-share", shape.digits / shape.chars);
  row.put("word-length", shape.letters / words);
  row.put("short-lower-words", shape.shortLower / words);
  row.put("unspaced-share", shape.unspaced / shape.chars);
  row.flag("whole", block.whole);
  row.flag("hidden", block.hidden);
  putEnds(row, text);
  putContents(row, text);
  putMarks(row, block);
  putWording(row, text, index);
}
