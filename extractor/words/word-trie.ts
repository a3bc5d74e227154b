/** Words by their letters: from each beginning the way to every longer one, in one hash table of plain numbers. */
export interface WordTrie {
  /** The node that a beginning leads to by one more code unit; -1 where no word goes on so. The empty beginning is 0. */
  readonly step: (node: number, code: number) => number;
  /** The node of a word, made if need be. */
  readonly add: (word: string) => number;
  readonly size: () => number;
}

const FIRST_CAPACITY = 1 << 12;
/** Odd, so that nodes spread over the table. */
const NODE_FACTOR = 0x9e3779b1;
const CODE_FACTOR = 0x85ebca6b;

interface Table {
  /** Node and code unit of each slot, as node + 1; 0 is a free slot. */
  nodes: Int32Array;
  codes: Uint16Array;
  targets: Int32Array;
}

const createTable = (capacity: number): Table => ({
  nodes: new Int32Array(capacity),
  codes: new Uint16Array(capacity),
  targets: new Int32Array(capacity),
});

/** Where a way is kept, or could be. */
function slotOf({ nodes, codes }: Table, node: number, code: number): number {
  const last = nodes.length - 1;
  const hash = Math.imul(node, NODE_FACTOR) ^ Math.imul(code, CODE_FACTOR);
  let slot = (hash ^ (hash >>> 15)) & last;
  while (nodes[slot] !== 0 && (nodes[slot] !== node + 1 || codes[slot] !== code)) slot = (slot + 1) & last;
  return slot;
}

function put(table: Table, node: number, code: number, target: number): void {
  const slot = slotOf(table, node, code);
  table.nodes[slot] = node + 1;
  table.codes[slot] = code;
  table.targets[slot] = target;
}

export function createWordTrie(): WordTrie {
  let table = createTable(FIRST_CAPACITY);
  let size = 1;
  const grow = (): void => {
    const old = table;
    table = createTable(2 * old.nodes.length);
    for (let slot = 0; slot < old.nodes.length; slot++)
      if (old.nodes[slot] !== 0)
        put(table, (old.nodes[slot] as number) - 1, old.codes[slot] as number, old.targets[slot] as number);
  };
  const step = (node: number, code: number): number => {
    const slot = slotOf(table, node, code);
    return table.nodes[slot] === 0 ? -1 : (table.targets[slot] as number);
  };
  return {
    step,
    size: () => size,
    add: (word) => {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        const next = step(node, code);
        if (next >= 0) {
          node = next;
          continue;
        }
        if (2 * size >= table.nodes.length) grow();
        put(table, node, code, size);
        node = size++;
      }
      return node;
    },
  };
}

const [FIRST_LETTER, LETTERS] = [0x61, 26];

/**
 * The steps of a trie by the letters from a to z, once all words are added: in one array, for what is asked letter by letter. No
 * other code unit leads anywhere.
 */
export function letterSteps(trie: WordTrie): WordTrie["step"] {
  const ways = new Int16Array(trie.size() * LETTERS);
  for (let way = 0; way < ways.length; way++)
    ways[way] = trie.step(Math.floor(way / LETTERS), FIRST_LETTER + (way % LETTERS));
  return (node, code) => {
    const letter = code - FIRST_LETTER;
    return letter >= 0 && letter < LETTERS ? (ways[node * LETTERS + letter] as number) : -1;
  };
}
