import type { ScannedTag } from "./scan-tag.ts";

/** Readability looks through all attributes of these for the address of a picture or a film. */
const MEDIA_TAGS: ReadonlySet<string> = new Set(
  "img picture source figure video audio iframe embed object param amp-img amp-video".split(" "),
);

/** Attributes that neither Readability nor any pass reads, wherever they stand. */
const UNREAD_ATTRIBUTES: ReadonlySet<string> = new Set(
  "jsaction jscontroller jsmodel jsname jslog jsdata nonce integrity crossorigin referrerpolicy fetchpriority ping".split(
    " ",
  ),
);

/** Unread outside of pictures and films. */
const UNREAD_OUTSIDE_MEDIA: ReadonlySet<string> = new Set(["srcset", "sizes", "imagesrcset", "imagesizes"]);

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
  const nameLength = (tag.nameEnds[index] ?? 0) - start;
  if (nameLength < 4) return "keep";
  const name = html.slice(start, start + nameLength).toLowerCase();
  if (name === "style")
    return SHOWS_OR_HIDES.test(html.slice(valueStart, valueStart + length)) ? "keep" : "drop";
  if (UNREAD_ATTRIBUTES.has(name)) return "drop";
  if (MEDIA_TAGS.has(tag.name)) return "keep";
  if (UNREAD_OUTSIDE_MEDIA.has(name)) return "drop";
  return length > MAX_DATA_VALUE && name.startsWith("data-") ? "drop" : "keep";
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
