/** Named character references that make up nearly all of those on pages (HTML Standard §13.5). Each needs its semicolon here. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    copy: "©",
    reg: "®",
    raquo: "»",
    laquo: "«",
    middot: "·",
    bull: "•",
    hellip: "…",
    ndash: "–",
    mdash: "—",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    szlig: "ß",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    shy: "\u00ad",
    rsaquo: "›",
    lsaquo: "‹",
    times: "×",
    euro: "€",
  }),
);

/** The longest that is looked at, between `&` and `;`. */
const LONGEST_REFERENCE = 6;
const NUMBER = /^#(?:(\d{2,5})|[xX]([0-9a-fA-F]{2,4}))$/;
/** What may begin a character reference. */
const UNKNOWN_REFERENCE = /&[A-Za-z#]/;
/** In an attribute no reference, whatever the name: the parameters of an address (HTML Standard §13.2.5.73). */
const PARAMETER = /&[A-Za-z][A-Za-z0-9]*=/y;

/** Numbers from here up to the surrogates mean themselves; those below are controls, or stand for Windows-1252. */
const FIRST_PLAIN_NUMBER = 0xa0;
const FIRST_SURROGATE = 0xd800;
const SEMICOLON = 0x3b;
const SPACE = 0x20;
const DELETE = 0x7f;

/** The beginning of a text with its character references resolved, up to the first that is not a common one. */
export function decodeCommon(raw: string): { readonly text: string; readonly length: number } {
  let text = "";
  let from = 0;
  for (let at = raw.indexOf("&"); at >= 0; at = raw.indexOf("&", at)) {
    const end = endOfReference(raw, at + 1);
    const meaning = end < 0 ? null : readReference(raw.slice(at + 1, end));
    if (meaning !== null) {
      text += raw.slice(from, at) + meaning;
      from = end + 1;
      at = from;
    } else if (UNKNOWN_REFERENCE.test(raw.slice(at, at + 2))) {
      return { text: text + raw.slice(from, at), length: at };
    } else at += 1;
  }
  return { text: text + raw.slice(from), length: raw.length };
}

/** An attribute's value with its character references resolved; null when one is not a common one. */
export function decodeValue(raw: string): string | null {
  let value = "";
  let from = 0;
  for (;;) {
    const rest = raw.slice(from);
    const known = decodeCommon(rest);
    value += known.text;
    if (known.length === rest.length) return value;
    PARAMETER.lastIndex = known.length;
    if (!PARAMETER.test(rest)) return null;
    value += rest.slice(known.length, PARAMETER.lastIndex);
    from += PARAMETER.lastIndex;
  }
}

/** Where the semicolon is; -1 where none is near. */
function endOfReference(raw: string, from: number): number {
  const last = Math.min(raw.length - 1, from + LONGEST_REFERENCE);
  for (let at = from; at <= last; at++) if (raw.charCodeAt(at) === SEMICOLON) return at;
  return -1;
}

/** What stands between `&` and `;`; null where it is not common. */
function readReference(written: string): string | null {
  if (!written.startsWith("#")) return NAMED.get(written) ?? null;
  const match = NUMBER.exec(written);
  if (match === null) return null;
  const [, decimal, hexadecimal] = match;
  const number = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const isPlain =
    (number >= SPACE && number < DELETE) || (number >= FIRST_PLAIN_NUMBER && number < FIRST_SURROGATE);
  return isPlain ? String.fromCharCode(number) : null;
}
