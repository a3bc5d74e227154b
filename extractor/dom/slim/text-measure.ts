/**
 * How long texts are when their white space is folded, how many commas they have: without putting the texts together. What is
 * known of the parts tells it of the whole, so each text is looked through once, however many elements it stands in.
 */

/** What a text measures. Lengths are UTF-16 code units; white space is `\s`. */
export class TextMeasure {
  /** Characters that are no white space. */
  solid = 0;
  /** Runs of white space between them. */
  gaps = 0;
  /** White space before the first solid character, or anywhere if there is none; and after the last. */
  startsInSpace = false;
  endsInSpace = false;
  /** Of the comma that English has. */
  commas = 0;
  /** Commas of any script; see COMMAS. */
  allCommas = 0;

  /** Length without white space at the ends, each run of it counted as one. */
  get length(): number {
    return this.solid + this.gaps;
  }

  /** Adds the measure of the text that comes next. */
  add(next: TextMeasure): void {
    if (this.solid === 0) this.startsInSpace ||= next.startsInSpace;
    else if (next.solid > 0 && (this.endsInSpace || next.startsInSpace)) this.gaps += 1;
    this.solid += next.solid;
    this.gaps += next.gaps;
    this.endsInSpace = next.solid > 0 ? next.endsInSpace : this.endsInSpace || next.endsInSpace;
    this.commas += next.commas;
    this.allCommas += next.allCommas;
  }

  /** Adds the text that comes next. */
  addText(text: string): void {
    let { solid, gaps, endsInSpace: inSpace } = this;
    // Asked once: texts come in so many kinds (whole, cut, joined, of one or two bytes) that V8 looks their length up anew.
    const { length } = text;
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (isSpace(code)) {
        if (solid === 0) this.startsInSpace = true;
        inSpace = true;
      } else {
        if (inSpace && solid > 0) gaps += 1;
        solid += 1;
        inSpace = false;
        if (code === COMMA) {
          this.commas += 1;
          this.allCommas += 1;
        } else if (code >= FIRST_OTHER_COMMA && isOtherComma(code)) {
          this.allCommas += 1;
        }
      }
    }
    this.solid = solid;
    this.gaps = gaps;
    this.endsInSpace = inSpace;
  }
}

const COMMA = 0x2c;
/** Of other scripts, as Readability counts them; the first is Arabic. */
const FIRST_OTHER_COMMA = 0x60c;
const OTHER_COMMAS: ReadonlySet<number> = new Set([0x2e32, 0x2e34, 0x2e41, 0xfe10, 0xfe11, 0xfe50, 0xff0c]);

function isOtherComma(code: number): boolean {
  // No ideograph is looked up.
  return (
    code === FIRST_OTHER_COMMA ||
    (((code >= 0x2e32 && code <= 0x2e41) || code >= 0xfe10) && OTHER_COMMAS.has(code))
  );
}

/** `\s`. */
function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && isWideSpace(code));
}

function isWideSpace(code: number): boolean {
  if (code >= 0x2000 && code <= 0x200a) return true;
  return (
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
