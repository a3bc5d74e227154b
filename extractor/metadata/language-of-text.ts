/** Scripts that tell languages apart, each with the languages that are written in it alone. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [
    /[a-z\u00c0-\u024f\u1e00-\u1eff]/giu,
    "en de fr es it pt nl pl cs sk sl hr hu ro tr sv da nb nn no fi et lv lt is ca gl eu vi id ms fil tl sw af ga cy sq mt lb",
  ],
  [/\p{Script=Cyrillic}/gu, "ru uk be bg mk"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Arabic}/gu, "ar fa ur ps"],
  [/\p{Script=Hebrew}/gu, "he yi"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Devanagari}/gu, "hi mr ne"],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/[\p{Script=Hangul}\p{Script=Han}]/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
];

const SCRIPT_OF: ReadonlyMap<string, RegExp> = new Map(
  SCRIPTS.flatMap(([script, languages]) =>
    languages.split(" ").map((language) => [language, script] as const),
  ),
);
const LATIN = SCRIPT_OF.get("en");

/** A text with fewer letters, or words, says too little of its language. */
const LEAST_LETTERS = 100;
const LEAST_WORDS = 60;
/** With a smaller share of its letters in the script of a language, a text is not in it. */
const LEAST_SHARE = 0.1;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that stand in every English text: with so many of them it is one, with so few it is none. A quarter of English prose is these. */
const ENGLISH_WORDS = setOf(
  "the of and to is that with was are be this it as have by from you or your we for not at can will has",
);
/** So many of the most usual of them are enough to believe it. */
const MOST_USUAL = / (?:the|of|and|to) /g;
const ENOUGH = 8;
const SURELY_ENGLISH = 0.12;
const HARDLY_ENGLISH = 0.03;
/** The same of other languages with Latin letters; lists of goods have neither these nor those. */
const OTHER_WORDS = setOf(
  "der die das und ist nicht für von den dem ein eine auf le les des et est une dans que pour pas el los las por con para del che il della per non è não uma os com het een van dat zijn się nie jest że w z na przez od po jej który v se ze je u da koji za din cu la sau meg joka oli myös ile olarak bir ve bu için och att det är som på og ikke til af ja ei että și este nu jsou je hogy az egy nem yang dan untuk dengan của và là",
);
const SURELY_OTHER = 0.06;

/** Letters of other scripts; most texts have none. */
const BEYOND_LATIN = /[\u0370-\u1dff\u2c00-\ud7ff]/;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const languageOf = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** The words of a text, lower case; null where there are too few to tell. */
function wordsOf(text: string): readonly string[] | null {
  const words = text.toLowerCase().match(/[^\s\p{P}]+/gu) ?? [];
  return words.length < LEAST_WORDS ? null : words;
}

const shareOf = (words: readonly string[], known: ReadonlySet<string>): number =>
  words.filter((word) => known.has(word)).length / words.length;

/** Whether a text is surely in English. */
export function isEnglish(text: string): boolean {
  const words = wordsOf(text);
  return words !== null && shareOf(words, ENGLISH_WORDS) >= SURELY_ENGLISH;
}

/** Whether a text with Latin letters is surely not in English. */
function isNotEnglish(text: string): boolean {
  if ((text.match(MOST_USUAL)?.length ?? 0) >= ENOUGH) return false;
  const words = wordsOf(text);
  return (
    words !== null &&
    shareOf(words, ENGLISH_WORDS) < HARDLY_ENGLISH &&
    shareOf(words, OTHER_WORDS) >= SURELY_OTHER
  );
}

/** Whether a text is surely not in a language: hardly a letter of its script, or instead of English the words of another language. */
export function contradictsLanguage(text: string, tag: string): boolean {
  const language = languageOf(tag);
  if (language === "en" && isNotEnglish(text)) return true;
  const script = /-[A-Za-z]{4}\b/.test(tag) ? undefined : SCRIPT_OF.get(language);
  if (script === undefined || (script === LATIN && !BEYOND_LATIN.test(text))) return false;
  const letters = countOf(text, /\p{L}/gu);
  return letters >= LEAST_LETTERS && countOf(text, script) / letters < LEAST_SHARE;
}

/** Whether two tags name one language, wherever it is spoken. */
export const isSameLanguage = (a: string, b: string): boolean => languageOf(a) === languageOf(b);
