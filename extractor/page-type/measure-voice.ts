/** Words by which a text speaks of its own house and to its customer, in the languages pages come in most. */
const HOUSE =
  "we we're we’re we've we’ve we'll we’ll our ours us wir unser unsere unserem unseren unserer unseres uns nous notre nos nuestro nuestra nuestros nuestras nosotros noi nostro nostra nostri nostre nós nosso nossa nossos nossas wij onze ons nasz nasza nasze nasi naszych наш наша наше наші наши мы ми bizim vår våra våre vores meidän";
const CUSTOMER =
  "you you're you’re you'll you’ll your yours vous votre vos usted ustedes você uw jij jouw twój twoje państwa вы вас ваш ваша ваши ви siz sizin din dina dine sinun";
const AUTHOR =
  "i i'm i’m i've i’ve my me ich mein meine meinem meinen mir mich je j'ai j’ai mon ma mes yo mi mis io mio mia eu meu minha ik mijn ja mój moje я мой моя мій ben benim jag min mitt jeg minä";
/** The polite German form is told from "she" and "they" by its capital alone. */
const POLITE = new Set(["Sie", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihnen"]);
/** He, she, said, was: a report about others. */
const REPORT =
  "he she his her hers him they their said says was were had er sein seine war waren hatte sagte elle était avait dit él ella dijo fue disse hij zei był była powiedział он она был была сказал він вона був була hon oli";

type Voice = "house" | "customer" | "author" | "report";

/** A word in two lists counts for the first. */
function readVoices(): ReadonlyMap<string, Voice> {
  const voices = new Map<string, Voice>();
  const lists: readonly (readonly [Voice, string])[] = [
    ["house", HOUSE],
    ["customer", CUSTOMER],
    ["author", AUTHOR],
    ["report", REPORT],
  ];
  for (const [voice, words] of lists)
    for (const word of words.split(" ")) if (!voices.has(word)) voices.set(word, voice);
  return voices;
}

const VOICES = readVoices();
/** No word of the lists is longer. */
const LONGEST_WORD = 10;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How a text speaks: "we", "you", "I" and report per 100 words, punctuation, and the length of its sentences. */
export function measureVoice(text: string): Record<string, number> {
  const words = text.match(/[\p{L}’']+/gu) ?? [];
  const said: Record<Voice, number> = { house: 0, customer: 0, author: 0, report: 0 };
  for (const word of words) {
    if (word.length > LONGEST_WORD) continue;
    const voice = VOICES.get(word.toLowerCase());
    if (voice !== undefined) said[voice]++;
    else if (POLITE.has(word)) said.customer++;
  }
  const sentences = count(text, /[.!?。！？](?=\s|$)/g) + 1;
  const per = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    voiceHouse: per(said.house, words.length),
    voiceCustomer: per(said.customer, words.length),
    voiceAuthor: per(said.author, words.length),
    voiceReport: per(said.report, words.length),
    voiceSentence: words.length / sentences,
    voiceCommas: per(count(text, /[,，、]/g), words.length),
    voiceExclaims: per(count(text, /[!！]/g), sentences),
    voiceNumbers: per(count(text, /\d+/g), words.length),
    voiceQuotes: per(count(text, /[“”„«»"]/g), words.length),
  };
}
