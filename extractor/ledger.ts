import type { RemovedBlock } from "../types.ts";
import type { Block } from "./blocks.ts";
import { foldSpace } from "./blocks.ts";
import { createPathReader } from "./element-path.ts";
import type { PathReader } from "./element-path.ts";
import { createLeftOutNamer } from "./name-left-out.ts";
import type { Page } from "./page.ts";
import type { Trim } from "./passes/pass.ts";
import type { Reason, Selection } from "./selection.ts";
import { rangesOf } from "./stretch.ts";

/** A stretch of the page's text: kept, or removed with its reason. */
export type LedgerEntry =
  | { readonly kept: true; readonly tag: string; readonly text: string }
  | ({ readonly kept: false } & RemovedBlock);

/**
 * Lists everything that was taken away. Neighbouring blocks that went for the same reason are one entry, named by the
 * largest element that went with them, so that a menu of forty links is one line of the report.
 */
export function listRemoved(page: Page, selection: Selection): RemovedBlock[] {
  return listText(page, selection)
    .filter((entry) => !entry.kept)
    .map(({ type, rule, path, text }) => ({ type, rule, path, text }));
}

/** Lists all text of the page in document order, kept and removed. */
export function listText(page: Page, selection: Selection): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  const pathOf = createPathReader();
  const reasonOf = createReasonReader(page, selection);
  for (let index = 0; index < page.blocks.length;) {
    const block = page.blocks[index] as Block;
    const reason = reasonOf(block);
    if (reason === null) {
      for (const entry of listKept(block, selection, pathOf)) {
        entries.push(entry);
      }
      index += 1;
      continue;
    }
    const group = largestGroup(block, page, reasonOf);
    entries.push({
      kept: false,
      type: reason.type,
      rule: reason.rule,
      path: pathOf(group.element),
      text: group.blocks.map(({ shownText }) => shownText).join(" "),
    });
    index += group.blocks.length;
  }
  return entries;
}

/** A piece of a text node: kept when no reason is given. */
interface Piece {
  readonly data: string;
  readonly cut: { readonly reason: Reason; readonly element: Element } | null;
}

/** A kept block, in pieces where parts of its line were cut out. */
function listKept(block: Block, selection: Selection, pathOf: PathReader): LedgerEntry[] {
  if (selection.cuts().size === 0 && selection.trims().length === 0) {
    return [{ kept: true, tag: block.tag, text: block.shownText }];
  }
  const cuts = [...selection.cuts()].filter(
    ([element]) => block.element.contains(element) && block.textNodes.some((node) => element.contains(node)),
  );
  const trims = selection.trims().filter(({ trim }) => trim.block === block);
  if (cuts.length === 0 && trims.length === 0) {
    return [{ kept: true, tag: block.tag, text: block.shownText }];
  }
  const entries: LedgerEntry[] = [];
  const pieces = block.textNodes.flatMap((node) => {
    const cut = cuts.find(([element]) => element.contains(node));
    return cut === undefined
      ? trimmedPieces(node, block, trims)
      : [{ data: node.data, cut: { element: cut[0], reason: cut[1] } }];
  });
  for (let at = 0; at < pieces.length;) {
    const cut = pieces[at]?.cut ?? null;
    const run = pieces.slice(at).findIndex((piece) => !isSameCut(piece.cut, cut));
    const end = run < 0 ? pieces.length : at + run;
    const text = foldSpace(
      pieces
        .slice(at, end)
        .map(({ data }) => data)
        .join(" "),
    );
    if (text !== "") {
      entries.push(
        cut === null
          ? { kept: true, tag: block.tag, text }
          : { kept: false, ...cut.reason, path: pathOf(cut.element), text },
      );
    }
    at = end;
  }
  return entries;
}

function isSameCut(a: Piece["cut"], b: Piece["cut"]): boolean {
  return a?.element === b?.element && a?.reason.rule === b?.reason.rule;
}

/** A text node in pieces where stretches of it were cut out. */
function trimmedPieces(node: Text, block: Block, trims: readonly Trim[]): readonly Piece[] {
  const ranges = trims
    .flatMap(({ trim, type, rule }) => rangesOf(trim).map((range) => ({ range, reason: { type, rule } })))
    .filter(({ range }) => range.node === node)
    .toSorted((a, b) => a.range.start - b.range.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { range, reason } of ranges) {
    pieces.push({ data: node.data.slice(at, range.start), cut: null });
    pieces.push({ data: node.data.slice(range.start, range.end), cut: { reason, element: block.element } });
    at = range.end;
  }
  pieces.push({ data: node.data.slice(at), cut: null });
  return pieces.filter(({ data }) => data.trim() !== "");
}

/** Why a block is not in the article; null for one that is. */
type ReasonReader = (block: Block) => Reason | null;

/** Finds each block's reason once: a menu's blocks are asked at every level of its elements. */
function createReasonReader(page: Page, selection: Selection): ReasonReader {
  // With all their room from the start: a list whose last item comes first is kept as a dictionary.
  const known: (Reason | null | undefined)[] = page.blocks.map(() => undefined);
  const nameLeftOut = createLeftOutNamer(page, selection);
  return (block) => {
    const before = known[block.index];
    if (before !== undefined) {
      return before;
    }
    const reason = selection.has(block) ? null : (selection.reasonOf(block) ?? nameLeftOut(block));
    known[block.index] = reason;
    return reason;
  };
}

/** The largest element that begins with a block and went for its reason, whole. */
function largestGroup(
  block: Block,
  page: Page,
  reasonOf: ReasonReader,
): { readonly element: Element; readonly blocks: readonly Block[] } {
  const reason = reasonOf(block);
  const isAlike = (other: Block | undefined): boolean => {
    const its = other === undefined ? null : reasonOf(other);
    return its !== null && its.type === reason?.type && its.rule === reason.rule;
  };
  let { element } = block;
  let last = block.index;
  const home = page.homes[block.index] ?? null;
  for (let span = home; span !== null && span.first === block.index; span = span.parent) {
    // The root is all of the page.
    if (span.parent === null) {
      break;
    }
    let end = last;
    while (end < span.last && isAlike(page.blocks[end + 1])) {
      end += 1;
    }
    if (end < span.last) {
      break;
    }
    element = span.element;
    last = end;
  }
  if (last === block.index && element === block.element && !block.whole) {
    element = holderOfRun(block);
  }
  return { element, blocks: page.blocks.slice(block.index, last + 1) };
}

/** The largest element within a block's own that holds the whole of its run and nothing else; the block's own where there is none. */
function holderOfRun({ element, textNodes }: Block): Element {
  const [first] = textNodes;
  const last = textNodes.at(-1);
  if (first === undefined || last === undefined) return element;
  let holder = element;
  for (let up = first.parentElement; up !== null && up !== element; up = up.parentElement) {
    if (!up.contains(last)) continue;
    if (!holdsOnly(up, textNodes)) break;
    holder = up;
  }
  return holder;
}

function holdsOnly(element: Element, textNodes: readonly Text[]): boolean {
  const length = textNodes.reduce((sum, { data }) => sum + foldSpace(data).length, 0);
  return foldSpace(element.textContent ?? "").length <= length + textNodes.length;
}
