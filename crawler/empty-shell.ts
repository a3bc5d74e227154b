import type { HtmlAttributes } from "./html-tag.ts";
import { scanHtml, type ScanStep } from "./scan-html.ts";

/** Less text than this outside of links is no article: the shortest news item of a wire has about 250 characters. */
const PROSE_CHARS = 200;
/** A body with less text than this, and scripts, shows nothing at all before the scripts have run. */
const BLANK_CHARS = 24;
/** A mount may hold a spinner's label ("Loading…", "Завантаження…"), no more. */
const MOUNT_LABEL_CHARS = 48;

/** Ids that frameworks and their templates give to the element a script fills. */
const MOUNT_IDS: ReadonlySet<string> = new Set([
  "root",
  "app",
  "react-root",
  "react-app",
  "reactroot",
  "app-root",
  "approot",
  "main-app",
  "mount",
  "__next",
  "__nuxt",
  "___gatsby",
  "svelte",
  "q-app",
  "ember-app",
  "single-spa-application",
]);

/** Elements whose text nobody reads as the page's body, or that only shows without scripts. */
const SILENT: ReadonlySet<string> = new Set([
  "head",
  "title",
  "script",
  "style",
  "noscript",
  "textarea",
  "select",
  "option",
  "button",
  "iframe",
  "object",
  "svg",
  "math",
]);
/** Parts around the content: a shell often has its menu and its footer already. */
const CHROME: ReadonlySet<string> = new Set(["nav", "header", "footer", "aside", "dialog"]);
/** Elements that never have an end tag. */
const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
/** What stands in a mount that a server has filled. */
const CONTENT_TAGS: ReadonlySet<string> = new Set([
  "p",
  "a",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "td",
  "article",
]);
/** Elements that a script may fill with a page's body. */
const MOUNT_TAGS: ReadonlySet<string> = new Set(["div", "main", "section", "article"]);

const ASKS_FOR_SCRIPT = /java\s*script|джава\s*скрипт/iu;

interface OpenElement {
  readonly name: string;
  readonly mount: "known" | "possible" | null;
  /** Characters of text and elements of content seen when it was opened. */
  readonly textBefore: number;
  readonly contentBefore: number;
}

interface Findings {
  scripts: number;
  /** Visible text, links and menus included. */
  text: number;
  /** Text that stands neither in links nor in menus. */
  prose: number;
  /** Text outside of menus, links included. */
  content: number;
  contentTags: number;
  knownMount: boolean;
  emptyBlock: boolean;
  asksForScript: boolean;
}

function mountKind(name: string, attributes: HtmlAttributes): OpenElement["mount"] {
  const id = attributes.get("id")?.toLowerCase() ?? "";
  if (MOUNT_IDS.has(id) || attributes.get("ng-version") !== null || name === "app-root") return "known";
  if (name.includes("-")) return "possible";
  return MOUNT_TAGS.has(name) && (id !== "" || name === "main") ? "possible" : null;
}

/** Closes an element: whether it stood empty decides whether a script was to fill it. */
function noteClosed(element: OpenElement, findings: Findings): void {
  if (element.mount === null) return;
  const empty =
    findings.contentTags === element.contentBefore &&
    findings.text - element.textBefore <= (element.mount === "known" ? MOUNT_LABEL_CHARS : 0);
  if (empty && element.mount === "known") findings.knownMount = true;
  if (empty) findings.emptyBlock = true;
}

/** A template's content is inert unless it is a declarative shadow root; the scanner marks inert ones so. */
const INERT_TEMPLATE = "template#inert";
const INERT: ReadonlySet<string> = new Set([...SILENT, INERT_TEMPLATE]);
const LINK: ReadonlySet<string> = new Set(["a"]);
const NOSCRIPT: ReadonlySet<string> = new Set(["noscript"]);
const WATCHED: ReadonlySet<string> = new Set([...INERT, ...CHROME, ...LINK, ...NOSCRIPT]);

