/** Pieces of Markdown one after the other; where they ask for line breaks between them, for as many as either does, but two. */
export interface MarkdownPieces {
  readonly add: (piece: string) => void;
  readonly text: () => string;
}

/** A blank line is all that separates. */
const MOST_BREAKS = 2;

export function createPieces(): MarkdownPieces {
  let text = "";
  /** Line breaks after `text`. */
  let breaks = 0;
  return {
    add: (piece) => {
      const start = breaksBefore(piece);
      breaks = Math.min(MOST_BREAKS, Math.max(breaks, start));
      if (start < piece.length) {
        const end = breaksAfter(piece);
        text += "\n".repeat(breaks) + piece.slice(start, piece.length - end);
        breaks = end;
      }
    },
    text: () => text + "\n".repeat(breaks),
  };
}

export function breaksBefore(text: string): number {
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
