import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { messageOf } from "../../errors.ts";
import { sourcesFileSchema, type SourceDefinition } from "./source-schema.ts";

/** One thing that is wrong with a file, and where. Lines and columns count from 1. */
export interface SourceProblem {
  readonly line: number;
  readonly column: number;
  /** `sources[2].cron`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

export type ReadSources =
  | { readonly ok: true; readonly sources: readonly SourceDefinition[] }
  /** Everything that is wrong, in the order of the file. */
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

type Path = readonly PropertyKey[];

function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
}

/** Where a value starts; for one that is not there, where what should hold it does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Where the key of an entry starts. */
function offsetOfKey(document: Document, path: Path, key: string): number {
  const holder: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(holder)
    ? holder.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : offsetOf(document, path);
}

/** Letters that differ between two words of like length, at most `most`. */
function isNear(a: string, b: string): boolean {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] ?? 0;
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return (row[b.length] ?? 0) <= 2;
}

function unknownKey(key: string, path: Path): string {
  const known = Object.keys(
    path.length === 0 ? sourcesFileSchema.shape : sourcesFileSchema.shape.sources.unwrap().element.shape,
  );
  const meant = known.find((name) => isNear(name, key.toLowerCase()));
  return `unknown key ${JSON.stringify(key)}; ${meant === undefined ? `known are ${known.join(", ")}` : `did you mean ${meant}?`}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  return Array.isArray(value)
    ? "a list"
    : typeof value === "object"
      ? "a map"
      : `${JSON.stringify(value)} (a ${typeof value})`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a map",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
};

function messageFor(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return "is missing";
      return `must be ${EXPECTED[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
    case "invalid_value":
      return `${JSON.stringify(value)} is none of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "array"
        ? "must not be empty"
        : `must be at least ${issue.inclusive === false ? Number(issue.minimum) + 1 : issue.minimum}`;
    case "invalid_format":
      return `${JSON.stringify(value)} must be lower-case letters, digits, ".", "_" and "-", 64 at most, and begin with a letter or digit`;
    default:
      return issue.message;
  }
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[part],
    data,
  );
}

/** An asterisk begins an alias in YAML: the mistake that everybody makes once with cron expressions. */
function syntaxMessage(message: string): string {
  const plain = message.replace(/\s*\n[\s\S]*$/u, "");
  return /alias/iu.test(plain)
    ? `${plain}; a cron expression must stand in quotes, since * has a meaning in YAML`
    : plain;
}

/** Names that stand twice, with the index of each and of the first. */
function repeatedNames(data: unknown): readonly { name: string; index: number; first: number }[] {
  const sources = valueAt(data, ["sources"]);
  if (!Array.isArray(sources)) return [];
  const names = sources.map((source: unknown) => valueAt(source, ["name"]));
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    return typeof name === "string" && first < index ? [{ name, index, first }] : [];
  });
}

/**
 * Reads a `sources.yaml`: YAML 1.2, one document, checked against the schema.
 * @returns The sources with their defaults, or everything that is wrong with the file at once.
 */
export function readSources(text: string): ReadSources {
  const lines = new LineCounter();
  const problems: (SourceProblem & { readonly offset: number })[] = [];
  const note = (offset: number, path: Path, message: string): void => {
    const { line, col } = lines.linePos(offset);
    problems.push({
      offset,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: pathText(path),
      message,
    });
  };
  const sorted = (): ReadSources => ({
    ok: false,
    problems: problems
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset: _offset, ...problem }) => problem),
  });
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const seen = new Set<number>();
  for (const { pos, message } of document.errors) {
    // One slip makes the parser stumble over the rest of the line too.
    const { line } = lines.linePos(pos[0]);
    if (!seen.has(line)) note(pos[0], [], syntaxMessage(message));
    seen.add(line);
  }
  if (problems.length > 0) return sorted();
  let data: unknown;
  try {
    data = document.toJS();
  } catch (error) {
    note(0, [], messageOf(error));
    return sorted();
  }
  for (const { name, index, first } of repeatedNames(data)) {
    const path = ["sources", index, "name"];
    note(offsetOf(document, path), path, `${JSON.stringify(name)} is the name of sources[${first}] already`);
  }
  const parsed = sourcesFileSchema.safeParse(data ?? undefined);
  if (parsed.success && problems.length === 0) return { ok: true, sources: parsed.data.sources };
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys)
        note(offsetOfKey(document, issue.path, key), issue.path, unknownKey(key, issue.path));
    } else note(offsetOf(document, issue.path), issue.path, messageFor(issue, valueAt(data, issue.path)));
  }
  return sorted();
}
