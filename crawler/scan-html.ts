import { decodeText } from "./decode-references.ts";
import { createTagReader, isSpace, type HtmlAttributes } from "./html-tag.ts";

/** What a scan hands out, in document order. Names are lower case; no tree is built and no end tag is implied. */
export interface HtmlScanHandler {
  /** `stop` ends the scan: what was looked for is found. */
  readonly onStartTag?: (name: string, attributes: HtmlAttributes) => ScanStep;
  readonly onEndTag?: (name: string) => ScanStep;
  /** Text with character references resolved; text of scripts and styles included. */
  readonly onText?: (text: string) => ScanStep;
}

// oxlint-disable-next-line typescript/no-invalid-void-type -- most handlers return nothing
export type ScanStep = void | "stop" | undefined;

type Content = "script" | "raw" | "text" | "plain";

/** Elements whose content is not markup, and how the HTML standard (§13.2.6) reads it; `text` has references. */
const CONTENTS: ReadonlyMap<string, Content> = new Map<string, Content>([
  ["script", "script"],
  ["style", "raw"],
  ["xmp", "raw"],
  ["iframe", "raw"],
  ["noembed", "raw"],
  ["noframes", "raw"],
  ["title", "text"],
  ["textarea", "text"],
  ["plaintext", "plain"],
]);

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Whether a tag's name ends at `at`. */
function endsName(html: string, at: number): boolean {
  const code = html.charCodeAt(at);
  return code === 0x3e || code === 0x2f || isSpace(code);
}

/** Where `</NAME` begins from `from` on; the end of the text when nowhere. */
function findEndTag(html: string, name: string, from: number): number {
  for (let at = html.indexOf("</", from); at !== -1; at = html.indexOf("</", at + 2)) {
    const end = at + 2 + name.length;
    if (endsName(html, end) && html.slice(at + 2, end).toLowerCase() === name) return at;
  }
  return html.length;
}

/**
 * Where the end tag of a script begins: within `<!-- … -->` a nested `<script>` hides the next end tag (HTML standard
 * §13.2.5.17 to §13.2.5.31).
 */
function findScriptEnd(html: string, from: number): number {
  const marks = /<!--|-->|<(?<end>\/?)script(?=[\s/>])/giu;
  marks.lastIndex = from;
  const state = { escaped: false, nested: false };
  for (let mark = marks.exec(html); mark !== null; mark = marks.exec(html)) {
    const [text] = mark;
    if (text === "-->") {
      state.escaped = false;
      state.nested = false;
    } else if (text === "<!--") {
      // `<!-->` opens and closes at once.
      marks.lastIndex = mark.index + 2;
      state.escaped = true;
    } else if (mark.groups?.["end"] === "/") {
      if (!state.nested) return mark.index;
      state.nested = false;
    } else if (state.escaped) state.nested = true;
  }
  return html.length;
}

/** The index behind what `<!`, `<?` or `</` begins where no tag does; comments end at `-->` or `--!>`. */
function skipComment(html: string, from: number): number {
  if (!html.startsWith("<!--", from)) {
    const end = html.indexOf(">", from + 2);
    return end === -1 ? html.length : end + 1;
  }
  // `<!-->` and `<!--->` are whole comments.
  const close = /-->|--!>/gu;
  const short = /^-?>/u.exec(html.slice(from + 4, from + 6));
  if (short !== null) return from + 4 + short[0].length;
  close.lastIndex = from + 4;
  const found = close.exec(html);
  return found === null ? html.length : found.index + found[0].length;
}

/**
 * Walks over HTML as the HTML standard's tokenizer does, some fifty times cheaper than parse5's, since what nobody
 * asks for is passed over: enough to read links and to measure text. `noscript` is read as markup, as a client
 * without scripting does. A test holds it to parse5.
 */
export function scanHtml(html: string, handler: HtmlScanHandler): void {
  const tag = createTagReader(html);
  const { onText, onStartTag, onEndTag } = handler;
  let foreignDepth = 0;

  function emit(raw: string, content: Content): ScanStep {
    if (raw === "" || onText === undefined) return;
    const text =
      content === "text" ? decodeText(raw) : raw.includes("\r") ? raw.replace(/\r\n?/gu, "\n") : raw;
    return text === "" ? undefined : onText(text);
  }

  /** How the content of the start tag that was just read is to be read. */
  function contentOf(name: string): Content | undefined {
    const foreign = name === "svg" || name === "math";
    if (foreign && !tag.selfClosing) foreignDepth += 1;
    // Inside of SVG, <title/> and <style/> are ordinary elements that may close themselves.
    return foreignDepth > 0 && tag.selfClosing ? undefined : CONTENTS.get(name);
  }

  /** Where the content ends that is no markup. */
  function contentEnd(name: string, content: Content, from: number): number {
    if (content === "plain") return html.length;
    return content === "script" ? findScriptEnd(html, from) : findEndTag(html, name, from);
  }

  let at = 0;
  let textFrom = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open === -1) break;
    const code = html.charCodeAt(open + 1);
    const closing = code === 0x2f;
    const isTag = isLetter(closing ? html.charCodeAt(open + 2) : code);
    const isComment = !isTag && (code === 0x21 || code === 0x3f || (closing && open + 2 < html.length));
    if (!isTag && !isComment) {
      at = open + 1;
      continue;
    }
    if (onText !== undefined && emit(html.slice(textFrom, open), "text") === "stop") return;
    if (isComment) {
      at = skipComment(html, open);
      textFrom = at;
      continue;
    }
    const end = tag.read(open + (closing ? 2 : 1));
    // What breaks off within a tag is dropped.
    if (end === -1) return;
    if (closing) {
      if (foreignDepth > 0 && (tag.name === "svg" || tag.name === "math")) foreignDepth -= 1;
      if (onEndTag?.(tag.name) === "stop") return;
      at = end;
    } else {
      const { name } = tag;
      if (onStartTag?.(name, tag) === "stop") return;
      const content = contentOf(name);
      at = content === undefined ? end : contentEnd(name, content, end);
      if (content !== undefined && emit(html.slice(end, at), content) === "stop") return;
    }
    textFrom = at;
  }
  emit(html.slice(textFrom), "text");
}
