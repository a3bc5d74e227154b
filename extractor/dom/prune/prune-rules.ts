import { createNameTable } from "./name-table.ts";
import type { ScannedTag } from "./scan-tag.ts";

/** Readability looks through all attributes of these for the address of a picture or a film. */
export const MEDIA_TAGS: ReadonlySet<string> = new Set(
  "img picture source figure video audio iframe embed object param amp-img amp-video".split(" "),
);

/** Attributes that neither Readability nor any pass reads, wherever they stand. */
const UNREAD =
  "jsaction jscontroller jsmodel jsname jslog jsdata nonce integrity crossorigin referrerpolicy fetchpriority ping";
/** Unread outside of pictures and films. */
const UNREAD_OUTSIDE_MEDIA = "srcset sizes imagesrcset imagesizes";
/** Usual names of four letters or more that always stay. */
const KEPT =
  "href class title name content property type role hidden lang width height target style tabindex aria-label aria-hidden " +
  "aria-labelledby aria-expanded aria-controls aria-haspopup loading decoding itemprop itemscope itemtype datetime value " +
  "placeholder media charset action method border align start";

type NameRule = "keep" | "style" | "unread" | "unread-outside-media";

const RULES: ReadonlyMap<string, NameRule> = new Map<string, NameRule>([
  ...KEPT.split(" ").map((name) => [name, "keep"] as const),
  ...UNREAD.split(" ").map((name) => [name, "unread"] as const),
  ...UNREAD_OUTSIDE_MEDIA.split(" ").map((name) => [name, "unread-outside-media"] as const),
  ["style", "style"],
]);
const RULED = createNameTable([...RULES.keys()]);
const RULE_AT: readonly NameRule[] = [...RULES.values()];

function ruleOf(html: string, start: number, end: number): NameRule {
  const place = RULED.find(html, start, end);
  if (place >= 0) return RULE_AT[place] as NameRule;
  return RULES.get(html.slice(start, end).toLowerCase()) ?? "keep";
}

/** A `data-` value beyond this is a script's state, not a name that a rule could know. */
const MAX_DATA_VALUE = 64;
/** A `data:` address beyond this is cut to KEPT_DATA_URL: enough for Readability to tell it from a placeholder (133). */
const MAX_DATA_URL = 1000;
export const KEPT_DATA_URL = 300;

const SHOWS_OR_HIDES = /display|visibility/i;
/** Relations of `link` that say nothing of the page. */
const RESOURCE_LINK = /\b(?:stylesheet|preload|prefetch|dns-prefetch|preconnect|modulepreload|prerender)\b/i;
const LINKED_DATA = /ld\+json/i;

export type AttributeVerdict = "keep" | "drop" | "cut";

/** What becomes of an attribute of an HTML element. */
export function judgeAttribute(html: string, tag: ScannedTag, index: number): AttributeVerdict {
  const start = tag.nameStarts[index] ?? 0;
  const valueStart = tag.valueStarts[index] ?? 0;
  const length = (tag.valueEnds[index] ?? 0) - valueStart;
  if (isHandler(html, start)) return "drop";
  if (length > MAX_DATA_URL && html.startsWith("data:", valueStart)) return "cut";
  // Short values under short names are cheaper to parse than to judge.
  const end = tag.nameEnds[index] ?? 0;
  if (end - start < 4) return "keep";
  if (isData(html, start)) return length > MAX_DATA_VALUE && !MEDIA_TAGS.has(tag.name) ? "drop" : "keep";
  switch (ruleOf(html, start, end)) {
    case "style":
      return SHOWS_OR_HIDES.test(html.slice(valueStart, valueStart + length)) ? "keep" : "drop";
    case "unread":
      return "drop";
    case "unread-outside-media":
      return MEDIA_TAGS.has(tag.name) ? "keep" : "drop";
    default:
      return "keep";
  }
}

const DATA_PREFIX = "data-";

/** Whether a name of four letters or more begins with `data-`, in whatever case. */
function isData(html: string, at: number): boolean {
  for (let i = 0; i < DATA_PREFIX.length; i++)
    if ((html.charCodeAt(at + i) | 32) !== DATA_PREFIX.charCodeAt(i)) return false;
  return true;
}

/** `onclick` and its like: `on` and a letter. */
function isHandler(html: string, at: number): boolean {
  return (
    (html.charCodeAt(at) | 32) === 111 &&
    (html.charCodeAt(at + 1) | 32) === 110 &&
    /[a-z]/i.test(html[at + 2] ?? "")
  );
}

/** A script that holds linked data, which metadata is read from, rather than code or an application's state. */
export function isDataScript(html: string, tag: ScannedTag): boolean {
  return LINKED_DATA.test(attributeValue(html, tag, "type") ?? "");
}

/** A `link` to something that only a browser would load. */
export function isResourceLink(html: string, tag: ScannedTag): boolean {
  const rel = attributeValue(html, tag, "rel");
  return rel !== null && RESOURCE_LINK.test(rel) && !/\b(?:canonical|alternate|icon)\b/i.test(rel);
}

function attributeValue(html: string, tag: ScannedTag, wanted: string): string | null {
  for (let index = 0; index < tag.attributeCount; index++) {
    if (html.slice(tag.nameStarts[index], tag.nameEnds[index]).toLowerCase() === wanted) {
      return html.slice(tag.valueStarts[index], tag.valueEnds[index]);
    }
  }
  return null;
}
