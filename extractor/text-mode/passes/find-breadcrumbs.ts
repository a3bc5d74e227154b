import { foldWords } from "../../metadata/fold-text.ts";
import { HOME_WORDS } from "../../words/place-words.ts";
import { createMatcher } from "../../words/word-list.ts";
import { isSentence, wordCountOf } from "../line-shape.ts";
import type { TextFinding, TextPass } from "../text-pass.ts";

const home = createMatcher(HOME_WORDS);

/** What stands between the steps. A slash needs spaces: "and/or" is a word. */
const BETWEEN = /\s+[/|–—-]\s+|\s*[>»›→▸▶＞／]\s*|\s+·\s+/u;

const FEWEST_STEPS_WITHOUT_HOME = 3;
const MOST_WORDS_A_STEP = 4;

/** The steps of a path through the site, or none when the line is no breadcrumb. */
export function stepsOf(text: string): readonly string[] {
  const steps = text
    .split(BETWEEN)
    .map((step) => step.trim())
    .filter((step) => step !== "");
  return steps.length > 1 ? steps : [];
}

/** The path through the site to the article. */
export const findBreadcrumbs: TextPass = {
  name: "breadcrumbs",
  description: "the path through the site that leads to the article",
  find: function* find({ lines, isOpen, zoneOf }): Iterable<TextFinding> {
    const said = new Set(lines.map(({ folded }) => foldWords(folded)));
    for (const line of lines) {
      if (!isOpen(line) || zoneOf(line) === "body") {
        continue;
      }
      const steps = stepsOf(line.folded);
      const [first, ...others] = steps;
      if (first === undefined || isSentence(first)) {
        continue;
      }
      const short = steps.slice(0, -1).every((step) => wordCountOf(step) <= MOST_WORDS_A_STEP);
      const endsInTitle = wordCountOf(steps.at(-1) ?? "") > 2 && said.has(foldWords(steps.at(-1) ?? ""));
      const arrows = /[>»›→▸▶＞／]|\s\/\s/u.test(line.folded);
      const path =
        arrows &&
        others.length + 1 >= FEWEST_STEPS_WITHOUT_HOME &&
        wordCountOf(steps.at(-1) ?? "") <= MOST_WORDS_A_STEP;
      if (short && (home.is(first) || (arrows && endsInTitle) || path)) {
        yield { line, type: "breadcrumb", rule: "breadcrumb-line" };
      }
    }
  },
};