/** How often each element that matters stands open; enough to know what a piece of text stands in. */
function openCounts(): {
  readonly change: (name: string, by: 1 | -1) => void;
  readonly inside: (names: ReadonlySet<string>) => boolean;
} {
  const counts = new Map<string, number>();
  return {
    change(name, by) {
      if (WATCHED.has(name)) counts.set(name, Math.max(0, (counts.get(name) ?? 0) + by));
    },
    inside: (names) => {
      for (const [name, count] of counts) if (count > 0 && names.has(name)) return true;
      return false;
    },
  };
}

function measure(html: string): Findings {
  const findings: Findings = {
    scripts: 0,
    text: 0,
    prose: 0,
    content: 0,
    contentTags: 0,
    knownMount: false,
    emptyBlock: false,
    asksForScript: false,
  };
  const stack: OpenElement[] = [];
  const open = openCounts();
  const close = (element: OpenElement): void => {
    open.change(element.name, -1);
    noteClosed(element, findings);
  };
  scanHtml(html, {
    onStartTag(name, attributes) {
      if (VOID.has(name)) return;
      // An unclosed <head> ends where the body's elements begin.
      if (name === "body") open.change("head", -1);
      if (name === "script" && isProgram(attributes)) findings.scripts += 1;
      const inert = name === "template" && attributes.get("shadowrootmode") === null;
      const hidden = open.inside(INERT);
      const element: OpenElement = {
        name: inert ? INERT_TEMPLATE : name,
        mount: hidden ? null : mountKind(name, attributes),
        textBefore: findings.text,
        contentBefore: findings.contentTags,
      };
      if (!hidden && CONTENT_TAGS.has(name)) findings.contentTags += 1;
      stack.push(element);
      open.change(element.name, 1);
    },
    onEndTag(name) {
      const index = stack.findLastIndex(
        (element) => element.name === name || (name === "template" && element.name === INERT_TEMPLATE),
      );
      if (index === -1) return;
      for (const element of stack.splice(index).toReversed()) close(element);
    },
    onText(text): ScanStep {
      const length = text.replace(/\s+/gu, "").length;
      if (length === 0) return;
      if (open.inside(NOSCRIPT)) findings.asksForScript ||= ASKS_FOR_SCRIPT.test(text);
      if (open.inside(INERT)) return;
      findings.text += length;
      if (open.inside(CHROME)) return;
      findings.content += length;
      if (open.inside(LINK)) return;
      findings.prose += length;
      // So much prose is no shell, whatever follows: most pages are read no further than their first paragraphs.
      if (findings.prose >= PROSE_CHARS) return "stop";
    },
  });
  for (const element of stack.toReversed()) close(element);
  return findings;
}

/** Scripts that run: not JSON, JSON-LD, templates or speculation rules. */
function isProgram(attributes: HtmlAttributes): boolean {
  const type = attributes.get("type")?.trim().toLowerCase() ?? "";
  return type === "" || type === "module" || /(?:java|ecma)script/u.test(type);
}

/**
 * Whether a page is a shell that shows its text only after scripts have run, so that a browser is needed to read it.
 * It must run scripts, have little text outside of scripts and noscript, and show a sign that the text is yet to
 * come: a framework's mount standing empty; or, with little text in links too, any empty block with an id or a
 * noscript that asks for JavaScript; or no text at all. Short pages, error pages and front pages full of links show
 * none, and text that waits in a hidden streaming block is there to be read.
 */
export function isEmptyShell(html: string): boolean {
  const found = measure(html);
  if (found.scripts === 0 || found.prose >= PROSE_CHARS) return false;
  if (found.text <= BLANK_CHARS) return true;
  if (found.knownMount) return true;
  return (
    found.content < PROSE_CHARS && found.prose < PROSE_CHARS / 2 && (found.asksForScript || found.emptyBlock)
  );
}
