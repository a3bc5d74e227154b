import type { Line } from "../dump.ts";
import { counterTemplate, countsComments, isCounterLine, isMarkedCounter } from "../counters.ts";
import { isParagraph, lettersIn } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

/** A line whose words are unknown is a counter when it comes back this often with other numbers. */
const FEWEST_REPEATS = 3;
const MOST_UNKNOWN_LETTERS = 24;

/** Lines that count readers, comments and shares. */
export const findCounters: TextPass = {
  name: "counters",
  description: "lines that count readers, comments and shares",
  find: function* find(reading): Iterable<TextFinding> {
    const templates = Map.groupBy(reading.lines, ({ text }) => counterTemplate(text));
    for (const line of reading.lines.filter(reading.isOpen)) {
      const alike = templates.get(counterTemplate(line.text)) ?? [];
      if (isCounterLine(line.text) && standsAsCounter(line, alike, reading)) {
        yield { line, type: countsComments(line.text) ? "comments" : "view-counter", rule: "counter" };
      } else if (isRepeatedCounter(line, alike, reading)) {
        yield { line, type: "view-counter", rule: "repeated-counter" };
      }
    }
  },
};

/** "30 minutes" under a heading of the article is no counter: inside of the text it needs a mark or company. */
function standsAsCounter(line: Line, alike: readonly Line[], { zoneOf }: Reading): boolean {
  return zoneOf(line) !== "body" || isMarkedCounter(line.text) || alike.length > 1;
}

function isRepeatedCounter(line: Line, alike: readonly Line[], { lines }: Reading): boolean {
  if (
    alike.length < FEWEST_REPEATS ||
    !/\p{Nd}{2}/u.test(line.text) ||
    lettersIn(line.text) > MOST_UNKNOWN_LETTERS
  ) {
    return false;
  }
  const numbers = alike.map(({ text }) => Number(text.replace(/\P{Nd}/gu, "")));
  const counted = numbers.every((number, at) => at === 0 || number !== (numbers[at - 1] ?? 0) + 1);
  const follows = (at: Line): boolean => {
    const before = lines[at.index - 1];
    return before !== undefined && !isParagraph(before.text) && !alike.includes(before);
  };
  return (
    counted && lettersIn(line.text) > 0 && !/\p{Nd}{1,4}[./:-]\p{Nd}/u.test(line.text) && alike.every(follows)
  );
}
