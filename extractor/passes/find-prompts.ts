import { forbidsReprint } from "../read-reprint-notice.ts";
import type { BlockType } from "../../types.ts";
import type { Block } from "../blocks.ts";
import type { ElementSpan } from "../list-blocks.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import { PAYWALL_WORDS } from "../words/consent-words.ts";
import { CORRECTION_WORDS } from "../words/correction-words.ts";
import { LEGAL_WORDS, RIGHTS_OPENINGS } from "../words/legal-words.ts";
import { MAIL_WORDS } from "../words/mail-words.ts";
import { LETTER_WORDS } from "../words/letter-words.ts";
import { SIGN_UP_WORDS } from "../words/newsletter-words.ts";
import { NETWORK_NAMES } from "../words/share-words.ts";
import type { WordMatcher } from "../words/word-list.ts";
import { createMatcher } from "../words/word-list.ts";
import { wordsOf } from "../words/words-of.ts";
import { bitsOfNames } from "../names-around.ts";
import { headingLevel, isSentence, isShorterThan, standsIn, within } from "./block-shape.ts";
import { isCalled } from "./names-of.ts";
import { nameSet } from "./read-names.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

/** The rule of short requests that name a letter or a channel, by its name in the ledger. */
export const CHANNEL_PROMPT_RULE = "channel-prompt";
export const CORRECTION_RULE = "correction-prompt";
export const RIGHTS_RULE = "rights-notice";

interface PromptRule {
  readonly type: BlockType;
  readonly rule: string;
  readonly matcher: WordMatcher;
  /** Longest prompt of this kind. */
  readonly longest: number;
  /**
   * What must be there besides the words; a paragraph about newsletters has the words too. At the edge is outside of the run from
   * the first to the last paragraph, or in its last two blocks.
   */
  readonly sign: (block: Block, atEdge: boolean, home: ElementSpan | null) => boolean;
}

const signUp = createMatcher(SIGN_UP_WORDS);
const letter = createMatcher(LETTER_WORDS);
const channel = createMatcher(MAIL_WORDS, NETWORK_NAMES);
const correction = createMatcher(CORRECTION_WORDS);
const rights = createMatcher(RIGHTS_OPENINGS);

/** A request that names a letter or a channel is sure only up to this length. */
const LONGEST_CHANNEL_PROMPT = 130;

/** What is neither linked nor emphasised is no longer than this where it has only its words for it. */
const SHORT_PROMPT = 70;

const FORM = bitsOfNames("form");

const PROMPT_TOKENS = nameSet(
  "newsletter",
  "newsletters",
  "subscribe",
  "subscription",
  "signup",
  "cta",
  "callout",
  "promo",
  "optin",
  "paywall",
  "regwall",
);

const PROMPTS: readonly PromptRule[] = [
  {
    type: "paywall",
    rule: "paywall-prompt",
    matcher: createMatcher(PAYWALL_WORDS),
    longest: 260,
    sign: (block, atEdge) => atEdge || block.links > 0 || isShorterThan(block, SHORT_PROMPT),
  },
  {
    type: "newsletter",
    rule: CHANNEL_PROMPT_RULE,
    matcher: signUp,
    longest: LONGEST_CHANNEL_PROMPT,
    sign: (block) => block.tag !== "li" && addressesReader(block) && channel.has(wordsOf(block)),
  },
  {
    type: "newsletter",
    rule: "sign-up-prompt",
    matcher: signUp,
    longest: 420,
    sign: (block, atEdge, home) =>
      isSetApart(block, home) ||
      (block.tag !== "li" &&
        addressesReader(block) &&
        (block.links > 0 ||
          isEmphasised(block) ||
          (atEdge && isPlainRequest(block)) ||
          isUnendedRequest(block))),
  },
  {
    type: "legal",
    rule: CORRECTION_RULE,
    matcher: correction,
    longest: 160,
    sign: (block, atEdge) =>
      correction.starts(wordsOf(block)) && (atEdge || isShorterThan(block, SHORT_PROMPT)),
  },
  {
    type: "legal",
    rule: RIGHTS_RULE,
    matcher: rights,
    longest: 300,
    sign: (block, atEdge) => atEdge && rights.starts(wordsOf(block)),
  },
  {
    type: "legal",
    rule: "legal-line",
    matcher: createMatcher(LEGAL_WORDS),
    longest: 300,
    sign: (block, atEdge) => atEdge || isEmphasised(block),
  },
];

