/** A run of text between two cuts, and the block that it becomes. */
import { denseCharacters, lengthWith } from "./alphabetic-length.ts";
import { type Block, foldSpace } from "./blocks.ts";
import type { FoldedText } from "./words/read-words.ts";

/** A run of text that the walk over a page is in. */
export interface Run {
  /** The address of the link that ended last, while no text came since. */
  linkEnded: string | null;
  /** Offsets in `raw` where a link follows another, a picture stands, or a button begins or ends. */
  seams: number[];
  /** The last of them that parts words; -1 before there is one. */
  partedAt: number;
  textNodes: Text[];
  raw: string;
  /** `raw` folded, where that is known already: the text of most links is all of their run. */
  folded: string | null;
  linkChars: number;
  links: number;
}

export function startRun(): Run {
  return {
    linkEnded: null,
    seams: [],
    partedAt: -1,
    textNodes: [],
    raw: "",
    folded: null,
    linkChars: 0,
    links: 0,
  };
}

/** Makes a run ready for the next; what lists it had are not its own any more. */
export function emptyRun(run: Run): void {
  run.linkEnded = null;
  run.raw = "";
  run.partedAt = -1;
  run.folded = null;
  run.linkChars = 0;
  run.links = 0;
  if (run.seams.length > 0) {
    run.seams = [];
  }
  if (run.textNodes.length > 0) {
    run.textNodes = [];
  }
}

/** What is known of a block by its place. */
export type BlockPlace = Pick<Block, "around" | "hidden">;

/** A block as it is listed; `whole` is for the walk to say, once it knows. */
export class ListedBlock implements Block {
  // Declared, and set once: a field that is undefined first may hold anything, and is read more slowly.
  declare readonly index: number;
  declare readonly element: Element;
  declare readonly tag: string;
  declare readonly around: number;
  declare readonly textNodes: readonly Text[];
  declare readonly text: string;
  declare words: FoldedText | null;
  declare readonly shownText: string;
  declare readonly denseChars: number;
  declare readonly linkChars: number;
  declare readonly links: number;
  declare whole: boolean;
  declare readonly hidden: boolean;

  constructor(index: number, element: Element, { around, hidden }: BlockPlace, run: Run) {
    const text = run.folded ?? foldSpace(run.raw);
    this.index = index;
    this.element = element;
    this.tag = element.localName;
    this.around = around;
    this.textNodes = run.textNodes;
    this.text = text;
    this.words = null;
    this.shownText = run.seams.length === 0 ? text : foldSpace(withSpaces(run.raw, run.seams));
    this.denseChars = denseCharacters(text);
    this.linkChars = run.linkChars;
    this.links = run.links;
    this.whole = false;
    this.hidden = hidden;
  }

  /**
   * Worked out from whole numbers each time: with a fraction among its fields, the first page in a dense script would have all
   * compiled anew that reads blocks.
   */
  get alphabeticLength(): number {
    return lengthWith(this.text, this.denseChars);
  }
}

function withSpaces(text: string, offsets: readonly number[]): string {
  return (
    offsets.map((at, place) => text.slice(offsets[place - 1] ?? 0, at)).join(" ") +
    ` ${text.slice(offsets.at(-1))}`
  );
}
