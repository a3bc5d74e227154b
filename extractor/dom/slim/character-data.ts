import { COMMENT_NODE, DOCUMENT_TYPE_NODE, SlimNode, TEXT_NODE, type NodeHome } from "./node.ts";

abstract class SlimCharacterData extends SlimNode {
  private characters: string;

  constructor(ownerDocument: NodeHome | null, data: string) {
    super(ownerDocument);
    this.characters = data;
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
}

export class SlimText extends SlimCharacterData {
  readonly nodeType = TEXT_NODE;

  get nodeName(): string {
    return "#text";
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

  /** The text from `offset` on becomes a node of its own, which follows this one and keeps its sourceIndex. */
  splitText(offset: number): SlimText {
    const rest = new SlimText(this.ownerDocument, this.data.slice(offset));
    rest.sourceIndex = this.sourceIndex;
    this.data = this.data.slice(0, offset);
    this.parentNode?.insertBefore(rest, this.nextSibling);
    return rest;
  }

  cloneNode(): SlimText {
    const clone = new SlimText(this.ownerDocument, this.data);
    clone.sourceIndex = this.sourceIndex;
    return clone;
  }
}

export class SlimComment extends SlimCharacterData {
  readonly nodeType = COMMENT_NODE;

  get nodeName(): string {
    return "#comment";
  }

  cloneNode(): SlimComment {
    const clone = new SlimComment(this.ownerDocument, this.data);
    clone.sourceIndex = this.sourceIndex;
    return clone;
  }
}

export class SlimDoctype extends SlimNode {
  readonly nodeType = DOCUMENT_TYPE_NODE;
  readonly name: string;
  readonly publicId: string;
  readonly systemId: string;

  constructor(
    ownerDocument: NodeHome | null,
    name: string,
    ids: { readonly publicId: string; readonly systemId: string },
  ) {
    super(ownerDocument);
    this.name = name;
    this.publicId = ids.publicId;
    this.systemId = ids.systemId;
  }

  get nodeName(): string {
    return this.name;
  }

  override get textContent(): null {
    return null;
  }

  override set textContent(_text: string | null) {
    // A doctype has no text; the standard ignores the assignment.
  }

  cloneNode(): SlimDoctype {
    return new SlimDoctype(this.ownerDocument, this.name, this);
  }
}
