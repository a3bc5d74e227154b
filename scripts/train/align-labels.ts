/** Which blocks of a page its known content covers: the answers a block model learns from. */

const WORD = /[\p{L}\p{N}_]+/gu;
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

/** Words that must match in a row before a place in the content is looked at. */
const SEED_WORDS = 3;
/** Places looked at for one block. */
const MOST_PLACES = 40;
/** Least share of a block's words that must stand in its place. */
const LEAST_MATCH = 0.6;
/** A block out of order counts from this many words on. */
const LEAST_STRAY_WORDS = 5;

interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly matched: number;
}

function indexSeeds(truth: readonly string[]): readonly ReadonlyMap<string, readonly number[]>[] {
  return Array.from({ length: SEED_WORDS }, (_, k) => {
    const seeds = new Map<string, number[]>();
    for (let i = 0; i + k < truth.length; i++) {
      const key = truth.slice(i, i + k + 1).join(" ");
      const places = seeds.get(key);
      if (places) places.push(i);
      else seeds.set(key, [i]);
    }
    return seeds;
  });
}

/** Words of `words` that stand, in any order, in the window of the truth. */
function overlap(words: readonly string[], window: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of window) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      hits++;
      left.set(word, count - 1);
    }
  }
  return hits;
}

function placesOf(
  block: number,
  words: readonly string[],
  truth: readonly string[],
  seeds: ReturnType<typeof indexSeeds>,
): readonly Place[] {
  const size = Math.min(SEED_WORDS, words.length);
  if (!size) return [];
  const starts = new Set<number>();
  for (let o = 0; o + size <= words.length && o < 30; o++) {
    for (const p of seeds[size - 1]?.get(words.slice(o, o + size).join(" ")) ?? []) {
      if (starts.size < MOST_PLACES) starts.add(Math.max(0, p - o));
    }
  }
  const places: Place[] = [];
  for (const start of starts) {
    const end = Math.min(truth.length, start + words.length);
    const matched = overlap(words, truth.slice(start, end));
    if (matched >= LEAST_MATCH * words.length) places.push({ block, start, end, matched });
  }
  return places;
}

/** The heaviest chain of places that goes forward in the page and in the truth (weighted longest increasing subsequence). */
function bestChain(placesByBlock: readonly (readonly Place[])[], length: number): readonly Place[] {
  const best: { total: number; chain: { place: Place; before: number } | null }[] = [
    { total: 0, chain: null },
  ];
  // tree[i] holds the index into `best` of the heaviest chain that ends at or before a truth position (Fenwick, prefix maximum).
  const tree = new Int32Array(length + 2);
  const read = (end: number): number => {
    let top = 0;
    for (let i = end + 1; i > 0; i -= i & -i)
      if ((best[tree[i] ?? 0]?.total ?? 0) > (best[top]?.total ?? 0)) top = tree[i] ?? 0;
    return top;
  };
  const write = (end: number, entry: number): void => {
    for (let i = end + 1; i < tree.length; i += i & -i)
      if ((best[tree[i] ?? 0]?.total ?? 0) < (best[entry]?.total ?? 0)) tree[i] = entry;
  };
  for (const places of placesByBlock) {
    const entries = places.map((place) => {
      const before = read(place.start);
      best.push({ total: (best[before]?.total ?? 0) + place.matched, chain: { place, before } });
      return best.length - 1;
    });
    for (const entry of entries) write(best[entry]?.chain?.place.end ?? 0, entry);
  }
  const out: Place[] = [];
  for (let link = best[read(length)]?.chain ?? null; link; link = best[link.before]?.chain ?? null)
    out.push(link.place);
  return out;
}

/** For each block, the share of its words that the truth holds at the block's place in it. */
export function alignBlocks(texts: readonly string[], truth: string): readonly number[] {
  const truthWords = wordsOf(truth);
  const words = texts.map(wordsOf);
  const seeds = indexSeeds(truthWords);
  const places = words.map((list, i) => placesOf(i, list, truthWords, seeds));
  const shares = texts.map(() => 0);
  const covered = new Uint8Array(truthWords.length);
  const settle = ({ block, start, end, matched }: Place): void => {
    shares[block] = matched / (words[block]?.length ?? 1);
    covered.fill(1, start, end);
  };
  for (const place of bestChain(places, truthWords.length)) settle(place);
  for (const place of places.flat().toSorted((a, b) => b.matched - a.matched)) {
    const { block, start, end } = place;
    if (shares[block] || end - start < LEAST_STRAY_WORDS) continue;
    let free = 0;
    for (let i = start; i < end; i++) free += covered[i] ? 0 : 1;
    if (free > 0.7 * (end - start)) settle(place);
  }
  return shares;
}

const squash = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** For each block 1 (holds a wanted snippet), 0 (holds an unwanted one) or null (nothing is known of it). */
export function labelBySnippets(
  texts: readonly string[],
  wanted: readonly string[],
  unwanted: readonly string[],
): readonly (0 | 1 | null)[] {
  const folded = texts.map(squash);
  const good = new Set<number>();
  const bad = new Set<number>();
  const find = (snippet: string, into: Set<number>): void => {
    const s = squash(snippet);
    const hits = folded.flatMap((text, i) => (text.includes(s) ? [i] : []));
    if (into === good && hits.length > 1)
      hits.splice(0, hits.length, ...hits.filter((i) => (folded[i]?.length ?? 0) > 80));
    for (const i of hits) into.add(i);
  };
  for (const s of wanted) find(s, good);
  for (const s of unwanted) find(s, bad);
  return texts.map((_, i) => (good.has(i) === bad.has(i) ? null : good.has(i) ? 1 : 0));
}
