/**
 * Looks for the phrases of several lists in one walk over a text (Aho and Corasick, "Efficient string matching", 1975), with
 * the way from each state on each character worked out beforehand.
 */
import { expandPattern, type Phrase } from "./expand-pattern.ts";

/** Which of the lists have a phrase in the text, as a bit mask. */
export type PhraseFinder = (text: string) => number;

const CODE_UNITS = 0x1_0000;
/** Of the classes of characters: all that no phrase has. */
const OTHER = 0;

export interface Ending {
  readonly phrase: Phrase;
  /** The bit of the phrase's list. */
  readonly bit: number;
}

interface State {
  readonly on: Map<number, State>;
  readonly endings: Ending[];
  readonly index: number;
  fallback: State | null;
}

/** All ways of a walk over a text that looks for phrases. */
export interface PhraseWays {
  /** The class of each code unit; 0 for all that no phrase has. */
  readonly classes: Uint16Array;
  /** How many classes there are. */
  readonly width: number;
  /** From each state on each class the next state. A walk begins in state 0. */
  readonly ways: Uint16Array;
  /** The phrases that end in each state. */
  readonly endings: readonly (readonly Ending[] | null)[];
}

/** Builds the finder when first asked. At most 31 lists; the text is matched as it is, letter by letter. */
export function createPhraseFinder(patterns: readonly RegExp[]): PhraseFinder {
  const made: { find?: PhraseFinder } = {};
  return (text) => (made.find ??= buildFinder(patterns))(text);
}

export function buildWays(patterns: readonly RegExp[]): PhraseWays {
  const classes = new Uint16Array(CODE_UNITS);
  const states: State[] = [];
  const addState = (): State => {
    const state = { on: new Map(), endings: [], index: states.length, fallback: null };
    states.push(state);
    return state;
  };
  const root = addState();
  let width = OTHER + 1;
  for (const [list, pattern] of patterns.entries()) {
    for (const phrase of expandPattern(pattern)) {
      let state = root;
      for (let i = 0; i < phrase.text.length; i++) {
        const code = phrase.text.charCodeAt(i);
        if (classes[code] === OTHER) classes[code] = width++;
        const on = classes[code] as number;
        const next = state.on.get(on) ?? addState();
        state.on.set(on, next);
        state = next;
      }
      state.endings.push({ phrase, bit: 1 << list });
    }
  }
  const ways = layWays(root, states, width);
  const endings = states.map((state) => (state.endings.length > 0 ? state.endings : null));
  return { classes, width, ways, endings };
}

function buildFinder(patterns: readonly RegExp[]): PhraseFinder {
  const { classes, width, ways, endings } = buildWays(patterns);
  return (text) => {
    let state = 0;
    let found = 0;
    const { length } = text;
    for (let i = 0; i < length; i++) {
      state = ways[state * width + (classes[text.charCodeAt(i)] as number)] as number;
      const here = endings[state];
      if (here) for (const { phrase, bit } of here) if (fits(phrase, text, i + 1)) found |= bit;
    }
    return found;
  };
}

/** From each state on each class the next state, by index; endings are handed on to the states whose phrases end in them. */
function layWays(root: State, states: readonly State[], width: number): Uint16Array {
  const ways = new Uint16Array(states.length * width);
  const queue: State[] = [root];
  for (const state of queue) {
    const { fallback } = state;
    if (fallback !== null) {
      ways.copyWithin(state.index * width, fallback.index * width, (fallback.index + 1) * width);
      state.endings.push(...fallback.endings);
    }
    for (const [on, next] of state.on) {
      // Where the walk would be without this state: for the root's children, at the root.
      next.fallback = fallback === null ? root : (states[ways[state.index * width + on] as number] ?? root);
      ways[state.index * width + on] = next.index;
      queue.push(next);
    }
  }
  return ways;
}

/** Whether the phrase that ends at `end` has the edges that it needs. */
function fits({ text: phrase, before, after }: Phrase, text: string, end: number): boolean {
  const start = end - phrase.length;
  if (before === "start" && start > 0) return false;
  if (before === "edge" && !isEdge(text, start)) return false;
  return after === "any" || isEdge(text, end);
}

/** `\b`: a letter, digit or underscore of ASCII on one side only. */
const isEdge = (text: string, at: number): boolean => isPlain(text, at - 1) !== isPlain(text, at);

function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f
  );
}
