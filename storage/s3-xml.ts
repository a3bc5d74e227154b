/** The little XML that S3 answers with: flat elements with text. Attributes, CDATA and nesting of the same name do not occur. */

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeText(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(decimal));
  });
}

/** The texts of all elements of a name, in order. */
export function textsOfElements(xml: string, name: string): readonly string[] {
  const pattern = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, "gu");
  return [...xml.matchAll(pattern)].map((match) => decodeText(match[1] ?? ""));
}

/** The text of the first element of a name, or null. */
export function textOfElement(xml: string, name: string): string | null {
  return textsOfElements(xml, name)[0] ?? null;
}
