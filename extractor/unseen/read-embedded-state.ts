/** A longer state holds a whole site; reading it would take longer than the page. */
const LONGEST_STATE = 4_000_000;

/** Nested deeper than this, a state is a tree of components, not a text. */
const DEEPEST = 40;

/** A string of fewer characters may be a name or a label. */
const SHORTEST_PROSE = 40;

/** One member with this share of what an object or a list has of prose holds the text; where none has it, the members are the text. */
const MOST_PROSE = 0.75;

/** Words apart, or a script that sets none, and no address, code or data. */
const PROSE = /^(?!\s*(?:https?:|data:|\/|[{[]))(?=.*(?:\s\S+\s|[\u3040-\u30ff\u4e00-\u9fff]{4}))/su;

/**
 * The paragraphs of the longest text in the JSON that a framework leaves in a page for its script (`<script type="application/json">`,
 * as of Next.js and Nuxt). Where a paragraph is a list of runs, they are joined. Empty where there is none, or it cannot be read.
 */
export function readEmbeddedState(html: string): readonly string[] {
  let longest: readonly string[] = [];
  for (const json of statesIn(html)) {
    const texts = textsOf(json);
    if (lengthOf(texts) > lengthOf(longest)) longest = texts;
  }
  return longest;
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

function* statesIn(html: string): Iterable<unknown> {
  let at = 0;
  for (let tag = html.indexOf("<script"); tag >= 0; tag = html.indexOf("<script", at)) {
    const start = html.indexOf(">", tag);
    if (start < 0) return;
    // What looks like a tag within a tag is part of it.
    at = start;
    if (!/\btype\s*=\s*["']?application\/json/iu.test(html.slice(tag, start))) continue;
    const end = html.indexOf("</script", start);
    if (end < 0) return;
    const json = end - start > LONGEST_STATE ? null : parseOrNull(html.slice(start + 1, end));
    if (json !== null) yield json;
    at = end;
  }
}

function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // A state that its script could not read either holds nothing for us.
    return null;
  }
}

/** The text of a state: down to the member that holds it, and one text for each of its members. */
function textsOf(state: unknown): readonly string[] {
  const keys = new Set<string>();
  const prose = new Map<object, number>();
  const total = measure(state, "", { keys, prose, depth: 0 });
  if (total === 0) return [];
  let node = state;
  for (;;) {
    const inner = membersOf(node).find(([, member]) => proseOf(member, prose) >= total * MOST_PROSE);
    if (inner === undefined || !isNode(inner[1])) {
      return inner === undefined
        ? membersOf(node)
            .map(([key, member]) => join(member, key, keys))
            .filter(Boolean)
        : [inner[1] as string];
    }
    node = inner[1];
  }
}

interface Measured {
  /** Keys under which prose stands: headings and short lines of the text stand under them too. */
  readonly keys: Set<string>;
  /** Characters of prose in each object and list. */
  readonly prose: Map<object, number>;
  readonly depth: number;
}

function measure(value: unknown, key: string, { keys, prose, depth }: Measured): number {
  if (typeof value === "string") {
    if (!isProse(value)) return 0;
    keys.add(key);
    return value.length;
  }
  if (!isNode(value) || depth > DEEPEST) return 0;
  const sum = membersOf(value).reduce(
    (all, [name, member]) =>
      all + measure(member, Array.isArray(value) ? key : name, { keys, prose, depth: depth + 1 }),
    0,
  );
  prose.set(value, sum);
  return sum;
}

const isProse = (text: string): boolean => text.length >= SHORTEST_PROSE && PROSE.test(text);

const isNode = (value: unknown): value is object => typeof value === "object" && value !== null;

const membersOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isNode(value) ? Object.entries(value) : [];

const proseOf = (value: unknown, prose: ReadonlyMap<object, number>): number =>
  typeof value === "string"
    ? isProse(value)
      ? value.length
      : 0
    : isNode(value)
      ? (prose.get(value) ?? 0)
      : 0;

/** One run ends a sentence or a word, and the next begins another: texts of their own, where runs of one text bring their spaces. */
const ENDED = /[.!?…:;。！？]$/u;
const SMALL_LETTER_LAST = /\p{Ll}$/u;
const CAPITAL_FIRST = /^\p{Lu}/u;

/** A member's text: its strings under the keys of prose, in order. */
function join(value: unknown, key: string, keys: ReadonlySet<string>, depth = 0): string {
  if (typeof value === "string") return keys.has(key) || /^\d+$/u.test(key) ? value : "";
  if (depth > DEEPEST) return "";
  return membersOf(value)
    .map(([name, member]) => join(member, Array.isArray(value) ? key : name, keys, depth + 1))
    .filter((text) => text !== "")
    .reduce((all, text) => `${all}${isApart(all, text) ? " " : ""}${text}`, "");
}

const isApart = (before: string, after: string): boolean =>
  ENDED.test(before) || (SMALL_LETTER_LAST.test(before) && CAPITAL_FIRST.test(after));
