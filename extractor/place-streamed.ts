/**
 * React sends a page as it becomes ready (`renderToPipeableStream`, Next.js): what comes late stands in a hidden `S:n` at the page's
 * end, and a script moves it to the template `B:n` (a Suspense boundary) or `P:n` (a part of such a late part) that waits for it. Here
 * what `$RC` and `$RS` of ReactDOMFizzInstructionSet do. Without it paragraphs from the middle of an article stand behind its footer.
 */

/** Of an element that holds a late part, and of a template that waits for one: an application's prefix, the kind, the number. */
const PART_ID = /^(.*)S:([0-9a-f]+)$/;
const PART_MARK = /\bid="[^"]*S:[0-9a-f]+"/;

/** Comments around what a boundary shows, and the one that ends it. */
const BOUNDARY_START = /^\$[?!~]?$/;
const BOUNDARY_END = "/$";
/** What stands before the template of a boundary that waits. */
const WAITING = /^\$[?~]$/;

/** No page has more; one that is made to waste time wastes little. */
const MOST_PARTS = 1000;

/** What stands in for a part is a handful of elements side by side; where the end is further away it is not looked for. */
const MOST_STANDING_IN = 2000;

/** Elements nest 512 deep at most, as after parsing: every walk of the tree relies on it. */
const MAX_DEPTH = 512;

/** What a boundary showed until its part came. */
const STAND_IN = "data-galley-stand-in";

const COMMENT_NODE = 8;
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Whether the element stood in for what came late; its text is none of the page's. */
export const isStandIn = (element: Element): boolean => element.hasAttribute(STAND_IN);

/**
 * Puts late parts of a page where its own script would. What a boundary showed meanwhile is hidden and marked, see {@link isStandIn}.
 * A part that nothing waits for stays where it is. `html` is what the document was made of.
 */
export function placeStreamed({ body }: Document, html: string): void {
  // Two letters are found in half the time that the pattern takes.
  if (body === null || !html.includes("S:") || !PART_MARK.test(html)) return;
  const waiting = new Map<string, Element>();
  for (const template of body.querySelectorAll("template[id]")) waiting.set(template.id, template);
  for (const part of [...body.querySelectorAll('[id*="S:"]')].slice(0, MOST_PARTS)) {
    const [, prefix, number] = PART_ID.exec(part.id) ?? [];
    if (number === undefined || !isOutOfSight(part)) continue;
    const boundary = waiting.get(`${prefix}B:${number}`);
    const template = boundary ?? waiting.get(`${prefix}P:${number}`);
    const place = template?.parentNode ?? null;
    if (template === undefined || place === null || !fits(part, template)) continue;
    if (boundary !== undefined) hideFallback(boundary);
    while (part.firstChild !== null) place.insertBefore(part.firstChild, template);
    template.remove();
    part.remove();
    waiting.delete(template.id);
  }
}

/** Rows come in a hidden table, as they stand nowhere else. */
const isOutOfSight = (part: Element): boolean =>
  part.hasAttribute("hidden") || part.closest("table[hidden]") !== null;

function fits(part: Element, template: Element): boolean {
  return !part.contains(template) && depthOf(template) + heightOf(part) <= MAX_DEPTH;
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let at = element.parentElement; at !== null; at = at.parentElement) depth++;
  return depth;
}

function heightOf(root: Element): number {
  let [height, depth] = [0, 0];
  let at: Element = root;
  for (;;) {
    const child = at.firstElementChild;
    if (child !== null) {
      at = child;
      height = Math.max(height, ++depth);
      continue;
    }
    while (at !== root && at.nextElementSibling === null) {
      at = at.parentElement as Element;
      depth--;
    }
    if (at === root) return height;
    at = at.nextElementSibling as Element;
  }
}

/** Hides what a boundary shows until its part comes: up to the comment that ends it. Where comments were taken out of the page nothing says how far it goes. */
function hideFallback(template: Element): void {
  const start = template.previousSibling;
  if (start?.nodeType !== COMMENT_NODE || !WAITING.test((start as Comment).data)) return;
  const end = endOfBoundary(template);
  if (end === null) return;
  for (let node = template.nextSibling; node !== null && node !== end; node = node.nextSibling) {
    if (node.nodeType === ELEMENT_NODE) hide(node as Element);
    else if (node.nodeType === TEXT_NODE && node.textContent?.trim()) node = hideText(node);
  }
}

function endOfBoundary(template: Element): ChildNode | null {
  let [inside, seen] = [0, 0];
  for (let node = template.nextSibling; node !== null && seen++ < MOST_STANDING_IN; node = node.nextSibling) {
    if (node.nodeType !== COMMENT_NODE) continue;
    const { data } = node as Comment;
    if (data === BOUNDARY_END && inside-- === 0) return node;
    if (BOUNDARY_START.test(data)) inside++;
  }
  return null;
}

function hide(element: Element): void {
  element.setAttribute("hidden", "");
  element.setAttribute(STAND_IN, "");
}

function hideText(text: ChildNode): ChildNode {
  const { ownerDocument, parentNode } = text;
  const wrapper = (ownerDocument as Document).createElement("span");
  hide(wrapper);
  parentNode?.insertBefore(wrapper, text);
  wrapper.appendChild(text);
  return wrapper;
}
