import { COMMENT_NODE, DOCUMENT_TYPE_NODE, SlimNode, TEXT_NODE, type NodeHome } from "./node.ts";

/**
 * A text or a comment. They are of one class, told apart by `nodeType`, since V8 compiles a place in the code well for four kinds
 * of object at most, and most places that meet a node may meet any of them.
 */
export class SlimCharacterData extends SlimNode {
  declare readonly nodeType: typeof TEXT_NODE | typeof COMMENT_NODE;
  declare firstChild: null;
  declare lastChild: null;
  declare tagBits: number;
  declare private characters: string;

  constructor(
    ownerDocument: NodeHome | null,
    data: string,
    nodeType: typeof TEXT_NODE | typeof COMMENT_NODE,
  ) {
    super(ownerDocument);
    this.nodeType = nodeType;
    this.characters = data;
  }

  get nodeName(): string {
    return this.nodeType === TEXT_NODE ? "#text" : "#comment";
  }

  get data(): string {
    return this.characters;
  }

  set data(data: string) {
    this.characters = data;
    this.parentNode?.textChanged();
  }

  get length(): number {
    return this.characters.length;
  }

  override get textContent(): string {
    return this.characters;
  }

  override set textContent(text: string | null) {
    this.data = text ?? "";
  }

  override get nodeValue(): string {
    return this.characters;
  }

  override set nodeValue(text: string | null) {
    this.data = text ?? "";
  }

  get wholeText(): string {
    let text = this.data;
    for (let node = this.previousSibling; node?.nodeType === TEXT_NODE; node = node.previousSibling) {
      text = `${node.textContent}${text}`;
    }
    for (let node = this.nextSibling; node?.nodeType === TEXT_NODE; node = node.nextSibling) {
      text += node.textContent;
    }
    return text;
  }

  /** The text from `offset` on becomes a node of its own, which follows this one. */
  splitText(offset: number): SlimCharacterData {
    const rest = new SlimCharacterData(this.ownerDocument, this.data.slice(offset), this.nodeType);
    this.data = this.data.slice(0, offset);
    this.parentNode?.insertBefore(rest, this.nextSibling);
    return rest;
  }

  cloneNode(): SlimCharacterData {
    return new SlimCharacterData(this.ownerDocument, this.data, this.nodeType);
  }
}

// The same for all of them: a page has thousands, and none need hold it.
Object.assign(SlimCharacterData.prototype, { firstChild: null, lastChild: null, tagBits: 0 });

export function textNode(home: NodeHome | null, data: string): SlimCharacterData {
  return new SlimCharacterData(home, data, TEXT_NODE);
}

export function commentNode(home: NodeHome | null, data: string): SlimCharacterData {
  return new SlimCharacterData(home, data, COMMENT_NODE);
}

/** What `document.doctype` tells. It stands beside the tree, so it needs none of what a node has. */
export class SlimDoctype {
  readonly nodeType = DOCUMENT_TYPE_NODE;
  readonly name: string;
  readonly publicId: string;
  readonly systemId: string;

  constructor(name: string, ids: { readonly publicId: string; readonly systemId: string }) {
    this.name = name;
    this.publicId = ids.publicId;
    this.systemId = ids.systemId;
  }

  get nodeName(): string {
    return this.name;
  }
}
