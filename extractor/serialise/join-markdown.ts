/** A blank line is all that separates. */
const MOST_BREAKS = 2;

/** Pieces of Markdown one after the other; where they ask for line breaks between them, for as many as either does, but two. */
export class MarkdownPieces {
  private written = "";
  /** Line breaks after what is written. */
  private breaks = 0;

  add(piece: string): void {
    const start = breaksBefore(piece);
    this.breaks = Math.min(MOST_BREAKS, Math.max(this.breaks, start));
    if (start < piece.length) {
      const end = breaksAfter(piece);
      this.written += "\n".repeat(this.breaks) + piece.slice(start, piece.length - end);
      this.breaks = end;
    }
  }

  /**
   * What is added from here on stands between blank lines. As if it were put together first and added as one piece, which would
   * copy all of an article for each element around it. The answer is for {@link endBlock}.
   */
  beginBlock(): number {
    this.breaks = MOST_BREAKS;
    return this.written.length;
  }

  endBlock(begun: number): void {
    this.breaks = this.written.length === begun ? MOST_BREAKS : this.breaks + MOST_BREAKS;
  }

  text(): string {
    return this.written + "\n".repeat(this.breaks);
  }
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
