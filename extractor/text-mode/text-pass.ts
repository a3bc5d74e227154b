import type { BlockType } from "../../types.ts";
import type { Dump, Line } from "./dump.ts";

/** A stretch of a line's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a pass points at: a line, or a part of one. The runner alone acts on it. */
export interface TextFinding {
  readonly line: Line;
  readonly part?: Span;
  readonly type: BlockType;
  /** Kebab-case name of the rule, by what it removes. */
  readonly rule: string;
}

/** Where a line stands: before the article's text, in it, after it. */
export type Zone = "head" | "body" | "foot";

/** What is known when a pass runs: what the passes before it pointed at, and where the article's text is. */
export interface Reading {
  readonly dump: Dump;
  readonly lines: readonly Line[];
  readonly headline: Line | null;
  /** No pass has pointed at the line yet. */
  readonly isOpen: (line: Line) => boolean;
  readonly typeOf: (line: Line) => BlockType | null;
  readonly ruleOf: (line: Line) => string | null;
  readonly zoneOf: (line: Line) => Zone;
  /** Open paragraphs of the article's text, in order. */
  readonly paragraphs: readonly Line[];
}

/** Looks at a dump and points at what is not the article. */
export interface TextPass {
  readonly name: string;
  readonly description: string;
  readonly find: (reading: Reading) => Iterable<TextFinding>;
}