const REPRINT_NOTICE: Verdict = { type: "legal", rule: "reprint-notice" };

const LONGEST_PROMPT = Math.max(...PROMPTS.map(({ longest }) => longest));

/** Prompts to sign up, pay or consent, and lines of rights and disclosures. */
export const findPrompts: AfterPass = {
  name: "prompts",
  description: "prompts to sign up or pay, and lines of rights and disclosures",
  find: judgeEach((page, { kept }): Known => {
    const last = kept.findLastIndex(isOwnProse);
    const before = kept.slice(0, Math.max(last, 0)).findLastIndex(isOwnProse);
    return { page, first: kept.findIndex(isProse), edge: Math.min(last - 1, before + 1) };
  }, judge),
};

interface Known {
  readonly page: Page;
  /** Place of the first paragraph. */
  readonly first: number;
  /** Where the end begins: the last paragraph that could not be a prompt itself, the block before it, and all prompts there. */
  readonly edge: number;
}

function judge(block: Block, { page, first, edge }: Known, place: number): Verdict | null {
  const length = block.alphabeticLength;
  if (length > LONGEST_PROMPT) {
    return null;
  }
  if (forbidsReprint(block.text)) {
    return REPRINT_NOTICE;
  }
  const words = wordsOf(block);
  const atEdge = place <= first || place >= edge;
  for (const prompt of PROMPTS) {
    if (
      length <= prompt.longest &&
      prompt.matcher.has(words) &&
      prompt.sign(block, atEdge, page.homes[block.index] ?? null)
    ) {
      return prompt;
    }
  }
  return null;
}

/** Several prompts may end a page, and be as long as paragraphs. */
function isOwnProse(block: Block): boolean {
  return isProse(block) && !couldBePrompt(block);
}

function couldBePrompt(block: Block): boolean {
  const length = block.alphabeticLength;
  const words = wordsOf(block);
  return PROMPTS.some(({ longest, matcher }) => length <= longest && matcher.has(words));
}

/** Very short, or it says where the news will come: the text's own last paragraph may begin as a request does. */
function isPlainRequest(block: Block): boolean {
  return isShorterThan(block, SHORT_PROMPT) || channel.has(wordsOf(block));
}

/** A line that asks and has no full stop: a button's words or a call over a form, no step of an instruction. */
function isUnendedRequest(block: Block): boolean {
  return isShorterThan(block, SHORT_PROMPT) && headingLevel(block) === 0 && !isSentence(block);
}

/** A sentence that begins with the request, or a line that names the letter: not a sentence that mentions one. */
function addressesReader(block: Block): boolean {
  if (isQuoted(block)) return false;
  const sentences = block.text.split(/(?<=[.!?…。！？؟۔।॥:：])\s*/u);
  return sentences.some((sentence) => signUp.starts(sentence)) || letter.has(wordsOf(block));
}

const QUOTED = /[“„"«‹「『][^“”"»«›」』]{3,80}[”“"»›」』]/gu;

/** A text about requests quotes them. */
function isQuoted({ text }: Block): boolean {
  const unquoted = text.replaceAll(QUOTED, " ");
  return unquoted.length < text.length && isSentenceText(unquoted) && !signUp.has(unquoted);
}

const isSentenceText = (text: string): boolean => text.trim().length >= SHORT_PROMPT;

function isSetApart(block: Block, home: ElementSpan | null): boolean {
  if (standsIn(block, FORM)) {
    return true;
  }
  for (let up = home, steps = 0; up !== null && steps < 3; up = up.parent, steps += 1) {
    if (up.element.localName === "aside" || isCalled(up, PROMPT_TOKENS)) {
      return true;
    }
  }
  return false;
}

const EMPHASISED = new Set(["em", "i", "strong", "b", "small"]);

/** All in italics or bold: how editors set what is not the article. */
function isEmphasised(block: Block): boolean {
  return block.textNodes.every((node) => {
    const parent = node.parentElement;
    return parent !== null && within(parent, EMPHASISED, 3) !== null;
  });
}
