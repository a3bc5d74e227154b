import { isBareCredit } from "../../bare-credit.ts";
import { isEasternCaption } from "../../read-eastern-credit.ts";
import { alphabeticLength } from "../../alphabetic-length.ts";
import { CREDIT_WORDS, PICTURE_SOURCES, STOCK_PICTURE_WORDS } from "../../words/credit-words.ts";
import { createMatcher } from "../../words/word-list.ts";
import type { Line } from "../dump.ts";
import { isParagraph, isSentence } from "../line-shape.ts";
import { foldWords } from "../../metadata/fold-text.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

const credit = createMatcher(CREDIT_WORDS);
const sources = createMatcher(PICTURE_SOURCES);
const stock = createMatcher(STOCK_PICTURE_WORDS);

const LONGEST_CREDIT = 90;
const LONGEST_CAPTION = 320;
/** A caption is one sentence, or two. */
const MOST_CAPTION_SENTENCES = 2;
/** Share of its words that the picture's alternative text has in common with the caption below it. */
const SAME_PICTURE = 0.6;

/** The word, and what sets it off from a sentence: `PHOTO: AFP`, `Foto / Agency`, `Image by …`, `写真＝…`. */
const CREDIT_LINE =
  /^[^\p{L}\p{N}]*[\p{L}\p{M}'’. -]{1,40}?\s*(?:[:：=＝/／|｜©▲]|\bby\b|\bvia\b|(?<=\p{L})\s+(?:von|de|di|av|af)\s)/iu;
const RIGHTS_MARK = /^[([]?\s*(?:©|\(c\)\s|ⓒ)/iu;
/** A caption with its credit behind it: `… | Image: X@…`, `… (Foto: dpa)`, `… Photo: A. Name / Agency`. */
const CREDIT_AT_END = /^(.{8,}[^:：=＝©\s])\s*[:：=＝©]\s*([^.!?:：。]{2,60}?)[)\]）]?\.?$/u;
const MOST_CREDIT_WORDS = 3;
const RIGHTS_AT_END = /\s[©ⓒ]\s?[^.!?。]{2,50}$/u;
/** `Video: First train arrives` names a film, no photographer of what stands above. */
const FILM = /^[^\p{L}]*(?:videos?|vídeo|vidéo|wideo|відео|видео)\s*[:：|]/iu;
/** What captions say of the place of people in the picture. */
const POSITION =
  /[(（](?:\p{L}+ )?(?:right|left|centre|center|l|r|rechts|links|mitte|l\.|r\.|droite|gauche|à droite|à gauche|derecha|izquierda|destra|sinistra|direita|esquerda|rechts|z prawej|z lewej|праворуч|ліворуч|справа|слева|sağda|solda|höger|vänster|右|左|中央|右から|左から|오른쪽|왼쪽|يمين|يسار)[)）]|\bpictured\b|\bfile photo\b|\bArchivbild\b|\bArchivfoto\b/iu;

/** Captions and credits of pictures. */
export const findCaptions: TextPass = {
  name: "captions",
  description: "captions and credits of pictures that stand as lines",
  find: function* find(reading): Iterable<TextFinding> {
    const found = new Set<Line>();
    for (const line of reading.lines.filter(reading.isOpen)) {
      if (isCreditLine(line.text)) {
        found.add(line);
        yield { line, type: "photo-credit", rule: "credit-line" };
        const above = FILM.test(line.text) ? null : captionAbove(line, reading);
        if (above !== null && !found.has(above)) {
          found.add(above);
          yield { line: above, type: "caption", rule: "line-over-credit" };
        }
      } else if (!found.has(line) && endsInCredit(line.text)) {
        found.add(line);
        yield { line, type: "caption", rule: "caption-with-credit" };
        const twin = alternativeText(line, reading);
        if (twin !== null && !found.has(twin)) {
          found.add(twin);
          yield { line: twin, type: "caption", rule: "caption-twice" };
        }
      }
    }
  },
};

/** A line that only names who made a picture. */
export function isCreditLine(text: string): boolean {
  if (alphabeticLength(text) > LONGEST_CREDIT || /rights reserved/iu.test(text)) {
    return false;
  }
  if (stock.is(text) || isBareCredit(text)) {
    return true;
  }
  if (RIGHTS_MARK.test(text)) {
    return sources.has(text) || !/\d{4}/u.test(text);
  }
  const named = credit.starts(text) && CREDIT_LINE.test(text) && /[:：=＝/|©▲]\s*\S/u.test(text);
  const agency = sources.has(text) && /[/|©]|\bvia\b/iu.test(text);
  return (named || agency || (credit.starts(text) && sources.has(text))) && !isSentence(text);
}

function endsInCredit(text: string): boolean {
  if (alphabeticLength(text) > LONGEST_CAPTION || sentencesIn(text) > MOST_CAPTION_SENTENCES + 1) {
    return false;
  }
  const [, before = "", name = ""] = CREDIT_AT_END.exec(text) ?? [];
  const words = before.split(/(?<=[|/([.!?…—–·。！？（])\s*|\s+/u).filter((word) => word !== "");
  const isWord = (count: number): boolean => words.length > count && credit.is(words.slice(-count).join(" "));
  // `He took a photo: the last one` is a sentence; a credit names somebody.
  const isName = /^[@\p{Lu}\p{Lo}\d]|^\S+@/u.test(name) || sources.has(name);
  const credited =
    name !== "" && isName && Array.from({ length: MOST_CREDIT_WORDS }, (_, at) => at + 1).some(isWord);
  return credited || RIGHTS_AT_END.test(text) || isEasternCaption(text);
}

function sentencesIn(text: string): number {
  return text.match(/[.!?](?=\s|$|["'”’»」])|[。！？]/gu)?.length ?? 0;
}

/** The caption over a credit: what is short, and in the head of the text, next to it, or says where somebody stands. */
function captionAbove(line: Line, reading: Reading): Line | null {
  const above = reading.lines[line.index - 1];
  if (above === undefined || !reading.isOpen(above) || above === reading.headline) {
    return null;
  }
  const { text } = above;
  if (
    alphabeticLength(text) > LONGEST_CAPTION ||
    sentencesIn(text) > MOST_CAPTION_SENTENCES ||
    /["“„«「]/u.test(text[0] ?? "")
  ) {
    return null;
  }
  const cue =
    POSITION.test(text) || (!isParagraph(text) && alphabeticLength(text) > 20 && !isSubheading(above, line));
  return cue ||
    isFirstOfText(above, reading) ||
    isUnderFurniture(above, reading) ||
    isGlued(above, line, reading)
    ? above
    : null;
}

/** Short, and with nothing between it and the paragraph below the credit: the subheading of the next part. */
function isSubheading(above: Line, line: Line): boolean {
  return alphabeticLength(above.text) < 40 && line.gapBefore;
}

/** Right under the headline: the picture that leads the article, when the article goes on below it. */
function isFirstOfText(above: Line, { headline, lines, isOpen }: Reading): boolean {
  if (headline === null || headline.index > above.index) {
    return false;
  }
  const between = lines.slice(headline.index + 1, above.index).filter(isOpen);
  const below = lines.slice(above.index + 2).filter((line) => isOpen(line) && isParagraph(line.text));
  return between.length === 0 && below.length > 1 && sentencesIn(above.text) <= 1;
}

/** Between the head's buttons and the credit, with the article below: a standfirst stands over the byline. */
function isUnderFurniture(above: Line, { lines, isOpen, headline }: Reading): boolean {
  const over = lines[above.index - 1];
  const below = lines.slice(above.index + 2).filter((line) => isOpen(line) && isParagraph(line.text));
  const before = lines
    .slice((headline?.index ?? 0) + 1, above.index)
    .filter((line) => isOpen(line) && isParagraph(line.text));
  return (
    headline !== null &&
    above.index > headline.index + 1 &&
    over !== undefined &&
    !isOpen(over) &&
    before.length <= 1 &&
    below.length > 1 &&
    sentencesIn(above.text) <= 1
  );
}

/** No blank line between the two in a dump that puts one between paragraphs. */
function isGlued(above: Line, line: Line, { paragraphs }: Reading): boolean {
  const spaced = paragraphs.filter(({ gapBefore }) => gapBefore).length;
  return !line.gapBefore && above.gapBefore && spaced * 2 > paragraphs.length && sentencesIn(above.text) <= 1;
}

/** The picture's alternative text, which says what its caption says. */
function alternativeText(line: Line, reading: Reading): Line | null {
  const above = reading.lines[line.index - 1];
  if (above === undefined || !reading.isOpen(above) || isSentence(above.text) || above === reading.headline) {
    return null;
  }
  const caption = new Set(foldWords(line.folded).split(" "));
  const words = foldWords(above.folded).split(" ");
  const shared = words.filter((word) => caption.has(word)).length;
  return words.length > 1 && shared / words.length >= SAME_PICTURE ? above : null;
}
