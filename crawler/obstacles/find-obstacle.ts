import type { ErrorCode } from "../../errors.ts";
import { PermanentError } from "../../errors.ts";
import type { Extraction, PageMeta } from "../../types.ts";
import { challengeSign } from "./find-challenge.ts";
import {
  AGREE_WORDS,
  CONSENT_PHRASES,
  createPhraseCutter,
  createPhraseTest,
  foldPhrase,
  LOGIN_PHRASES,
  NOT_FOUND_PHRASES,
} from "./obstacle-words.ts";
import { scanObstaclePage, type ObstaclePage } from "./scan-obstacle-page.ts";

/** A page that stands in the place of the one that was asked for. */
export interface Obstacle {
  readonly code: Extract<
    ErrorCode,
    "blocked" | "soft-not-found" | "paywalled" | "login-required" | "consent-page"
  >;
  /** By what it was known, for a message. */
  readonly sign: string;
}

/**
 * An article with more words than this is an article, whatever its title says. Short wire items have 50 and more, the
 * prose of error pages, walls and forms seldom reaches 100.
 */
const THIN_WORDS = 120;
/** Consent walls name their partners and purposes at length. */
const CONSENT_WORDS = 700;
/** A teaser is a paragraph or two; news in brief is as short, so more than its length has to speak. */
const TEASER_WORDS = 200;
/** The page says that there is this much more than what it shows. */
const DECLARED_SHARE = 1.5;
/** Text of a page that is little more than a form. */
const FORM_CHARS = 900;

/** What a rule looks at. */
interface Candidate {
  readonly meta: PageMeta;
  readonly page: ObstaclePage;
  /** Titles and headings, folded. */
  readonly headings: readonly string[];
  readonly extraction: Extraction;
  readonly thin: boolean;
}

interface ObstacleRule {
  readonly code: Obstacle["code"];
  readonly sign: (candidate: Candidate) => string | null;
}

const saysNotFound = createPhraseTest(NOT_FOUND_PHRASES);
const saysLogin = createPhraseTest(LOGIN_PHRASES);
const saysConsent = createPhraseTest(CONSENT_PHRASES);
const cutNotFound = createPhraseCutter(NOT_FOUND_PHRASES);
const cutConsent = createPhraseCutter(CONSENT_PHRASES);
const saysAgree = createPhraseTest(AGREE_WORDS);

function said(headings: readonly string[], says: (folded: string) => boolean): string | null {
  const heading = headings.find(says);
  return heading === undefined ? null : `"${heading.slice(0, 80)}"`;
}

/** Words of the URL's last segment that has some; `/2026/03/harbour-wall-repaired.html` gives three. */
function slugWords(url: string): readonly string[] {
  const segments = decodeLoosely(new URL(url).pathname).split("/");
  const wordsOf = (segment: string): string[] =>
    foldPhrase(segment.replace(/\.[a-z]{2,5}$/u, "")).match(/\p{L}{3,}/gu) ?? [];
  return segments.map(wordsOf).findLast((words) => words.length > 1) ?? [];
}

function decodeLoosely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Whether the page is about what its address says, the obstacle's own phrases left aside: then it is that page, whatever
 * words it uses.
 */
function matchesSlug({ meta, headings }: Candidate, cut: (folded: string) => string): boolean {
  const words = slugWords(meta.url);
  const text = headings.map(cut).join(" ");
  const matching = words.filter((word) => text.includes(word));
  return matching.length >= 2 && matching.length * 2 >= words.length;
}

const ERROR_PATH = /\/(?:404|not-?found|page-?not-?found|error-?404|fehler-?404)(?:\.\w+|\/)?$/iu;
const LOGIN_PATH =
  /\/(?:log-?in|sign-?in|log-?on|sso|oauth2?|authenticate|wp-login\.php|sign_in|anmelden|connexion)(?:[./]|$)/iu;
const CONSENT_HOST = /^(?:consent|cmp|gdpr|privacy-?gate|cookie-?wall|zustimmung)[.-]/iu;
const CONSENT_PATH =
  /\/(?:cookie-?wall|cookie-?consent|consent|privacy-?gate|privacy-?wall|collectconsent)(?:[./]|$)/iu;

function led(meta: PageMeta, test: (url: URL) => boolean): string | null {
  const to = new URL(meta.finalUrl);
  return test(to) && !test(new URL(meta.url)) ? `it leads to ${to.host}${to.pathname}` : null;
}

function softNotFound(candidate: Candidate): string | null {
  const { meta, page, headings, thin } = candidate;
  const path = led(meta, ({ pathname }) => ERROR_PATH.test(pathname));
  if (path !== null) return path;
  if (!thin || matchesSlug(candidate, cutNotFound)) return null;
  const title = said(headings, saysNotFound);
  if (title !== null) return title;
  const opening = foldPhrase(page.opening);
  return page.noindex && page.text < FORM_CHARS && saysNotFound(opening)
    ? "not to be indexed, and says so"
    : null;
}

