/** Tells from a class or id text what its words hint at. */
import { classOf, LETTER, LOWER, lowerCase, NOT_SIMPLE, UPPER } from "../char-classes.ts";
import { createWordTrie, letterSteps } from "../words/word-trie.ts";
import { ROLE_HINTS } from "./role-words.ts";

const TRIE = createWordTrie();
/** Indices into ROLE_HINTS, by the node of a token in the trie. */
const ROLES_AT: number[][] = [];
for (const [role, { tokens }] of ROLE_HINTS.entries())
  for (const token of tokens) (ROLES_AT[TRIE.add(token)] ??= []).push(role);

/** No token has another letter than those from a to z. */
const step = letterSteps(TRIE);

const [FIRST_DIGIT, LAST_DIGIT] = [0x30, 0x39];

/**
 * Indices into ROLE_HINTS, each once, that a class or id text hints at. Its tokens are runs of letters, parted in camel case too, in
 * lower case: `postMeta__Date-row` has post, meta, date, row.
 */
export function rolesOf(name: string): readonly number[] {
  const roles: number[] = [];
  let node = 0;
  let isSmallBefore = false;
  const { length } = name;
  for (let at = 0; at < length; at++) {
    const code = name.charCodeAt(at);
    const kind = classOf(code);
    if ((kind & NOT_SIMPLE) !== 0) return rolesOfUnusual(name);
    const isLetter = (kind & LETTER) !== 0;
    if (!isLetter || (isSmallBefore && (kind & UPPER) !== 0)) {
      addRoles(node, roles);
      node = 0;
    }
    // A letter that no token has leads nowhere, and stays there until its own token ends.
    if (isLetter && node >= 0) node = step(node, lowerCase(code));
    isSmallBefore = (kind & LOWER) !== 0 || (code >= FIRST_DIGIT && code <= LAST_DIGIT);
  }
  addRoles(node, roles);
  return roles;
}

function addRoles(node: number, roles: number[]): void {
  const found = node > 0 ? ROLES_AT[node] : undefined;
  if (found === undefined) return;
  for (const role of found) if (!roles.includes(role)) roles.push(role);
}

/** The same for a name with letters of two code units, or whose lower case is not letter by letter. */
function rolesOfUnusual(name: string): readonly number[] {
  const tokens = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const roles: number[] = [];
  for (const token of tokens) {
    let node = 0;
    for (let at = 0; at < token.length && node >= 0; at++) node = step(node, token.charCodeAt(at));
    addRoles(node, roles);
  }
  return roles;
}
