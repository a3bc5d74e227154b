import { textNode, type SlimCharacterData } from "./character-data.ts";
import { DOCUMENT_FRAGMENT_NODE, type ContainerNode } from "./node.ts";
import { QueryRoot } from "./query-root.ts";
import { subtreeText } from "./text-content.ts";

/** `DocumentFragment`: what `template.content` and parsed fragments are. */
export class SlimFragment extends QueryRoot {
  readonly nodeType = DOCUMENT_FRAGMENT_NODE;
  /** The `template` whose content this is. */
  host: ContainerNode | null = null;

  get nodeName(): string {
    return "#document-fragment";
  }

  override get textContent(): string {
    return subtreeText(this);
  }

  override set textContent(text: string | null) {
    this.removeChildren();
    if (text !== null && text !== "") this.appendChild(this.createText(text));
  }

  createText(text: string): SlimCharacterData {
    return textNode(this.ownerDocument, text);
  }

  createFragment(): SlimFragment {
    return new SlimFragment(this.ownerDocument);
  }

  cloneNode(deep = false): SlimFragment {
    const clone = new SlimFragment(this.ownerDocument);
    if (deep) {
      for (let child = this.firstChild; child !== null; child = child.nextSibling) {
        clone.appendChild(child.cloneNode(true));
      }
    }
    return clone;
  }
}
