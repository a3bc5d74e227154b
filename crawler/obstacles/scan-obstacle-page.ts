import type { HtmlAttributes } from "../html-tag.ts";
import { scanHtml } from "../scan-html.ts";

/** What an obstacle shows itself by, read in one pass over the page. */
export interface ObstaclePage {
  /** Texts of the title and the first headings of ranks 1 and 2, in order, as they stand. */
  readonly headings: readonly string[];
  /** Characters of visible text without white space, links included. */
  readonly text: number;
  /** The page's first words. */
  readonly opening: string;
  readonly passwordFields: number;
  /** Labels of buttons and of links that look like buttons. */
  readonly buttons: readonly string[];
  /** Ids, classes, and addresses of scripts, frames and forms, one a line: services are known by theirs. */
  readonly marks: string;
  readonly noindex: boolean;
  /** The largest `wordCount` that the page's JSON-LD declares, or null. */
  readonly declaredWords: number | null;
}

const MAX_HEADINGS = 5;
const MAX_BUTTONS = 40;
const MAX_LABEL = 60;
const MAX_MARKS = 20_000;
const OPENING_CHARS = 400;

const HEADINGS: ReadonlySet<string> = new Set(["title", "h1", "h2"]);
/** Not noscript: forums put the whole thread there, and walls a sentence. */
const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "svg", "textarea", "select"]);
const ADDRESSED: ReadonlySet<string> = new Set(["script", "iframe", "form", "img", "link"]);
const WORD_COUNT = /"wordCount"\s*:\s*"?(?<words>\d{1,6})/gu;

/** What is being gathered: the text of the heading, button or script that stands open. */
interface Open {
  readonly name: string;
  text: string;
}

function isButton(name: string, attributes: HtmlAttributes): boolean {
  if (name === "button") return true;
  return (
    name === "a" &&
    (attributes.get("role") === "button" || /\bbtn|button/iu.test(attributes.get("class") ?? ""))
  );
}

function addressOf(name: string, attributes: HtmlAttributes): string {
  if (!ADDRESSED.has(name)) return "";
  return attributes.get("src") ?? attributes.get("action") ?? "";
}

function declaredIn(json: string): number | null {
  const counts = [...json.matchAll(WORD_COUNT)].map(({ groups }) => Number(groups?.["words"]));
  return counts.length === 0 ? null : Math.max(...counts);
}

/** Reads the signs of a page. Linear in its length. */
export function scanObstaclePage(html: string): ObstaclePage {
  const headings: string[] = [];
  const buttons: string[] = [];
  const found = {
    text: 0,
    opening: "",
    passwordFields: 0,
    marks: "",
    noindex: false,
    words: null as number | null,
  };
  const state = {
    heading: null as Open | null,
    button: null as Open | null,
    json: null as Open | null,
    silent: 0,
    hiddenForm: false,
  };

  function readInput(attributes: HtmlAttributes): void {
    const type = attributes.get("type")?.toLowerCase();
    if (type === "password" && !state.hiddenForm) found.passwordFields += 1;
    if (type === "submit" || type === "button")
      buttons.push((attributes.get("value") ?? "").slice(0, MAX_LABEL));
  }

  function mark(name: string, attributes: HtmlAttributes): void {
    if (found.marks.length > MAX_MARKS) return;
    const marks = [attributes.get("id"), attributes.get("class"), addressOf(name, attributes)];
    for (const text of marks) if (text !== null && text !== "") found.marks += `${text.slice(0, 300)}\n`;
  }

  scanHtml(html, {
    onStartTag(name, attributes) {
      mark(name, attributes);
      if (SILENT.has(name)) state.silent += 1;
      if (name === "form") state.hiddenForm = isHidden(attributes);
      if (name === "input") readInput(attributes);
      else if (name === "meta") found.noindex ||= forbidsIndex(attributes);
      else if (name === "script") {
        if (attributes.get("type")?.includes("ld+json") === true) state.json = { name, text: "" };
        else state.json = { name: "program", text: "" };
      } else if (HEADINGS.has(name) && headings.length < MAX_HEADINGS) state.heading = { name, text: "" };
      else if (isButton(name, attributes) && buttons.length < MAX_BUTTONS) state.button = { name, text: "" };
    },
    onEndTag(name) {
      if (name === "form") state.hiddenForm = false;
      if (SILENT.has(name)) state.silent = Math.max(0, state.silent - 1);
      if (name === "script") {
        if (state.json?.name === "script")
          found.words = Math.max(found.words ?? 0, declaredIn(state.json.text) ?? 0) || null;
        state.json = null;
      }
      if (state.heading?.name === name) {
        headings.push(state.heading.text.replace(/\s+/gu, " ").trim());
        state.heading = null;
      }
      if (state.button?.name === name) {
        buttons.push(state.button.text.replace(/\s+/gu, " ").trim().slice(0, MAX_LABEL));
        state.button = null;
      }
    },
    onText(text) {
      if (state.json !== null) {
        if (state.json.name === "script") state.json.text += text;
        // Challenges set their variables in a script of the page.
        else if (found.marks.length <= MAX_MARKS && /_cf_chl_opt|awsWaf|_pxAppId|bobcmn/u.test(text))
          found.marks += "script-challenge\n";
      }
      if (state.heading !== null) state.heading.text += text;
      if (state.button !== null) state.button.text += text;
      if (state.silent > 0 || state.heading?.name === "title") return;
      const shown = text.replace(/\s+/gu, " ");
      found.text += shown.replaceAll(" ", "").length;
      if (found.opening.length < OPENING_CHARS) found.opening += shown;
    },
  });
  const { text, opening, passwordFields, marks, noindex, words: declaredWords } = found;
  return {
    headings,
    text,
    opening: opening.slice(0, OPENING_CHARS),
    passwordFields,
    buttons,
    marks,
    noindex,
    declaredWords,
  };
}

function isHidden(attributes: HtmlAttributes): boolean {
  return attributes.get("hidden") !== null || /display\s*:\s*none/iu.test(attributes.get("style") ?? "");
}

function forbidsIndex(attributes: HtmlAttributes): boolean {
  return (
    attributes.get("name")?.toLowerCase() === "robots" &&
    /noindex|none/iu.test(attributes.get("content") ?? "")
  );
}
