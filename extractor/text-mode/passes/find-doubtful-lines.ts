import type { BlockType } from "../../../types.ts";
import { probability } from "../../model/boosted-trees.ts";
import { readNet } from "../../model/read-net.ts";
import { createNetReader, type NetReader } from "../../model/run-net.ts";
import { LINE_FEATURES, measureLines } from "../line-features.ts";
import modelFile from "../line-model.json" with { type: "json" };
import { isParagraph, scriptOf, type Script } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass, Zone } from "../text-pass.ts";
import { hasFurniture } from "./find-leftovers.ts";

/** The rule's name in the ledger. */
const LINE_MODEL_RULE = "line-model";

/** The least probability of a line of the article; chosen by word F1 on hosts that the model has not learned from. */
const LEAST_PROBABILITY = 0.5;
/** Of what the model has learned from; texts in other scripts are left to the rules. */
const LEARNED_SCRIPT: Script = "latin";
/** A paragraph in the article's text is lost dearly: it goes when little speaks for it. */
const LEAST_OF_PARAGRAPH = 0.05;
/** Between two paragraphs of the article a line is a subheading, a cell or an item of a list; those further apart have something else between them. */
const MOST_LINES_BETWEEN = 30;

const TYPE_IN: Readonly<Record<Zone, BlockType>> = {
  head: "navigation",
  body: "boilerplate",
  foot: "footer",
};

// Reading the file costs some milliseconds; most processes never see a dump.
let known: NetReader | null = null;
const netReader = (): NetReader => (known ??= createNetReader(readNet(modelFile, LINE_FEATURES)));

/** Lines of the article by their place: between two of its paragraphs that stand close together, or its headline and the first. */
function insideText({ lines, headline, isOpen }: Reading, chances: Float64Array): Uint8Array {
  const inside = new Uint8Array(chances.length);
  let last = headline?.index ?? -1;
  for (const { index, text } of lines.filter((line) => isOpen(line) && line.index > last)) {
    if (!isParagraph(text) || (chances[index] as number) < LEAST_PROBABILITY) {
      continue;
    }
    if (last >= 0 && index - last <= MOST_LINES_BETWEEN) {
      inside.fill(1, last, index + 1);
    }
    last = index;
  }
  return inside;
}

/**
 * What no rule knows, on dumps of whole pages: menus, teasers and notices, told from the article by a small network that reads
 * each line with its neighbours. A text that was cleaned before is left as it is.
 */
export const findDoubtfulLines: TextPass = {
  name: "doubtful-lines",
  description: "lines of a whole page's dump that the model of lines takes for none of the article's",
  find: function* find(reading): Iterable<TextFinding> {
    const prose = reading.paragraphs.map(({ text }) => text).join(" ");
    if (scriptOf(prose) !== LEARNED_SCRIPT || !hasFurniture(reading)) {
      return;
    }
    const { values, rows } = measureLines(reading);
    const chances = netReader()(values, rows).map((odds) => probability(odds));
    const inside = insideText(reading, chances);
    for (const line of reading.lines) {
      const zone = reading.zoneOf(line);
      const least = zone === "body" && isParagraph(line.text) ? LEAST_OF_PARAGRAPH : LEAST_PROBABILITY;
      if (reading.isOpen(line) && inside[line.index] === 0 && (chances[line.index] as number) < least) {
        yield { line, type: TYPE_IN[zone], rule: LINE_MODEL_RULE };
      }
    }
  },
};
