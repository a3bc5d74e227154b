import { BLOCKED_PHRASES, createPhraseTest, foldPhrase } from "./obstacle-words.ts";
import { scanObstaclePage, type ObstaclePage } from "./scan-obstacle-page.ts";

/** A wall against machines has a sentence or two and a puzzle; more text than this is a page. */
const WALL_CHARS = 1500;

/** Ordinary pages load the same scripts, for their forms or against spam; a puzzle's page has next to no text. */
const PUZZLE_CHARS = 400;

/** Statuses under which walls come; others than these are what they say. */
export const WALL_STATUSES: ReadonlySet<number> = new Set([401, 403, 405, 429, 503]);

/** Headers that name a wall whatever the page looks like: Cloudflare, AWS WAF, DataDome. */
function headerSign(headers: Readonly<Record<string, string>>, status: number): string | null {
  if (headers["cf-mitigated"] === "challenge") return "cf-mitigated: challenge";
  const waf = headers["x-amzn-waf-action"];
  if (waf === "captcha" || waf === "challenge") return `x-amzn-waf-action: ${waf}`;
  return status === 403 && headers["x-datadome"] !== undefined ? "x-datadome" : null;
}

/** Marks of the services' challenge pages. */
const CHALLENGE_MARKS =
  /script-challenge|cf-challenge|challenge-form|challenge-running|challenges\.cloudflare\.com|captcha-delivery\.com|px-captcha|_incapsula_resource|distil_r_captcha|sec-if-cpt|awswaf\.com|hcaptcha\.com|h-captcha|recaptcha\/(?:api|enterprise)|g-recaptcha|geetest|arkoselabs|funcaptcha|smart-captcha|smartcaptcha|ddos-guard/iu;

const saysBlocked = createPhraseTest(BLOCKED_PHRASES);

/** By which sign a page is a wall against machines, or null. */
export function challengeSign(page: ObstaclePage): string | null {
  if (page.text > WALL_CHARS) return null;
  const heading = page.headings.find((text) => saysBlocked(foldPhrase(text)));
  if (heading !== undefined) return `"${heading.slice(0, 80)}"`;
  return page.text > PUZZLE_CHARS ? null : (CHALLENGE_MARKS.exec(page.marks)?.[0] ?? null);
}

/**
 * Whether an answer with an error status is a wall against machines rather than an ordinary refusal.
 * @returns The sign, for a message; null for an ordinary refusal.
 */
export function findChallenge(answer: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}): string | null {
  if (!WALL_STATUSES.has(answer.status)) return null;
  return headerSign(answer.headers, answer.status) ?? challengeSign(scanObstaclePage(answer.html));
}
