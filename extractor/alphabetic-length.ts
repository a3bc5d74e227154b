/** Chinese, Japanese and Korean say the same in under half of the characters. */
const DENSE_FACTOR = 2.2;

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Every dense character is among these (the halves of surrogate pairs stand for any beyond U+FFFF), and most texts have none. */
const MAY_BE_DENSE = /[\u1100-\u11ff\u2e80-\uffff]/;

/** Length of a text as if it were written in an alphabet. */
export function alphabeticLength(text: string): number {
  if (!MAY_BE_DENSE.test(text)) {
    return text.length;
  }
  const dense = text.match(DENSE)?.length ?? 0;
  return text.length + dense * (DENSE_FACTOR - 1);
}