function loginRequired({ meta, page, headings, thin }: Candidate): string | null {
  if (!thin) return null;
  const path = led(meta, ({ pathname }) => LOGIN_PATH.test(pathname));
  if (path !== null) return path;
  if (page.passwordFields === 0) return null;
  if (page.text < FORM_CHARS) return "a password is all it asks for";
  return page.text < FORM_CHARS * 2 ? said(headings, saysLogin) : null;
}

function consentPage(candidate: Candidate): string | null {
  const { meta, page, headings, extraction } = candidate;
  const path = led(
    meta,
    ({ hostname, pathname }) => CONSENT_HOST.test(hostname) || CONSENT_PATH.test(pathname),
  );
  if (path !== null) return path;
  if (extraction.wordCount > CONSENT_WORDS || matchesSlug(candidate, cutConsent)) return null;
  const heading = said(headings, saysConsent);
  if (heading === null || !page.buttons.some((label) => saysAgree(foldPhrase(label)))) return null;
  // A banner over an article has a heading too.
  return candidate.thin || headings.slice(0, 2).some(saysConsent) ? heading : null;
}

/**
 * schema.org's isAccessibleForFree says that there is a paywall, not that it stands in the way: metered pages hold the
 * whole text. So the text has to be short, and cut off by something.
 */
function paywalled({ page, extraction }: Candidate): string | null {
  const { wordCount, articleBody, isAccessibleForFree } = extraction;
  const wall = extraction.extraction.removed.some(({ type }) => type === "paywall");
  const more = page.declaredWords !== null && page.declaredWords > wordCount * DECLARED_SHARE;
  if (isAccessibleForFree === false && more) return `${wordCount} of ${page.declaredWords} words`;
  if (isAccessibleForFree === false && wordCount < TEASER_WORDS) {
    if (wall || extraction.extraction.removed.some(({ type }) => type === "subscribe"))
      return "a teaser and a paywall";
    if (/(?:…|\.\.\.|\[\u2026\])\s*$/u.test(articleBody)) return "a text that breaks off";
  }
  return wall && wordCount < THIN_WORDS / 2 && wordCount > 0 ? "a paywall and hardly any text" : null;
}

/** In the order in which they are asked: what bars the way to a page comes before what the page is. */
const RULES: readonly ObstacleRule[] = [
  { code: "blocked", sign: ({ page, thin }) => (thin ? challengeSign(page) : null) },
  { code: "consent-page", sign: consentPage },
  { code: "login-required", sign: loginRequired },
  { code: "soft-not-found", sign: softNotFound },
  { code: "paywalled", sign: paywalled },
];

/** A page with this many words, that does not say that it costs money, is not looked at any further. */
function isBeyondDoubt(meta: PageMeta, extraction: Extraction): boolean {
  if (extraction.isAccessibleForFree === false) return false;
  if (extraction.wordCount > CONSENT_WORDS) return true;
  const moved = new URL(meta.url).host !== new URL(meta.finalUrl).host;
  return !moved && meta.bytes > LARGE_PAGE && extraction.wordCount >= THIN_WORDS * 2;
}

/** Walls and error pages are small; in a larger page the text of an article is one. */
const LARGE_PAGE = 60_000;

export interface ObstacleInput {
  readonly meta: PageMeta;
  /** Called where there is doubt. */
  readonly html: () => string;
}

/**
 * Whether a page that came with a good status is something else than what was asked for: a wall against machines, a
 * not-found page, a login form, a consent wall, or the teaser of a paid article. Judged by structure first (fields,
 * addresses, indexing, what its data declare), then by words of some thirty languages in titles and headings.
 * @param extraction What the extractor made of the page.
 */
export function findObstacle(input: ObstacleInput, extraction: Extraction): Obstacle | null {
  if (isBeyondDoubt(input.meta, extraction)) return null;
  const page = scanObstaclePage(input.html());
  const isArticle = extraction.extraction.pageType === "article";
  const thin = extraction.wordCount < THIN_WORDS || (!isArticle && page.text < FORM_CHARS * 2);
  const candidate = { meta: input.meta, page, headings: page.headings.map(foldPhrase), extraction, thin };
  for (const { code, sign } of RULES) {
    const found = sign(candidate);
    if (found !== null) return { code, sign: found };
  }
  return null;
}

const ADVICE: Readonly<Record<Obstacle["code"], string>> = {
  blocked: "is behind a wall against machines; Galley does not pass for a person: ask the site for access",
  "soft-not-found": "is not there, although the server says that all is well; check the address",
  paywalled: "shows the beginning alone; the rest is for subscribers",
  "login-required": "is for those who sign in; --cookies keeps a session, but Galley does not sign in",
  "consent-page": "shows a consent form in place of the page; try --render always, which answers it",
};

/** The obstacle as the page's failure. */
export function obstacleError({ code, sign }: Obstacle, url: string): PermanentError {
  return new PermanentError(code, `${url} ${ADVICE[code]} (${sign})`, { url });
}
