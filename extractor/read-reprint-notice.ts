/** "Reproduction without permission is forbidden": no article says so of itself in a line of its own. */
const NO_REPRINT =
  /(?:無断(?:転載|複製)|禁無断転載).{0,10}(?:禁|お断り)|未[经經].{0,12}(?:不得|禁止|[请請]勿)[转轉][载載]|[请請]勿[转轉][载載]|무단\s?전재.{0,12}금지/u;

/** Every such script is at or beyond these; most texts have none of it. */
const MAY_BE_EASTERN = /[\u1100-\u11ff\u3005-\uffff]/;
const LONGEST = 70;

/** Whether a line forbids to print it again, as notices under articles do. */
export const forbidsReprint = (text: string): boolean =>
  text.length <= LONGEST && MAY_BE_EASTERN.test(text) && NO_REPRINT.test(text);
