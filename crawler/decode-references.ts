import { Tokenizer, TokenizerMode } from "parse5";

const NOTHING = (): undefined => undefined;

/** A tag name that no page has: the text then never holds its own end tag. */
const NEVER_CLOSED = "x-galley-text";

/** Text with its character references resolved (HTML standard §13.2.5.72), by parse5 and only where there is one. */
export function decodeText(raw: string): string {
  if (!raw.includes("&") && !raw.includes("\r")) return raw;
  let text = "";
  const append = ({ chars }: { readonly chars: string }): void => void (text += chars);
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: NOTHING,
      onEndTag: NOTHING,
      onCharacter: append,
      onWhitespaceCharacter: append,
      onNullCharacter: NOTHING,
      onComment: NOTHING,
      onDoctype: NOTHING,
      onEof: NOTHING,
    },
  );
  tokenizer.lastStartTagName = NEVER_CLOSED;
  tokenizer.state = TokenizerMode.RCDATA;
  tokenizer.write(raw, true);
  return text;
}

/** `&amp;` is nearly all that stands in addresses. */
const AMP_ALONE = /^[^&]*(?:&amp;[^&]*)*$/u;

/** An attribute's value with its references resolved: `&copy=1` in an address is no copyright sign there. */
export function decodeAttribute(raw: string): string {
  if (!raw.includes("&") && !raw.includes("\r")) return raw;
  if (AMP_ALONE.test(raw) && !raw.includes("\r")) return raw.replaceAll("&amp;", "&");
  let value = raw;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: (token) => void (value = token.attrs[0]?.value ?? ""),
      onEndTag: NOTHING,
      onCharacter: NOTHING,
      onWhitespaceCharacter: NOTHING,
      onNullCharacter: NOTHING,
      onComment: NOTHING,
      onDoctype: NOTHING,
      onEof: NOTHING,
    },
  );
  tokenizer.write(`<a b="${raw.replaceAll('"', "&quot;")}">`, true);
  return value;
}
