/** Chinese, Japanese and Korean say the same in under half of the characters. */
const DENSE_FACTOR = 2.2;

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Every dense character is among these (the halves of surrogate pairs stand for any beyond U+FFFF), and most texts have none. */
const MAY_BE_DENSE = /[\u1100-\u11ff\u2e80-\uffff]/;

/** Characters of a text that say more than others. */
export function denseCharacters(text: string): number {
  return MAY_BE_DENSE.test(text) ? (text.match(DENSE)?.length ?? 0) : 0;
}

/** Length of a text with so many dense characters as if it were written in an alphabet. */
export const lengthWith = (text: string, dense: number): number => text.length + dense * (DENSE_FACTOR - 1);

/** Length of a text as if it were written in an alphabet. */
export function alphabeticLength(text: string): number {
  return lengthWith(text, denseCharacters(text));
}
