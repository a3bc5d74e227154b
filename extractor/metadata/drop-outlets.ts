/** Agencies, newsrooms and places that stand beside a person's name in a byline. */
const OUTLET =
  /^(?:(?:avec|con|com|mit|met|with|and) )?(?:afp|agence france-presse|reuters|ap|(?:the )?associated press|dpa|apa|efe|lusa|ansa|anp|pti|ani|ians|nan|belga|sda|keystone-sda|epd|kna|europa press|agencias?|agences?|agenzie|agências?|agencies|tnn|\p{Lu}[\p{L} ]* (?:news )?(?:service|network|desk))$|^(?:redacción|redação|da redação|redazione|rédaction|redactie|redaktion)$/iu;

/** "By Ann Roe, Kano": one word behind a whole name says where, in scripts with spaces between names. */
const ONE_WORD = /^\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}*)*$/u;
const LATIN_NAME = /^\p{Script=Latin}\S*\s+\S/u;

/** "The Local" writes with an agency as a person does, and is none. */
const HOUSE = /^the\s/iu;

/** Names without what is no person beside a person; alone, an agency or a newsroom may be the author. */
export function dropOutlets(names: readonly string[], isByline: boolean): string[] {
  const people = names.filter((name) => !OUTLET.test(name));
  const kept = people.some((name) => !HOUSE.test(name)) ? people : [...names];
  const last = kept.at(-1) ?? "";
  const isPlace =
    isByline &&
    kept.length > 1 &&
    ONE_WORD.test(last) &&
    kept.slice(0, -1).every((name) => LATIN_NAME.test(name));
  return isPlace ? kept.slice(0, -1) : [...kept];
}
