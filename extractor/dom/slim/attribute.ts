/** An attribute as parse5 hands it over; `namespace` and `prefix` are set in SVG and MathML only. */
export interface AttributeData {
  readonly name: string;
  readonly value: string;
  readonly namespace?: string;
  readonly prefix?: string;
}

/** The `Attr` of the standard interface: what `element.attributes` lists and `setAttributeNode` takes. */
export class SlimAttribute implements AttributeData {
  readonly name: string;
  readonly value: string;
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly nodeType = 2;

  constructor(name: string, value: string, namespaceURI: string | null = null) {
    this.name = name;
    this.value = value;
    this.localName = name.includes(":") ? name.slice(name.indexOf(":") + 1) : name;
    this.namespaceURI = namespaceURI;
  }

  get nodeName(): string {
    return this.name;
  }

  get nodeValue(): string {
    return this.value;
  }

  get textContent(): string {
    return this.value;
  }

  cloneNode(): SlimAttribute {
    return new SlimAttribute(this.name, this.value, this.namespaceURI);
  }
}

const [FIRST_LETTER, LAST_LETTER, HYPHEN] = [0x61, 0x7a, 0x2d];

/** Small letters without a prefix: what nearly every question is about. Any other name is looked for with care. */
export function isPlainName(name: string): boolean {
  const { length } = name;
  for (let at = 0; at < length; at++) {
    const code = name.charCodeAt(at);
    if ((code < FIRST_LETTER || code > LAST_LETTER) && code !== HYPHEN) return false;
  }
  return true;
}

/** The name as it is written in a tag: `xlink:href` where parse5 says `{prefix: "xlink", name: "href"}`. */
export function qualifiedName(attribute: AttributeData): string {
  return attribute.prefix === undefined || attribute.prefix === ""
    ? attribute.name
    : `${attribute.prefix}:${attribute.name}`;
}
