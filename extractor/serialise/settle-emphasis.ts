/**
 * Emphasis is written with marks (`*so*`) where a reader of Markdown takes them for what they are, and with tags where it would
 * not: `**so.**then` is no strong text (CommonMark 0.31 §6.2), which in scripts without spaces is the usual case. Which holds is
 * known only when all around is written; until then a character that no text holds stands at each end.
 */

export type Emphasis = "em" | "strong" | "del";

const FIRST_CODE = 0xfdd0;
/** Noncharacters (Unicode §23.7): the beginning and the end of each kind, in this order. */
const PLACE_HOLDERS = /[\ufdd0-\ufdd5]/g;
const HAS_PLACE_HOLDERS = /[\ufdd0-\ufdd5]/;
const KINDS: readonly Emphasis[] = ["em", "strong", "del"];
const MARKS: Readonly<Record<Emphasis, string>> = { em: "*", strong: "**", del: "~~" };

/** The content between place holders, which {@link settleEmphasis} makes marks or tags of. */
export function emphasise(content: string, kind: Emphasis): string {
  const code = FIRST_CODE + 2 * KINDS.indexOf(kind);
  return String.fromCharCode(code) + content + String.fromCharCode(code + 1);
}

/** A page's own text has no place holders. */
export function withoutPlaceHolders(text: string): string {
  return HAS_PLACE_HOLDERS.test(text) ? text.replaceAll(PLACE_HOLDERS, "") : text;
}

export function isPlaceHolder(code: number): boolean {
  return code >= FIRST_CODE && code < FIRST_CODE + 2 * KINDS.length;
}

interface Edge {
  readonly at: number;
  readonly kind: Emphasis;
  readonly opens: boolean;
  /** Null until it is decided: an element is, when its end is met. */
  form: "mark" | "tag" | null;
}

/** The end of one and the beginning of another of its kind, with nothing between. */
const SEAMS = /\ufdd1\ufdd0|\ufdd3\ufdd2|\ufdd5\ufdd4/g;

/** Writes marks and tags in the place of place holders. */
export function settleEmphasis(text: string): string {
  if (!HAS_PLACE_HOLDERS.test(text)) return text;
  const markdown = dropNested(text).replaceAll(SEAMS, "");
  const edges = listEdges(markdown);
  const open: number[] = [];
  for (let place = 0; place < edges.length; place += 1) {
    const edge = edges[place] as Edge;
    if (edge.opens) {
      open.push(place);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    edge.form = opensWell(markdown, edges, start) && closesWell(markdown, edges, place) ? "mark" : "tag";
    (edges[start] as Edge).form = edge.form;
  }
  return write(markdown, edges);
}

/** Emphasis within its like says nothing. */
function dropNested(text: string): string {
  const depths: Record<Emphasis, number> = { em: 0, strong: 0, del: 0 };
  return text.replaceAll(PLACE_HOLDERS, (holder) => {
    const code = holder.charCodeAt(0) - FIRST_CODE;
    const kind = KINDS[code >> 1] ?? "em";
    const opens = code % 2 === 0;
    const depth = opens ? depths[kind] : depths[kind] - 1;
    depths[kind] += opens ? 1 : -1;
    return depth > 0 ? "" : holder;
  });
}

function listEdges(markdown: string): readonly Edge[] {
  return Array.from(markdown.matchAll(PLACE_HOLDERS), ({ 0: holder, index }) => {
    const code = holder.charCodeAt(0) - FIRST_CODE;
    return { at: index, kind: KINDS[code >> 1] ?? "em", opens: code % 2 === 0, form: null };
  });
}

function write(markdown: string, edges: readonly Edge[]): string {
  let written = "";
  let from = 0;
  for (const { at, kind, opens, form } of edges) {
    written += markdown.slice(from, at);
    written += form === "mark" ? MARKS[kind] : opens ? `<${kind}>` : `</${kind}>`;
    from = at + 1;
  }
  return written + markdown.slice(from);
}

const SPACE = /^\s?$/u;
/** Symbols are punctuation since CommonMark 0.31, and beyond the basic plane readers differ: in doubt, tags. */
const MAY_BE_PUNCTUATION = /^(?:[\p{P}\p{S}]|[\u{10000}-\u{10ffff}])$/u;
const PUNCTUATION = /^(?:(?![\u{10000}-\u{10ffff}])\p{P}|[$+<=>^`|~])$/u;

/** A left-flanking run of marks, that no mark of a neighbour touches. */
function opensWell(markdown: string, edges: readonly Edge[], start: number): boolean {
  let first = start;
  while (edges[first - 1]?.opens === true && isBeside(edges, first - 1)) first -= 1;
  const touching = isBeside(edges, first - 1) ? edges[first - 1] : undefined;
  if (touching !== undefined && touching.form === "mark") return false;
  const before = touching === undefined ? charBefore(markdown, edges[first]?.at ?? 0) : ">";
  let last = start;
  while (isBeside(edges, last) && edges[last + 1]?.opens === true) {
    last += 1;
    if (!isOneRun(edges, start, last)) return isFlanking("<", before);
  }
  return isFlanking(charAfter(markdown, (edges[last]?.at ?? 0) + 1), before);
}

/** A right-flanking run of marks. */
function closesWell(markdown: string, edges: readonly Edge[], end: number): boolean {
  let first = end;
  let inside: string | null = null;
  while (inside === null && isBeside(edges, first - 1) && edges[first - 1]?.opens === false) {
    first -= 1;
    if (!isOneRun(edges, end, first)) inside = ">";
  }
  inside ??= charBefore(markdown, edges[first]?.at ?? 0);
  let last = end;
  while (isBeside(edges, last) && edges[last + 1]?.opens === false) last += 1;
  // What begins right behind is written with tags.
  const after = isBeside(edges, last) ? "<" : charAfter(markdown, (edges[last]?.at ?? 0) + 1);
  return isFlanking(inside, after);
}

/** Whether marks inside of others are of the same sign: others, and tags, are punctuation to them. */
function isOneRun(edges: readonly Edge[], outer: number, inner: number): boolean {
  const isStruck = (place: number): boolean => edges[place]?.kind === "del";
  return edges[inner]?.form === "mark" && isStruck(outer) === isStruck(inner);
}

/** Whether the next edge follows without a character between. */
function isBeside(edges: readonly Edge[], place: number): boolean {
  const edge = edges[place];
  return edge !== undefined && edges[place + 1]?.at === edge.at + 1;
}

function isFlanking(inside: string, outside: string): boolean {
  return (
    !SPACE.test(inside) &&
    (!MAY_BE_PUNCTUATION.test(inside) || SPACE.test(outside) || PUNCTUATION.test(outside))
  );
}

function charAfter(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? SPACE_CODE);
}

function charBefore(text: string, at: number): string {
  const pair = at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(at - 1);
}

const SPACE_CODE = 32;
