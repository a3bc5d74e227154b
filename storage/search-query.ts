import { isHalfPair, searchTokens } from "./search-words.ts";

/** Tokens that must follow one another. */
export interface SearchPhrase {
  readonly tokens: readonly string[];
  /** Whether the last token may be only the beginning of a word's token: a single character of a script without spaces. */
  readonly open: boolean;
}

/** What a query asks for: all of `wanted`, none of `unwanted`. Where nothing is wanted nothing is found. */
export interface SearchQuery {
  readonly wanted: readonly SearchPhrase[];
  readonly unwanted: readonly SearchPhrase[];
}

/** A term: `-` before it excludes it, quotes keep its words together. A quote without its partner reaches to the end. */
const TERM = /(?<minus>(?<![^\s])-)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/gu;
/** No person asks for more; a database's parser need not find out what it takes. */
const MAX_TERMS = 64;
const MAX_QUERY_CHARACTERS = 4_000;

/**
 * Reads a query: words that all must occur, "phrases", -exclusions. Any string is a query: what holds no letter or digit
 * asks for nothing.
 */
export function parseQuery(text: string): SearchQuery {
  const wanted: SearchPhrase[] = [];
  const unwanted: SearchPhrase[] = [];
  for (const { groups } of text.slice(0, MAX_QUERY_CHARACTERS).matchAll(TERM)) {
    const tokens = searchTokens(groups?.["phrase"] ?? groups?.["word"] ?? "");
    if (tokens.length === 0 || wanted.length + unwanted.length >= MAX_TERMS) continue;
    (groups?.["minus"] === undefined ? wanted : unwanted).push(toPhrase(tokens));
  }
  return { wanted, unwanted };
}

/** Whether a text of these tokens is what the query asks for. */
export function matchesQuery(tokens: readonly string[], { wanted, unwanted }: SearchQuery): boolean {
  return (
    wanted.length > 0 &&
    wanted.every((phrase) => holdsPhrase(tokens, phrase)) &&
    !unwanted.some((phrase) => holdsPhrase(tokens, phrase))
  );
}

/**
 * A run's last character is a token that stands only at a run's end: at the end of a phrase it would forbid a longer run
 * in the text, and the pair before it says the same.
 */
function toPhrase(tokens: readonly string[]): SearchPhrase {
  const [before = "", last = ""] = tokens.slice(-2);
  const endsRun = tokens.length > 1 && isHalfPair(last) && !isHalfPair(before) && before.endsWith(last);
  const kept = endsRun ? tokens.slice(0, -1) : tokens;
  return { tokens: kept, open: isHalfPair(kept.at(-1) ?? "") };
}

function holdsPhrase(tokens: readonly string[], { tokens: phrase, open }: SearchPhrase): boolean {
  const last = phrase.length - 1;
  return tokens.some((_, start) =>
    phrase.every((token, i) => {
      const found = tokens[start + i];
      return found === token || (open && i === last && (found?.startsWith(token) ?? false));
    }),
  );
}
