import { namesMedium } from "../../metadata/name-of-medium.ts";
import { isHeadMark, namesInByline } from "../head-marks.ts";
import { denseCharacters } from "../../alphabetic-length.ts";
import { HOME_WORDS } from "../../words/place-words.ts";
import { createMatcher, phrases, type WordList } from "../../words/word-list.ts";
import { foldWords } from "../../metadata/fold-text.ts";
import { NAVIGATION_WORDS } from "../../words/navigation-words.ts";
import type { Line } from "../dump.ts";
import { isLabel, isParagraph, isTitle, lettersIn, wordCountOf } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";
import { isCreditLine } from "./find-captions.ts";
import { stepsOf } from "./find-breadcrumbs.ts";
import { slugOfUrl } from "./find-slugs.ts";

/** What menus begin with that have no "home". */
const SIGN_IN: WordList = {
  eastern: phrases("로그인 회원가입, 로그인, 登录 注册, 登入 註冊, ログイン 会員登録, تسجيل الدخول"),
};
const signIn = createMatcher(SIGN_IN);
const menu = createMatcher(HOME_WORDS, SIGN_IN);
const controls = createMatcher(NAVIGATION_WORDS);

/** The page's address says it, letter for letter or nearly. */
const NAMED_BY_SLUG = 6;
/** It stands in the dump twice: in the title of the window, in the breadcrumb, in a list. */
const SAID_TWICE = 4;
/** The first of several titles. */
const FIRST = 2;
/** The name of a site has two or three words, a headline six to twelve. */
const A_WORD = 0.4;
const MOST_COUNTED_WORDS = 7;
const UNDER_BREADCRUMB = 3;
/** This many lines above the text stands the title of something else. */
const FARTHEST = 8;
const TOO_FAR = -3;
/** Where a menu is one line of the dump. */
const A_MENU = -8;
/** Where a menu is one label a line. */
const FEWEST_IN_MENU = 4;
const FEWEST_SEPARATORS = 3;
const [FEWEST_PIECES, LONGEST_PIECE] = [4, 6];
/** A section's label between breadcrumb and headline. */
const MOST_LABEL_WORDS = 3;
/** The line over a credit is a caption. */
const CAPTION_OF_PICTURE = -2;
const FEWEST_MENU_WORDS = 5;
/** Share of a slug's words that its headline has. */
const SAME_WORDS = 0.7;
const LONGEST_QUESTION = 140;
const FEWEST_LETTERS = 6;
/** What stands between a title and the site's name. */
const SITE_MARK = /\s*[|–—·•:»«-]\s*(?=\S.{0,60}$)/gu;

/** The article's title, and the lines that say it again. */
export const findHeadline: TextPass = {
  name: "headline",
  description: "the title of the article, wherever it stands as a line",
  find: function* find(reading): Iterable<TextFinding> {
    const headline = chooseHeadline(reading);
    if (headline === null) {
      return;
    }
    yield { line: headline, type: "headline", rule: "headline" };
    const words = foldWords(headline.folded);
    for (const line of reading.lines.filter(reading.isOpen)) {
      if (line !== headline && (foldWords(line.folded) === words || isTitleWithSite(line, headline))) {
        yield { line, type: "headline", rule: "repeated-headline" };
      }
    }
  },
};

function chooseHeadline(reading: Reading): Line | null {
  const slugs = slugWords(reading);
  const end = reading.paragraphs[0]?.index ?? reading.lines.length;
  const inHead = reading.lines.filter((line) => reading.isOpen(line) && reading.zoneOf(line) === "head");
  const candidates = inHead.filter(
    (line) =>
      (isTitle(line.text) && !isCreditLine(line.text) && namesInByline(line.text).length === 0) ||
      slugLikeness(line, slugs) >= SAME_WORDS,
  );
  const shortOnes = inHead.filter((line) => isShortTitle(line.text));
  const pool =
    candidates.length > 0 ? candidates : [...shortOnes.slice(0, 1), ...questionFirst(reading)].slice(0, 1);
  const echoes = listEchoes(reading);
  const far = farFrom(end, reading);
  let best: { readonly line: Line; readonly score: number } | null = null;
  for (const [rank, line] of pool.entries()) {
    const score =
      (slugLikeness(line, slugs) >= SAME_WORDS ? NAMED_BY_SLUG : 0) +
      ((echoes.get(foldWords(line.folded)) ?? 0) > 1 ? SAID_TWICE : 0) +
      FIRST / (rank + 1) +
      Math.min(wordCountOf(line.text), MOST_COUNTED_WORDS) * A_WORD +
      (isUnderBreadcrumb(line, reading) ? UNDER_BREADCRUMB : 0) +
      placeScore(line, reading, far) +
      (isMenu(line.text) || isMenuInCapitals(line) ? A_MENU : 0) +
      (isOverMenu(line, reading) ? TOO_FAR : 0);
    if (best === null || score > best.score) {
      best = { line, score };
    }
  }
  return best?.line ?? null;
}

