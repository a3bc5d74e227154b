import type { Block } from "../blocks.ts";
import { measureVoice } from "./measure-voice.ts";
import { share } from "./page-tally.ts";

/** A paragraph of prose; shorter ones are captions, labels and buttons. */
const PROSE_LENGTH = 80;
/** A paragraph that explains or tells, rather than announces. */
const LONG_PARAGRAPH = 300;
/** More link text than this and a paragraph is a list of links. */
const PROSE_LINK_SHARE = 0.5;
/** Text beyond this adds nothing to how a page speaks. */
const LONGEST_SAMPLE = 8_000;

/** Scripts that say in one character what takes others two or three: each counts for so many. */
const DENSE_CHARACTER = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const DENSE_LENGTH = 2.5;

/** Headings and code are no prose, however long. */
const OTHER_TEXT = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "pre", "figcaption", "button"]);

function lengthOf(text: string): number {
  return text.length + (DENSE_LENGTH - 1) * (text.match(DENSE_CHARACTER)?.length ?? 0);
}

/** A paragraph with its length. */
interface Paragraph {
  readonly block: Block;
  readonly length: number;
}

const isProse = ({ tag, text, linkChars, hidden, element }: Block): boolean =>
  (text.length >= PROSE_LENGTH || lengthOf(text) >= PROSE_LENGTH) &&
  !OTHER_TEXT.has(tag) &&
  linkChars < text.length * PROSE_LINK_SHARE &&
  !(hidden && element.closest("noscript") !== null);

interface Home {
  text: number;
  paragraphs: number;
}

/** Paragraphs by what they stand in together: the parent of each `<p>` or `<div>`, or the cell whose text `<br>` parts. */
function homesOf(prose: readonly Paragraph[]): ReadonlyMap<Element, Home> {
  const homes = new Map<Element, Home>();
  for (const { block, length } of prose) {
    const { element, whole } = block;
    const place = (whole ? element.parentElement : null) ?? element;
    const home = homes.get(place) ?? { text: 0, paragraphs: 0 };
    home.text += length;
    home.paragraphs += 1;
    homes.set(place, home);
  }
  return homes;
}

function sampleOf(prose: readonly Paragraph[]): string {
  let sample = "";
  for (const { block } of prose) {
    if (sample.length >= LONGEST_SAMPLE) break;
    sample += `${block.text}\n`;
  }
  return sample.slice(0, LONGEST_SAMPLE);
}

/** How much prose a page holds, how much of it stands together, and how it speaks. `text` is all of the page's, in characters. */
export function measureProse(blocks: readonly Block[], text: number): Record<string, number> {
  const prose = blocks.filter(isProse).map((block): Paragraph => ({ block, length: lengthOf(block.text) }));
  const homes = homesOf(prose);
  let main: Home = { text: 0, paragraphs: 0 };
  for (const home of homes.values()) if (home.text > main.text) main = home;
  const all = prose.reduce((sum, { length }) => sum + length, 0);
  return {
    prose: prose.length,
    proseLong: prose.filter(({ length }) => length > LONG_PARAGRAPH).length,
    proseLinked: share(prose.filter(({ block }) => block.links > 0).length, prose.length),
    proseSections: share(prose.length, homes.size),
    proseShare: Math.min(1, share(all, text)),
    proseLength: share(all, prose.length),
    proseParents: homes.size,
    mainProse: main.text,
    mainParagraphs: main.paragraphs,
    mainShare: share(main.text, all),
    ...measureVoice(sampleOf(prose)),
  };
}
