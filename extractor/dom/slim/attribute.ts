import type { Token } from "parse5";

/**
 * The `Attr` of the standard interface. The tokenizer makes them, and parse5 hands them on: there is no other kind, so code that
 * looks for an attribute meets one shape alone.
 */
export class SlimAttribute implements Token.Attribute {
  /** As it is written in a tag: `xlink:href`. */
  declare name: string;
  declare readonly value: string;
  /** Set by parse5, with `prefix`, in SVG and MathML only. */
  declare namespace: string | undefined;
  /** What parse5 has cut off the name; none in the tree, see asAttributes. */
  declare prefix: string | undefined;

  constructor(name: string, value: string, namespace: string | undefined = undefined) {
    this.name = name;
    this.value = value;
    this.namespace = namespace;
    this.prefix = undefined;
  }

  get nodeType(): number {
    return ATTRIBUTE_NODE;
  }

  get nodeName(): string {
    return this.name;
  }

  get localName(): string {
    return this.name.slice(this.name.indexOf(":") + 1);
  }

  get namespaceURI(): string | null {
    return this.namespace ?? null;
  }

  get nodeValue(): string {
    return this.value;
  }

  get textContent(): string {
    return this.value;
  }

  cloneNode(): SlimAttribute {
    return new SlimAttribute(this.name, this.value, this.namespace);
  }
}

const ATTRIBUTE_NODE = 2;

/**
 * Of a tag without any; nothing is ever added to it. Cut from a list of attributes: to V8 a list that was always empty has another
 * shape than all others.
 */
export const NO_ATTRIBUTES: SlimAttribute[] = [new SlimAttribute("", "")].slice(1);

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

/** The attributes of an element that parse5 is about to make: those that its own tokenizer read, and prefixed ones, are made anew. */
export function asAttributes(list: readonly Token.Attribute[], isHtml: boolean): readonly SlimAttribute[] {
  // A tag's are all of one kind.
  if (list.length === 0) return NO_ATTRIBUTES;
  if (isHtml && list[0] instanceof SlimAttribute) return list as readonly SlimAttribute[];
  const made: SlimAttribute[] = [];
  for (const item of list) made.push(asAttribute(item));
  return made;
}

function asAttribute(item: Token.Attribute): SlimAttribute {
  const hasPrefix = item.prefix !== undefined && item.prefix !== "";
  if (item instanceof SlimAttribute && !hasPrefix) return item;
  return new SlimAttribute(hasPrefix ? `${item.prefix}:${item.name}` : item.name, item.value, item.namespace);
}
