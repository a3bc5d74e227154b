import type { BlockType } from "../../types.ts";
import type { Dump, Line } from "./dump.ts";
import { createReading } from "./read-lines.ts";
import type { Reading, TextFinding, TextPass } from "./text-pass.ts";

/** A stretch of a dump, kept or removed; together and in order they are all of its text. */
export interface JudgedText {
  readonly line: Line;
  readonly text: string;
  /** Null for what is kept. */
  readonly reason: { readonly type: BlockType; readonly rule: string } | null;
}

export interface JudgedDump {
  readonly reading: Reading;
  /** In the order of the dump. */
  readonly stretches: readonly JudgedText[];
}

/**
 * Runs the passes, each on what the ones before it left, and takes away what they pointed at. What `keep` names stays
 * in the text, yet passes still know it for what it is.
 */
export function judgeLines(
  dump: Dump,
  passes: readonly TextPass[],
  keep: ReadonlySet<BlockType>,
): JudgedDump {
  const lines = new Map<Line, TextFinding>();
  const parts: TextFinding[] = [];
  for (const pass of passes) {
    const reading = createReading(dump, lines);
    for (const found of Array.from(pass.find(reading))) {
      if (found.part !== undefined) {
        parts.push(found);
      } else if (!lines.has(found.line)) {
        lines.set(found.line, found);
      }
    }
  }
  const stretches = dump.lines.flatMap((line) => {
    const found = lines.get(line);
    if (found !== undefined) {
      return [{ line, text: line.text, reason: keep.has(found.type) ? null : reasonOf(found) }];
    }
    const cuts = parts.filter((part) => part.line === line && !keep.has(part.type));
    return cutLine(line, cuts);
  });
  return { reading: createReading(dump, lines), stretches };
}

function reasonOf({ type, rule }: TextFinding): JudgedText["reason"] {
  return { type, rule };
}

function cutLine(line: Line, cuts: readonly TextFinding[]): JudgedText[] {
  const stretches: JudgedText[] = [];
  let at = 0;
  const push = (end: number, reason: JudgedText["reason"]): void => {
    const text = line.text.slice(at, end).trim();
    if (text !== "") {
      stretches.push({ line, text, reason });
    }
    at = end;
  };
  for (const cut of cuts.toSorted((a, b) => (a.part?.start ?? 0) - (b.part?.start ?? 0))) {
    push(Math.max(at, cut.part?.start ?? at), null);
    push(Math.max(at, cut.part?.end ?? at), reasonOf(cut));
  }
  push(line.text.length, null);
  return stretches;
}
