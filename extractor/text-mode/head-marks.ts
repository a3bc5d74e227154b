import { splitNames } from "../metadata/split-authors.ts";
import { alphabeticLength } from "../alphabetic-length.ts";
import { readEasternByline } from "../read-eastern-byline.ts";
import { COUNTER_WORDS } from "../words/counter-words.ts";
import { MAGNITUDE } from "./counters.ts";
import { BYLINE_WORDS, TIMESTAMP_WORDS } from "../words/byline-words.ts";
import { LISTEN_WORDS } from "../words/listen-words.ts";
import { WIRE_NAMES } from "../words/wire-names.ts";
import type { WordList } from "../words/word-list.ts";
import { createMatcher } from "../words/word-list.ts";
import { isDateLine, readDateMatter } from "./date-matter.ts";
import { isSentence, lettersIn } from "./line-shape.ts";

/** Lines that stand above an article's text: who wrote it, when, the player that reads it aloud. */

/** "From" and "am" begin headlines and sentences as often as bylines. */
const TOO_COMMON = new Set(["from", "am", "da", "of", "text", "haber"]);
const byWords: WordList = Object.fromEntries(
  Object.entries(BYLINE_WORDS).map(([language, words]) => [
    language,
    words.filter((word) => !TOO_COMMON.has(word)),
  ]),
);

const byline = createMatcher(byWords);
const wire = createMatcher(WIRE_NAMES);
const listen = createMatcher(LISTEN_WORDS);

const LONGEST_BYLINE = 110;
const LONGEST_WIRE_LINE = 40;
/** "and", "und", "sowie" between two names. */
const LONGEST_AND = 5;
const FEWEST_WIRE_LETTERS = 2;
const LONGEST_LISTEN_LABEL = 60;
const MOST_NAME_WORDS = 5;

/** Particles of names that are written small. */
const PARTICLE =
  /^(?:v[oa]n|zu[mr]?|de[rnlm]?|di|da|do[s]?|du|la|le|el|al|bin|ibn|ten|ter|y|e|af|av|und|and|et|og|och|ja|ve|oraz|a|i|и|і|та)$/iu;

/** `(The Herald, Reuters)`: with the medium's own name, in brackets and no sentence. */
const BRACKETED = /^[(（[［][^()（）[\]［］.!?。！？؟]{3,40}[)）\]］]$/u;

const HAS_CASE = /[\p{Lu}\p{Ll}]/u;

/** Every word of it begins with a capital letter, particles aside; two to five words. */
function isPersonal(name: string): boolean {
  const words = name.split(/\s+/u);
  if (!HAS_CASE.test(name)) {
    return alphabeticLength(name) <= 40;
  }
  return (
    words.length <= MOST_NAME_WORDS &&
    words.filter((word) => /^['’]?\p{Lu}/u.test(word)).length >= 2 &&
    words.every((word) => /^['’]?\p{Lu}/u.test(word) || PARTICLE.test(word))
  );
}

/** `By Jane Roe`, `Von Max Muster und Eva Musterin | 4. Mai`, `文＝山田太郎`, `김철수 기자`: names in it, or none. */
export function namesInByline(text: string): readonly string[] {
  if (alphabeticLength(text) > LONGEST_BYLINE || isSentence(text.replace(/\s*[|·•].*$/u, ""))) {
    return [];
  }
  const eastern = readEasternByline(text);
  if (eastern !== null || !HAS_CASE.test(text)) {
    return [...(eastern ?? [])];
  }
  const matter = readDateMatter(text);
  const named = byline.starts(text);
  const dated = matter.dates > 0 && matter.clocks > 0 && /^\p{Lu}/u.test(text) && !matter.labelled;
  if (!named && !dated) {
    return [];
  }
  const names = splitNames(text);
  return names.length > 0 && names.every(isPersonal) ? names : [];
}

/** `By Staff Reporter`, `Redacción`: a byline that names nobody. */
export function isBylineLabel(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    byline.is(text) ||
    readEasternByline(text) !== null ||
    (byline.starts(text) && words.length <= MOST_NAME_WORDS && words.every((word) => /^\p{Lu}/u.test(word)))
  );
}

/** `Ann Roe, Ben Poe`: names of people in letters that have capitals, and nothing else. */
export function isNameList(text: string): boolean {
  const names = text.length <= LONGEST_BYLINE ? splitNames(text) : [];
  const letters = names.reduce((sum, name) => sum + lettersIn(name), 0);
  return (
    names.length > 0 &&
    names.every((name) => HAS_CASE.test(name) && isPersonal(name)) &&
    lettersIn(text) - letters <= LONGEST_AND * names.length
  );
}

/** A line that is only the name of a news agency, or of several. */
export function isWireLine(text: string): boolean {
  return (
    alphabeticLength(text) <= LONGEST_WIRE_LINE &&
    lettersIn(text) >= FEWEST_WIRE_LETTERS &&
    wire.has(text) &&
    (lettersIn(wire.without(text)) <= (wire.is(text) ? 0 : 3) || BRACKETED.test(text))
  );
}

/** A player's label, with the length of the recording. */
export function isListenLabel(text: string): boolean {
  return (
    alphabeticLength(text) <= LONGEST_LISTEN_LABEL && listen.has(text) && lettersIn(listen.without(text)) <= 8
  );
}

const meta = createMatcher(BYLINE_WORDS, TIMESTAMP_WORDS, COUNTER_WORDS);
const FEWEST_LABELS = 2;
const LONGEST_STRIP = 300;
/** Letters that no list knows, without a label before them; and behind a label: a name, a place. */
const [SPARED, SPARED_A_LABEL] = [2, 14];

/** `Written by: A Published: B Reading time: C`: what a page sets side by side over an article, run together in a dump. */
export function isLabelStrip(text: string): boolean {
  if (text.length > LONGEST_STRIP || !/\p{N}/u.test(text) || isSentence(text)) {
    return false;
  }
  const matter = readDateMatter(text);
  if (matter.dates === 0 || alphabeticLength(text) > LONGEST_STRIP) {
    return false;
  }
  const labels = text.match(/[:：]\s?/gu)?.length ?? 0;
  const unsaid = lettersIn(meta.without(matter.rest.replace(MAGNITUDE, " ")));
  return meta.has(text) && unsaid <= (labels < FEWEST_LABELS ? SPARED : SPARED_A_LABEL * (labels + 1));
}

/** True for a line that stands above an article's text and never in it. */
export function isHeadMark(text: string): boolean {
  return (
    isDateLine(text) ||
    isLabelStrip(text) ||
    isListenLabel(text) ||
    isWireLine(text) ||
    namesInByline(text).length > 0
  );
}
