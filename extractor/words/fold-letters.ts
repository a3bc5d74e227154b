import { remember } from "../remember.ts";

/**
 * Letters of one alphabet that look like those of another. Pages mix them ("переглядiв" with a Latin i), so both the
 * word lists and the page's text are folded to one of each pair before they are compared.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Cyrillic
    а: "a",
    в: "b",
    е: "e",
    і: "i",
    к: "k",
    м: "m",
    н: "h",
    о: "o",
    р: "p",
    с: "c",
    т: "t",
    у: "y",
    х: "x",
    ѕ: "s",
    ј: "j",
    // Greek
    α: "a",
    ο: "o",
    ρ: "p",
    ν: "v",
    // Turkish, Polish, Nordic, German: letters that no accent makes
    ı: "i",
    ł: "l",
    ø: "o",
    đ: "d",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    // Arabic and Persian: letters that are written for each other, and the joint that Persian puts between parts of a word
    ى: "ي",
    ی: "ي",
    ک: "ك",
    ة: "ه",
    "\u200c": " ",
    // Quotation marks and dashes
    "’": "'",
    "‘": "'",
    "–": "-",
    "—": "-",
  }),
);

// None of these letters takes two code units, so the expressions need not look for such.

/** Diacritics of European scripts, and Arabic vowel signs and hamzas, which may be left out; the marks of kana stay. */
const DIACRITICS = /[\u0300-\u036f\u0640\u064b-\u0655]/g;

const FOLDABLE = /[а-яіѕјαορνıłøđßæœىیکة\u200c’‘–—]/g;

/** What a text has that folding changes besides its case: most have nothing of it. */
const FOLDS = /[^ !-~]| {2}|^ | $/;

/** Nothing in such a text folds but its space and the look-alikes that stand in English too. */
const PLAIN_BUT_MARKS = /^[\s!-~’‘–—“”]*$/;
const MARKS = /[’‘–—]/g;

/** White space that is no single space. */
const UNFOLDED_SPACE = /[^\S ]|\s\s/;

/** Lower case, without accents, look-alike letters as one, white space folded. Only for comparing, never for output. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!FOLDS.test(lower)) return lower;
  if (PLAIN_BUT_MARKS.test(lower)) return foldSpace(lower.replace(MARKS, lookAlikeOf));
  const plain = lower.normalize("NFKD").replace(DIACRITICS, "").normalize("NFC");
  return foldSpace(plain.replace(FOLDABLE, lookAlikeOf));
}

const lookAlikeOf = (letter: string): string => LOOK_ALIKES.get(letter) ?? letter;

function foldSpace(text: string): string {
  return (UNFOLDED_SPACE.test(text) ? text.replace(/\s+/gu, " ") : text).trim();
}

/** The same, kept for those who ask again. */
export const foldLetters: (text: string) => string = remember(fold);
