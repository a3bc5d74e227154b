import { eachElement, elementsNamed } from "./collect.ts";
import { compileSelector, hasWord, type Matchable } from "./match-selector.ts";
import { ContainerNode, type SlimNode } from "./node.ts";
import { ANY_TAG_BITS, bitOfTag } from "./tag-bits.ts";

/** What elements, documents and fragments have in common beyond their children: searching below themselves. */
export abstract class QueryRoot extends ContainerNode {
  /** A plain array, in document order; unlike the standard's collection it does not follow later changes. */
  getElementsByTagName(name: string): readonly SlimNode[] {
    if (name === "*") return elementsNamed(this, null, ANY_TAG_BITS);
    const lower = name.toLowerCase();
    return elementsNamed(this, lower, bitOfTag(lower));
  }

  getElementsByClassName(names: string): readonly SlimNode[] {
    const wanted = names.split(/\s+/).filter((name) => name !== "");
    const found: SlimNode[] = [];
    if (wanted.length === 0) return found;
    eachElement(this, ANY_TAG_BITS, (element) => {
      const list = (element as Matchable).getAttribute("class");
      if (list !== null && wanted.every((name) => hasWord(list, name))) found.push(element);
      return false;
    });
    return found;
  }

  getElementById(id: string): SlimNode | null {
    let found: SlimNode | null = null;
    eachElement(this, ANY_TAG_BITS, (element) => {
      if ((element as Matchable).getAttribute("id") !== id) return false;
      found = element;
      return true;
    });
    return found;
  }

  querySelectorAll(selector: string): readonly SlimNode[] {
    const { matches, bits } = compileSelector(selector);
    const found: SlimNode[] = [];
    eachElement(this, bits, (element) => {
      if (matches(element as Matchable, this)) found.push(element);
      return false;
    });
    return found;
  }

  querySelector(selector: string): SlimNode | null {
    const { matches, bits } = compileSelector(selector);
    let found: SlimNode | null = null;
    eachElement(this, bits, (element) => {
      if (!matches(element as Matchable, this)) return false;
      found = element;
      return true;
    });
    return found;
  }
}