/** `Home News Sport`, `A | B | C | D`, and in scripts without spaces many short words with spaces between them. */
function isMenu(text: string): boolean {
  const pieces = text.split(/\s+/u);
  const isDense = denseCharacters(text) * 2 > text.length && !/\p{Script=Hangul}/u.test(text);
  return (
    menu.starts(text) ||
    signIn.ends(text) ||
    namesMedium(text) ||
    (text.match(/\s(?:[|｜/·•]|::)\s/gu)?.length ?? 0) >= FEWEST_SEPARATORS ||
    (isDense && pieces.length >= FEWEST_PIECES && text.length <= pieces.length * LONGEST_PIECE)
  );
}

/** Right under the breadcrumb, or with no more than the label of a section in between. */
function isUnderBreadcrumb({ index }: Line, { lines, typeOf }: Reading): boolean {
  const [above, higher] = [lines[index - 1], lines[index - 2]];
  const label = above !== undefined && isLabel(above.text) && wordCountOf(above.text) <= MOST_LABEL_WORDS;
  return [above, label ? higher : undefined].some(
    (line) => line !== undefined && typeOf(line) === "breadcrumb",
  );
}

/** What stands below a line: the standfirst that a headline has, the credit of the picture that a caption is of. */
function placeScore({ index }: Line, { lines }: Reading, far: number): number {
  const below = lines[index + 1];
  if (below !== undefined && isCreditLine(below.text)) {
    return CAPTION_OF_PICTURE;
  }
  return index < far && (below === undefined || !isParagraph(below.text)) ? TOO_FAR : 0;
}

/** `News Sport Culture Weather Log in`: a menu in one line ends in a control, and all before it is set large. */
function isMenuInCapitals({ text, folded }: Line): boolean {
  return (
    controls.ends(folded) &&
    wordCountOf(text) >= FEWEST_MENU_WORDS &&
    !/[.,:;!?…]/u.test(text) &&
    text
      .split(/\s+/u)
      .slice(0, -2)
      .every((word) => /^[\p{Lu}\p{N}]/u.test(word))
  );
}

/** The name of the site, with the menu under it: labels in a row that are no byline. */
function isOverMenu(line: Line, { lines }: Reading): boolean {
  const below = lines.slice(line.index + 1, line.index + 1 + FEWEST_IN_MENU);
  return (
    isLabel(line.text) &&
    below.length === FEWEST_IN_MENU &&
    below.every(({ text }) => isLabel(text) && !isHeadMark(text))
  );
}

/** Two words without a full stop: a title where no longer one is. */
function isShortTitle(text: string): boolean {
  return wordCountOf(text) >= 2 && lettersIn(text) >= FEWEST_LETTERS && !/[.。।:：]$/u.test(text);
}

/** A title that ends in a question mark reads as a sentence: the first line of all may be one. */
function questionFirst({ lines, isOpen }: Reading): Line[] {
  const first = lines.find(isOpen);
  return first !== undefined && isTitle(first.text) && first.text.length <= LONGEST_QUESTION ? [first] : [];
}

/** Index of the last line that is too far above the text. */
function farFrom(end: number, { lines, isOpen }: Reading): number {
  const above = lines
    .slice(0, end)
    .filter((line) => isOpen(line) && !isHeadMark(line.text) && !isLabel(line.text));
  return above.at(-FARTHEST - 1)?.index ?? 0;
}

function slugWords({ lines, dump, typeOf }: Reading): readonly string[] {
  const own = slugOfUrl(dump.url);
  return [
    ...lines.filter((line) => typeOf(line) === "slug").map(({ text }) => text),
    ...(own === null ? [] : [own]),
  ].map((slug) => foldWords(slug.replaceAll(/[-_]/gu, " ")));
}

function slugLikeness(line: Line, slugs: readonly string[]): number {
  const words = new Set(foldWords(line.folded).split(" "));
  return Math.max(
    0,
    ...slugs.map((slug) => {
      const parts = slug.split(" ").filter((part) => lettersIn(part) > 0);
      const shared = parts.filter((part) => words.has(part)).length;
      // The slug of three words leaves out most of a headline; one of two words fits many lines.
      return parts.length < 2
        ? 0
        : shared / (parts.length > 2 ? parts.length : Math.max(2, words.size * SAME_WORDS));
    }),
  );
}

/** What the lines of a dump say of each other's words: whole lines, lines without the site's name, last steps of paths. */
function listEchoes({ lines }: Reading): ReadonlyMap<string, number> {
  const echoes = new Map<string, number>();
  for (const { folded } of lines) {
    const titled = [...folded.matchAll(SITE_MARK)].map(({ index }) => folded.slice(0, index));
    const said = new Set([folded, ...titled, stepsOf(folded).at(-1) ?? ""].map(foldWords));
    for (const words of said) {
      echoes.set(words, (echoes.get(words) ?? 0) + 1);
    }
  }
  return echoes;
}

/** `Title | Site`, `Title - Site`: what the window's title bar says. */
function isTitleWithSite(line: Line, headline: Line): boolean {
  const rest = line.folded.slice(headline.folded.length);
  return (
    line.folded.length > headline.folded.length &&
    line.folded.startsWith(headline.folded) &&
    /^\s*[|–—·•:»«-]\s*\S.{0,60}$/u.test(rest)
  );
}
