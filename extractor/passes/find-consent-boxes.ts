import type { Block } from "../blocks.ts";
import type { Page } from "../page.ts";
import { wordsOf } from "../words/words-of.ts";
import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

/** How far up a box may begin. */
const BOX_LEVELS = 3;

/** A box with more blocks is the page. */
const MOST_BLOCKS = 12;

const COOKIES = /cookie|\bkakor\b|evastei|cerez|クッキー|쿠키|ملفات تعريف الارتباط|कुकीज/u;

const CONSENT_BOX: Verdict = { type: "cookie-banner", rule: "consent-box" };

/** Layers that ask for consent before the headline, or beside the page: prose with buttons, whatever they are called. */
export const findConsentBoxes: AfterPass = {
  name: "consent-boxes",
  description: "boxes with buttons, before the headline or beside the page, that speak of cookies",
  find: judgeEach(
    (page) => page,
    (block, page) => (isInConsentBox(block, page) ? CONSENT_BOX : null),
  ),
};

function isInConsentBox(block: Block, page: Page): boolean {
  const headline = page.headline;
  if (headline === null || block === headline) {
    return false;
  }
  const isBefore = block.index < headline.index;
  let box: Element | null = block.element;
  for (let level = 0; box !== null && box !== page.body && level <= BOX_LEVELS; level += 1) {
    if (box.contains(headline.element)) return false;
    if ((isBefore || box.parentElement === page.body) && asksForConsent(box, page)) return true;
    box = box.parentElement;
  }
  return false;
}

function asksForConsent(box: Element, page: Page): boolean {
  const blocks = page.blocksIn(box);
  return (
    blocks.length > 1 &&
    blocks.length <= MOST_BLOCKS &&
    box.querySelector("button") !== null &&
    blocks.some((block) => COOKIES.test(wordsOf(block).folded))
  );
}
