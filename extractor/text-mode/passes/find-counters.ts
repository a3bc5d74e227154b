import type { Line } from "../dump.ts";
import { counterTemplate, countsComments, isCounterLine, isMarkedCounter } from "../counters.ts";
import { isParagraph, lettersIn } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

/** A line whose words are unknown is a counter when it comes back this often with other numbers. */
const FEWEST_REPEATS = 3;
const MOST_UNKNOWN_LETTERS = 24;

/** Tables give durations line by line. */
const DURATION =
  /\p{Nd}\s?(?:min|m\b|h\b|std|stund|hour|heure|hora|or[ae]\b|uur|godz|хв|мин|год|час|dk|saat|tim|分|時間|小时|分钟|분|시간|دقيق|ساع)/iu;
const LONGEST = 60;
/** Two digits at least, and no date, time or score. */
const IS_COUNT = /^(?!.*\p{Nd}[./:-]\p{Nd}{1,2}(?!\p{Nd})).*\p{Nd}{2}/u;
const MARKED = /^[•·●▪|[(👁👀💬]/u;

/** Lines that count readers, comments and shares. */
export const findCounters: TextPass = {
  name: "counters",
  description: "lines that count readers, comments and shares",
  find: function* find(reading): Iterable<TextFinding> {
    const countable = reading.lines.filter(({ text }) => text.length <= LONGEST && /\p{Nd}/u.test(text));
    const templates = Map.groupBy(countable, ({ text }) => counterTemplate(text));
    const repeated = new Set(
      [...templates.values()].filter((alike) => areRepeatedCounters(alike, reading)).flat(),
    );
    for (const line of countable.filter(reading.isOpen)) {
      const alike = templates.get(counterTemplate(line.text)) ?? [];
      if (isCounterLine(line.text) && standsAsCounter(line, alike, reading)) {
        yield { line, type: countsComments(line.text) ? "comments" : "view-counter", rule: "counter" };
      } else if (repeated.has(line) && (reading.zoneOf(line) !== "body" || MARKED.test(line.text))) {
        yield { line, type: "view-counter", rule: "repeated-counter" };
      }
    }
  },
};

/** "30 minutes" under a heading of the article is no counter: inside of the text it needs a mark or company. */
function standsAsCounter(line: Line, alike: readonly Line[], { zoneOf }: Reading): boolean {
  return (
    zoneOf(line) !== "body" || isMarkedCounter(line.text) || (alike.length > 1 && !DURATION.test(line.text))
  );
}

/** Whether lines of one form are counters although no list has their words: other numbers each, and a title above each. */
function areRepeatedCounters(alike: readonly Line[], { lines }: Reading): boolean {
  const [first] = alike;
  if (first === undefined || alike.length < FEWEST_REPEATS) {
    return false;
  }
  const letters = lettersIn(first.text);
  if (letters === 0 || letters > MOST_UNKNOWN_LETTERS || alike.some(({ text }) => !IS_COUNT.test(text))) {
    return false;
  }
  const numbers = alike.map(({ text }) => Number(text.replace(/\P{Nd}/gu, "")));
  const inOrder = numbers.some((number, at) => at > 0 && number === (numbers[at - 1] ?? 0) + 1);
  const own = new Set(alike);
  const underTitles = alike.every(({ index }) => {
    const above = lines[index - 1];
    return above !== undefined && !isParagraph(above.text) && !own.has(above);
  });
  return !inOrder && underTitles;
}
