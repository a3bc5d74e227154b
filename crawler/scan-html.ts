import { Tokenizer, TokenizerMode, type Token } from "parse5";

/** What a scan hands out, in document order. Names are lower case; no tree is built and no end tag is implied. */
export interface HtmlScanHandler {
  readonly onStartTag?: (name: string, attributes: HtmlAttributes) => void;
  readonly onEndTag?: (name: string) => void;
  /** Text with character references resolved; text of scripts and styles included. */
  readonly onText?: (text: string) => void;
}

/** The attributes of one start tag. */
export interface HtmlAttributes {
  /** Value of the first attribute of that name, or null. */
  get(name: string): string | null;
}

/** Elements whose content is not markup, and how the HTML standard (§13.2.6) tokenizes it. */
const CONTENT_MODES: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = new Map([
  ["script", TokenizerMode.SCRIPT_DATA],
  ["style", TokenizerMode.RAWTEXT],
  ["xmp", TokenizerMode.RAWTEXT],
  ["iframe", TokenizerMode.RAWTEXT],
  ["noembed", TokenizerMode.RAWTEXT],
  ["noframes", TokenizerMode.RAWTEXT],
  ["title", TokenizerMode.RCDATA],
  ["textarea", TokenizerMode.RCDATA],
  ["plaintext", TokenizerMode.PLAINTEXT],
]);

function attributesOf(token: Token.TagToken): HtmlAttributes {
  return { get: (name) => token.attrs.find((attribute) => attribute.name === name)?.value ?? null };
}

/**
 * Walks over HTML with parse5's tokenizer alone: about ten times cheaper than building a tree, and enough to
 * read links and to measure text. `noscript` is read as markup, as a client without scripting does.
 */
export function scanHtml(html: string, handler: HtmlScanHandler): void {
  let foreignDepth = 0;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag(token) {
        handler.onStartTag?.(token.tagName, attributesOf(token));
        const foreign = token.tagName === "svg" || token.tagName === "math";
        if (foreign && !token.selfClosing) foreignDepth += 1;
        // Inside of SVG, <title/> and <style/> are ordinary elements that may close themselves.
        const mode = foreignDepth > 0 && token.selfClosing ? undefined : CONTENT_MODES.get(token.tagName);
        if (mode === undefined) return;
        tokenizer.lastStartTagName = token.tagName;
        tokenizer.state = mode;
      },
      onEndTag(token) {
        if (foreignDepth > 0 && (token.tagName === "svg" || token.tagName === "math")) foreignDepth -= 1;
        handler.onEndTag?.(token.tagName);
      },
      onCharacter: (token) => handler.onText?.(token.chars),
      onWhitespaceCharacter: (token) => handler.onText?.(token.chars),
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
}
