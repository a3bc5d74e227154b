import { forbidsReprint } from "../../read-reprint-notice.ts";
import type { BlockType } from "../../../types.ts";
import { alphabeticLength, denseCharacters } from "../../alphabetic-length.ts";
import { COOKIE_WORDS, PAYWALL_WORDS } from "../../words/consent-words.ts";
import { CORRECTION_WORDS } from "../../words/correction-words.ts";
import { LEGAL_WORDS } from "../../words/legal-words.ts";
import { MAIL_WORDS } from "../../words/mail-words.ts";
import { LETTER_WORDS } from "../../words/letter-words.ts";
import { SIGN_UP_WORDS } from "../../words/newsletter-words.ts";
import { NETWORK_NAMES } from "../../words/share-words.ts";
import { createMatcher } from "../../words/word-list.ts";
import type { Line } from "../dump.ts";
import { isLateInText } from "../late-in-text.ts";
import { isSentence } from "../line-shape.ts";
import type { Reading, TextFinding, TextPass } from "../text-pass.ts";

const signUp = createMatcher(SIGN_UP_WORDS);
/** In languages with the verb at the end, no request begins with it. */
const letter = createMatcher(LETTER_WORDS);
const mail = createMatcher(MAIL_WORDS);
const networks = createMatcher(NETWORK_NAMES);
const paywall = createMatcher(PAYWALL_WORDS);
const cookie = createMatcher(COOKIE_WORDS);
const legal = createMatcher(LEGAL_WORDS);
const correction = createMatcher(CORRECTION_WORDS);

/** A paywall's sentence late in the text. */
const LONGEST_LATE_PAYWALL = 110;

/** A call for corrections is a line; as long as a paragraph it tells of one. */
const LONGEST_CORRECTION = 90;

/** A request is short; a paragraph that mentions a newsletter is the article's. */
const LONGEST_PROMPT = 260;
const LONGEST_NOTICE = 500;

const QUOTED = /^["'“„«‘「『]/u;
const RIGHTS_MARK = /^[([]?\s*(?:©|ⓒ|\(c\)|copyright\b)/iu;

/** Requests to sign up, to pay and to agree, and lines about rights. */
export const findPrompts: TextPass = {
  name: "prompts",
  description: "requests to sign up, to pay and to agree, and lines about rights",
  find: function* find(reading): Iterable<TextFinding> {
    for (const line of reading.lines.filter(reading.isOpen)) {
      const found = line === reading.headline || QUOTED.test(line.text) ? null : promptOf(line, reading);
      if (found !== null) {
        yield { line, ...found };
      }
    }
    yield* noticesAtEnds(reading);
  },
};

function promptOf(line: Line, reading: Reading): { type: BlockType; rule: string } | null {
  const length = alphabeticLength(line.folded);
  if (length > LONGEST_PROMPT) {
    return null;
  }
  const speaks = sentencesOf(line.folded).some((sentence) => signUp.starts(sentence));
  const short = !isSentence(line.text);
  const inBody = reading.zoneOf(line) === "body";
  if (
    length <= LONGEST_CORRECTION &&
    correction.starts(line.folded) &&
    (!inBody || !isSentence(line.text) || /\?/u.test(line.text))
  ) {
    return { type: "legal", rule: "correction-prompt" };
  }
  if (mail.has(line.folded) && (speaks || (short && signUp.has(line.folded)))) {
    return { type: "newsletter", rule: "newsletter-prompt" };
  }
  if (speaks && networks.has(line.folded)) {
    return { type: "social", rule: "follow-prompt" };
  }
  if (speaks && !inBody && (short || length < LONGEST_PROMPT / 2)) {
    return { type: "subscribe", rule: "sign-up-prompt" };
  }
  if (letter.has(line.folded) && denseCharacters(line.text) > 0 && length <= LONGEST_PROMPT / 2) {
    return { type: "subscribe", rule: "channel-prompt" };
  }
  if (forbidsReprint(line.text)) {
    return { type: "legal", rule: "rights-line" };
  }
  if (short && signUp.is(line.folded)) {
    return { type: "subscribe", rule: "sign-up-button" };
  }
  const late = length <= LONGEST_LATE_PAYWALL && isLateInText(line, reading);
  return paywall.has(line.folded) && (late || (short && (!inBody || paywall.starts(line.folded))))
    ? { type: "paywall", rule: "paywall-prompt" }
    : null;
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?。！？؟۔।॥:：])\s*/u);
}

/** Notices of cookies and rights are paragraphs; they stand at an end of the dump, one after the other. */
function* noticesAtEnds(reading: Reading): Iterable<TextFinding> {
  for (const lines of [reading.lines, reading.lines.toReversed()]) {
    for (const line of lines) {
      const found = reading.isOpen(line) && line !== reading.headline ? noticeOf(line) : null;
      if (found !== null) {
        yield { line, ...found };
      } else if (reading.isOpen(line) && reading.zoneOf(line) === "body") {
        break;
      }
    }
  }
}

function noticeOf({ folded, text }: Line): { type: BlockType; rule: string } | null {
  if (alphabeticLength(folded) > LONGEST_NOTICE) {
    return null;
  }
  if (cookie.has(folded)) {
    return { type: "cookie-banner", rule: "cookie-notice" };
  }
  const rights =
    RIGHTS_MARK.test(text) ||
    (legal.has(folded) && (!isSentence(text) || legal.starts(folded) || /©|ⓒ|\d{4}/u.test(text)));
  return rights && alphabeticLength(folded) <= LONGEST_PROMPT ? { type: "legal", rule: "rights-line" } : null;
}
