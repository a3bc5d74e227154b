/** First digits of the blocks that dates are written with: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/gu;

/** Marks that say which way text runs; they stand between the parts of dates too. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const BEYOND_LATIN = /[\u0600-\uffff]/;

/** A text that dates are looked for in: ASCII digits, and no marks between them. */
export const plainDateText = (text: string): string =>
  BEYOND_LATIN.test(text) ? plainDigits(text.replace(DIRECTION_MARKS, "")) : text;

/** Digits of other scripts as ASCII, so that one pattern reads all dates; as long as the text is. */
function plainDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.findLast((first) => first <= code) ?? code;
    return String(code - zero);
  });
}
