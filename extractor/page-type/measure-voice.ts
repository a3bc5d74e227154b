import { classOf, isLetter, LETTER, lowerCase, NOT_SIMPLE, SPACE } from "../char-classes.ts";
import { createWordTrie } from "../words/word-trie.ts";

/** Words by which a text speaks of its own house and to its customer, in the languages pages come in most. */
const HOUSE =
  "we we're we’re we've we’ve we'll we’ll our ours us wir unser unsere unserem unseren unserer unseres uns nous notre nos nuestro nuestra nuestros nuestras nosotros noi nostro nostra nostri nostre nós nosso nossa nossos nossas wij onze ons nasz nasza nasze nasi naszych наш наша наше наші наши мы ми bizim vår våra våre vores meidän";
const CUSTOMER =
  "you you're you’re you'll you’ll your yours vous votre vos usted ustedes você uw jij jouw twój twoje państwa вы вас ваш ваша ваши ви siz sizin din dina dine sinun";
const AUTHOR =
  "i i'm i’m i've i’ve my me ich mein meine meinem meinen mir mich je j'ai j’ai mon ma mes yo mi mis io mio mia eu meu minha ik mijn ja mój moje я мой моя мій ben benim jag min mitt jeg minä";
/** The polite German form is told from "she" and "they" by its capital alone. */
const POLITE = new Set(["Sie", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihnen"]);
const LONGEST_POLITE = 5;
/** He, she, said, was: a report about others. */
const REPORT =
  "he she his her hers him they their said says was were had er sein seine war waren hatte sagte elle était avait dit él ella dijo fue disse hij zei był była powiedział он она был была сказал він вона був була hon oli";

type Voice = "house" | "customer" | "author" | "report";

/** A word in two lists counts for the first. */
function readVoices(): readonly (Voice | undefined)[] {
  const voices: Voice[] = [];
  const lists: readonly (readonly [Voice, string])[] = [
    ["house", HOUSE],
    ["customer", CUSTOMER],
    ["author", AUTHOR],
    ["report", REPORT],
  ];
  for (const [voice, words] of lists) for (const word of words.split(" ")) voices[TRIE.add(word)] ??= voice;
  return voices;
}

const TRIE = createWordTrie();
/** By the node of a word, in lower case, in the trie. */
const VOICES = readVoices();

/** What of a text is counted; a number is a run of digits. */
interface Tally {
  readonly said: Record<Voice, number>;
  words: number;
  sentences: number;
  commas: number;
  exclaims: number;
  numbers: number;
  quotes: number;
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const mayBePolite = (text: string, start: number, end: number): boolean =>
  end - start <= LONGEST_POLITE && (text[start] === "S" || text[start] === "I");

/** Counts a word that begins at `start`; gives the place after it. */
function countWord(text: string, start: number, tally: Tally): number {
  const { length } = text;
  let at = start;
  let node = 0;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    const isSimple = (kind & NOT_SIMPLE) === 0;
    // Most are simple letters, of which no more need be asked.
    if (!(isSimple && (kind & LETTER) !== 0) && !isApostrophe(code) && !isLetter(text, at)) break;
    if (node >= 0) node = isSimple ? TRIE.step(node, lowerCase(code)) : -1;
  }
  tally.words++;
  const voice = node > 0 ? VOICES[node] : undefined;
  if (voice !== undefined) tally.said[voice]++;
  else if (mayBePolite(text, start, at) && POLITE.has(text.slice(start, at))) tally.said.customer++;
  return at;
}

function countMark(text: string, at: number, tally: Tally): void {
  const mark = text.charAt(at);
  if (SENTENCE_ENDS.includes(mark)) {
    const isLast = at + 1 === text.length;
    if (isLast || (classOf(text.charCodeAt(at + 1)) & SPACE) !== 0) tally.sentences++;
    if (EXCLAIMS.includes(mark)) tally.exclaims++;
  } else if (COMMAS.includes(mark)) tally.commas++;
  else if (QUOTES.includes(mark)) tally.quotes++;
}

const SENTENCE_ENDS = ".!?。！？";
const EXCLAIMS = "!！";
const COMMAS = ",，、";
const QUOTES = '"“”„«»';
/** A space, the commonest character that is no letter, is looked at no further. */
const BLANK = 0x20;

function tallyText(text: string): Tally {
  const tally: Tally = {
    said: { house: 0, customer: 0, author: 0, report: 0 },
    words: 0,
    sentences: 0,
    commas: 0,
    exclaims: 0,
    numbers: 0,
    quotes: 0,
  };
  const { length } = text;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === BLANK) at++;
    else if (isApostrophe(code) || isLetter(text, at)) at = countWord(text, at, tally);
    else if (isDigit(code)) {
      tally.numbers++;
      while (at < length && isDigit(text.charCodeAt(at))) at++;
    } else countMark(text, at++, tally);
  }
  return tally;
}

/** How a text speaks: "we", "you", "I" and report per 100 words, punctuation, and the length of its sentences. */
export function measureVoice(text: string): Record<string, number> {
  const { said, words, commas, exclaims, numbers, quotes, ...tally } = tallyText(text);
  const sentences = tally.sentences + 1;
  const per = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    voiceHouse: per(said.house, words),
    voiceCustomer: per(said.customer, words),
    voiceAuthor: per(said.author, words),
    voiceReport: per(said.report, words),
    voiceSentence: words / sentences,
    voiceCommas: per(commas, words),
    voiceExclaims: per(exclaims, sentences),
    voiceNumbers: per(numbers, words),
    voiceQuotes: per(quotes, words),
  };
}
