import { isPlaceHolder } from "./settle-emphasis.ts";

const MAY_BEGIN_LIST = /^[-\d]/;

/** A blank line is all that separates. */
const MOST_BREAKS = 2;

/** A list's first mark, at the beginning of what is added. No text begins so: its white space is folded, its marks are escaped. */
const LIST = /^(?:(-) {3}|\d+(\.) {2})/;

/** Stands between fences of code that would be one fence. */
const NOTHING = "<!-- -->";

/** Elements begin so. */
const MARK = /[[!<`\\\ufdd0-\ufdd5]/;
/** GitHub makes links of addresses that stand bare, and ends them at white space. */
const LAST_ADDRESS = /(?:https?:\/\/|www\.)[^\s`()]*$/;
/** UTF-16 code units; longer ones are not looked for. */
const LONGEST_ADDRESS = 300;
const NUMBER = /^\d+$/;
const LINE_FEEDS = "\n\n";

/** Pieces of Markdown one after the other; where they ask for line breaks between them, for as many as either does, but two. */
export class MarkdownPieces {
  private written = "";
  /** The piece that was added last, which what follows may change. Whoever reads what is written copies all of it. */
  private last = "";
  /** Whether a line begins with the last piece. */
  private isLineStart = true;
  private isEmpty = true;
  /** Line breaks after what is written. */
  private breaks = 0;
  /** The mark of the list that was written last, when nothing stands behind it. */
  private listMark = "";
  private readonly holdsItems: boolean;

  /** Whether the pieces are the items of one list. */
  constructor({ holdsItems }: { readonly holdsItems: boolean }) {
    this.holdsItems = holdsItems;
  }

  add(piece: string): void {
    const start = breaksBefore(piece);
    this.breaks = Math.min(MOST_BREAKS, Math.max(this.breaks, start));
    if (start === piece.length) return;
    const end = breaksAfter(piece);
    const core = start + end === 0 ? piece : piece.slice(start, piece.length - end);
    const isJoined = this.breaks === 0 && !this.isEmpty;
    if (!isJoined && core.charCodeAt(0) === SPACE && core.trim() === "") {
      this.breaks = Math.min(MOST_BREAKS, this.breaks + end);
      return;
    }
    const settled = isJoined ? this.toJoin(core) : this.holdsItems ? core : this.toBegin(core);
    this.written += this.last;
    if (this.breaks > 0) this.written += LINE_FEEDS.slice(0, this.breaks);
    this.last = settled;
    this.isLineStart = !isJoined;
    this.isEmpty = false;
    this.breaks = end;
  }

  /** A list right behind another of its kind would go on with it: it gets other marks. */
  private toBegin(piece: string): string {
    const [, bullet, point] = MAY_BEGIN_LIST.test(piece) ? (LIST.exec(piece) ?? []) : [];
    const mark = bullet ?? point ?? "";
    if (mark === "" || mark !== this.listMark) {
      this.listMark = mark;
      return piece;
    }
    this.listMark = "";
    return mark === "-"
      ? piece.replaceAll(/^-(?= {3})/gm, "*")
      : piece.replaceAll(/^(\d+)\.(?= {2})/gm, "$1)");
  }

  /**
   * What two pieces would say together and neither says alone: an image where a link follows `!`, the number of a list, a bare
   * address that goes on with the marks behind it, one fence of two.
   */
  private toJoin(piece: string): string {
    this.listMark = "";
    const { last } = this;
    const first = piece.charAt(0);
    if (first === "`" && last.endsWith("`")) {
      return `${NOTHING}${piece}`;
    }
    if (first === "." || first === ")") {
      return this.isLineStart && last.length < 10 && NUMBER.test(last) ? `\\${piece}` : piece;
    }
    if (MARK.test(first) || isPlaceHolder(last.charCodeAt(last.length - 1))) {
      this.last = escapeLastAddress(first === "[" && last.endsWith("!") ? `${last.slice(0, -1)}\\!` : last);
    }
    return piece;
  }

  /**
   * What is added from here on stands between blank lines. As if it were put together first and added as one piece, which would
   * copy all of an article for each element around it. The answer is for {@link endBlock}.
   */
  beginBlock(): number {
    this.breaks = MOST_BREAKS;
    return this.length;
  }

  endBlock(begun: number): void {
    this.breaks = this.length === begun ? MOST_BREAKS : this.breaks + MOST_BREAKS;
  }

  text(): string {
    return this.written + this.last + "\n".repeat(this.breaks);
  }

  private get length(): number {
    return this.written.length + this.last.length;
  }
}

function escapeLastAddress(text: string): string {
  const from = Math.max(0, text.length - LONGEST_ADDRESS);
  const at = text.slice(from).search(LAST_ADDRESS);
  return at < 0
    ? text
    : text.slice(0, from + at) +
        text
          .slice(from + at)
          .replace(/^www\.|:(?=\/\/)/, (mark) => (mark === ":" ? String.raw`\:` : String.raw`www\.`));
}

function breaksBefore(text: string): number {
  let count = 0;
  while (text.charCodeAt(count) === LINE_FEED) {
    count += 1;
  }
  return count;
}

export function breaksAfter(text: string): number {
  let count = 0;
  while (text.charCodeAt(text.length - 1 - count) === LINE_FEED) {
    count += 1;
  }
  return count;
}

/** The text without line breaks at its ends. */
export function trimBreaks(text: string): string {
  const start = breaksBefore(text);
  return start === text.length ? "" : text.slice(start, text.length - breaksAfter(text));
}

const LINE_FEED = 10;
const SPACE = 32;
