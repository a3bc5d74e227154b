import type { Choice } from "../attempts/choose-content.ts";
import { claimsArticle } from "../metadata/claims-article.ts";
import { foldWords } from "../metadata/fold-text.ts";
import type { Page } from "../page.ts";
import { isProse } from "../prose.ts";
import { readEmbeddedState } from "./read-embedded-state.ts";

/** A shorter text may be a summary; the same length from which on an attempt's answer is an article. */
const SHORTEST_BODY = 280;

/** So much of a paragraph's beginning is looked for in the stated body. */
const PROBE = 60;

const MARKUP = /<(?:p|br|div|h[1-6]|li)\b/iu;

/** A body that the page carries and does not show, and where it stood. */
export interface UnseenBody {
  readonly source: "json-ld" | "embedded-state";
  /** Paragraphs of text, or one piece of HTML. */
  readonly paragraphs: readonly string[];
  readonly isMarkup: boolean;
}

/**
 * The body of a page whose script is to show it: what JSON-LD states as `articleBody` (schema.org) where none of it stands on
 * the page, or what a framework left for its script in JSON where an article has no prose at all. Null for a page that shows its text.
 */
export function findUnseenBody(page: Page, chosen: Choice, html: string): UnseenBody | null {
  return findStated(page, chosen) ?? findEmbedded(page, html);
}

function findStated(page: Page, { selection, warnings }: Choice): UnseenBody | null {
  const stated = page.metadata.jsonLdBody;
  if (stated === null || stated.length < SHORTEST_BODY || showsSome(page, stated)) {
    return null;
  }
  const isSound = warnings.length === 0;
  const length = selection.kept().reduce((sum, block) => sum + block.text.length, 0);
  return isSound && length > stated.length ? null : toBody("json-ld", [stated]);
}

function showsSome(page: Page, stated: string): boolean {
  const body = foldWords(stated);
  return page.blocks.some((block) => isProse(block) && body.includes(foldWords(block.text).slice(0, PROBE)));
}

function findEmbedded({ blocks, metadata }: Page, html: string): UnseenBody | null {
  // Shops and lists have states too, of a thousand texts.
  if (!claimsArticle(metadata)) {
    return null;
  }
  const prose = blocks.reduce((sum, block) => sum + (isProse(block) ? block.alphabeticLength : 0), 0);
  if (prose >= SHORTEST_BODY) {
    return null;
  }
  const paragraphs = readEmbeddedState(html);
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
  return length < SHORTEST_BODY ? null : toBody("embedded-state", paragraphs);
}

function toBody(source: UnseenBody["source"], texts: readonly string[]): UnseenBody {
  const isMarkup = texts.some((text) => MARKUP.test(text));
  return {
    source,
    isMarkup,
    paragraphs: isMarkup
      ? texts
      : texts.flatMap((text) => text.split(/\s*[\r\n]\s*/u)).filter((text) => text.trim() !== ""),
  };
}

/** Puts the body where its page would show it: after the headline, or at the end of what the page marks as its content. */
export function showUnseenBody(
  { document, body, headline }: Page,
  { paragraphs, isMarkup }: UnseenBody,
): void {
  const shown = document.createElement("div");
  for (const text of paragraphs) {
    const paragraph = document.createElement(isMarkup ? "div" : "p");
    if (isMarkup) paragraph.innerHTML = text;
    else paragraph.textContent = text;
    shown.appendChild(paragraph);
  }
  const after = headline?.element ?? null;
  if (after !== null && after !== body && after.parentElement !== null) {
    after.parentElement.insertBefore(shown, after.nextSibling);
  } else {
    (body.querySelector("main, [role=main], article") ?? body).appendChild(shown);
  }
}
